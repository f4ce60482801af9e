package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.agenda.MultipleChoice;
import org.zhisheng.analytics.agenda.RankedEstimate;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Variable;

/** Shares of respondents who picked each option of a question with several answers. */
record ChoiceSharesTask(PlanNode ballots, List<String> columns, String design, Domains domains, EstimateRule rule)
        implements Task {

    static Task read(PlanNode node, Scope scope) {
        PlanNode ballots = node.get("ballots");
        return new ChoiceSharesTask(
                ballots,
                scope.variables(ballots, ballots.has("column") ? "column" : "columns"),
                scope.design(node),
                Domains.read(node, scope),
                Rules.estimate(node, IntervalRule.logit()));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        List<Variable> picks =
                ballots.has("column") ? fromCells(planned.variables()) : fromColumns(planned.variables());
        EstimateList results = new EstimateList(domains);
        for (Domains.Part part : domains.parts(planned, base)) {
            var shares = MultipleChoice.of(new Estimator(base.design()), picks, part.domain(), rule);
            for (RankedEstimate share : shares.shares()) {
                results.add(share.topic(), null, part.name(), share.estimate(), List.of(convention()), share.rank());
            }
        }
        return results.fields();
    }

    private String convention() {
        return ballots.has("column")
                ? "base: respondents who named an option, or one that says none of them"
                : "base: respondents with an answer in at least one of the columns";
    }

    private List<Variable> fromCells(Variables variables) {
        String column = columns.getFirst();
        String separator = ballots.text("separator");
        List<String> exclusive = ballots.texts("exclusive");
        List<String> options = new ArrayList<>(OptionSource.options(ballots, columns, separator, variables));
        options.removeAll(exclusive);
        double[][] picks = blank(options.size(), variables.rows());
        for (int row = 0; row < variables.rows(); row++) {
            List<String> named = OptionSource.split(OptionSource.text(variables.get(column), row), separator);
            if (named.isEmpty()) {
                continue;
            }
            for (double[] pick : picks) {
                pick[row] = 0;
            }
            for (String option : named) {
                if (!exclusive.contains(option)) {
                    picks[OptionSource.place(options, option, column, row)][row] = 1;
                }
            }
        }
        return variables(options, picks);
    }

    private List<Variable> fromColumns(Variables variables) {
        List<String> picked = ballots.has("picked") ? ballots.texts("picked") : List.of("1");
        double[][] picks = blank(columns.size(), variables.rows());
        for (int row = 0; row < variables.rows(); row++) {
            boolean answered = false;
            for (String column : columns) {
                answered |= variables.get(column).missing(row) == 0;
            }
            for (int i = 0; i < columns.size() && answered; i++) {
                picks[i][row] = picked.contains(OptionSource.text(variables.get(columns.get(i)), row)) ? 1 : 0;
            }
        }
        return variables(columns, picks);
    }

    private static double[][] blank(int options, int rows) {
        double[][] picks = new double[options][rows];
        for (double[] pick : picks) {
            Arrays.fill(pick, Double.NaN);
        }
        return picks;
    }

    private static List<Variable> variables(List<String> options, double[][] picks) {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < picks.length; i++) {
            variables.add(Variable.ofRows(options.get(i), picks[i]));
        }
        return variables;
    }
}
