package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhisheng.analytics.agenda.BestWorstModel;
import org.zhisheng.analytics.agenda.BestWorstTask;
import org.zhisheng.analytics.agenda.BestWorstTasks;
import org.zhisheng.analytics.agenda.ChoiceErrors;
import org.zhisheng.analytics.agenda.ChoiceModel;
import org.zhisheng.analytics.agenda.Choices;
import org.zhisheng.analytics.agenda.RankedEstimate;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;

/** Best–worst scores, and utilities by conditional logit. */
record BestWorstKind(PlanNode node, String design, Domains domains, EstimateRule rule) implements Task {
    static Task read(PlanNode node, Scope scope) {
        for (PlanNode task : node.elements("tasks")) {
            scope.variables(task, "shown");
            scope.variable(task.get("best"));
            scope.variable(task.get("worst"));
            if (task.has("shown") == task.has("options")) {
                throw task.fault("needs either 'shown' (columns) or 'options' (the same for everybody)");
            }
        }
        return new BestWorstKind(
                node, scope.design(node), Domains.read(node, scope), Rules.estimate(node, IntervalRule.wald()));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        BestWorstTasks tasks = tasks(planned.variables(), domains.rows(planned));
        return node.text("estimate").equals("best_worst") ? scores(tasks, base) : utilities(tasks, base);
    }

    private BestWorstTasks tasks(Variables variables, boolean[] inside) {
        List<String> options = options(variables);
        List<BestWorstTask> tasks = new ArrayList<>();
        for (PlanNode task : node.elements("tasks")) {
            for (int row = 0; row < inside.length; row++) {
                String best = OptionSource.text(variables.get(task.text("best")), row);
                String worst = OptionSource.text(variables.get(task.text("worst")), row);
                if (inside[row] && !best.isEmpty() && !worst.isEmpty()) {
                    List<Integer> shown = shown(task, options, variables, row);
                    int first = OptionSource.place(options, best, task.text("best"), row);
                    int last = OptionSource.place(options, worst, task.text("worst"), row);
                    tasks.add(new BestWorstTask(row, shown, first, last));
                }
            }
        }
        return new BestWorstTasks(options, inside.length, tasks);
    }

    private static List<Integer> shown(PlanNode task, List<String> options, Variables variables, int row) {
        List<Integer> shown = new ArrayList<>();
        if (task.has("options")) {
            task.texts("options").forEach(option -> shown.add(options.indexOf(option)));
            return shown;
        }
        for (String column : task.texts("shown")) {
            String option = OptionSource.text(variables.get(column), row);
            if (!option.isEmpty()) {
                shown.add(OptionSource.place(options, option, column, row));
            }
        }
        return shown;
    }

    private List<String> options(Variables variables) {
        Set<String> found = new LinkedHashSet<>();
        for (PlanNode task : node.elements("tasks")) {
            found.addAll(OptionSource.options(task, task.texts("shown"), "", variables));
        }
        return found.stream().sorted().toList();
    }

    private Fields scores(BestWorstTasks tasks, Base base) {
        EstimateList results = new EstimateList(domains);
        for (RankedEstimate score : tasks.scores(new Estimator(base.design()), rule)) {
            String convention = "times best less times worst over times shown, weighted";
            results.add(score.topic(), null, null, score.estimate(), List.of(convention), score.rank());
        }
        return results.fields().put("answered_tasks", tasks.tasks().size());
    }

    private Fields utilities(BestWorstTasks tasks, Base base) {
        List<String> options = tasks.topics();
        int reference = node.has("reference") ? options.indexOf(node.text("reference")) : 0;
        if (reference < 0) {
            throw node.get("reference").fault("is not among the options " + options);
        }
        boolean pair = node.text("model", "sequential").equals("pair");
        Choices choices = Choices.ofBestWorst(tasks, reference, pair ? BestWorstModel.PAIR : BestWorstModel.SEQUENTIAL);
        ChoiceModel model = ChoiceModel.fit(choices, base.design().weights());
        ChoiceErrors errors = new ChoiceErrors.UnderDesign(base.design());
        List<Fields> utilities = new ArrayList<>();
        List<Estimate> coefficients = model.coefficients(errors, Rules.level(node));
        coefficients.forEach(
                c -> utilities.add(new Fields().put("of", c.statistic()).put(c).put("statistic", "utility")));
        List<Fields> shares = new ArrayList<>();
        model.preferenceShares(options.get(reference), errors, Rules.level(node))
                .forEach(s -> shares.add(new Fields()
                        .put("of", s.statistic().replaceFirst(" share$", ""))
                        .put(s)
                        .put("statistic", "preference share")));
        return new Fields()
                .put("results", utilities)
                .put("shares", shares)
                .put("reference", options.get(reference))
                .put("log_likelihood", model.logLikelihood())
                .put("pseudo_r_squared", model.pseudoRSquared())
                .put("iterations", model.iterations());
    }
}
