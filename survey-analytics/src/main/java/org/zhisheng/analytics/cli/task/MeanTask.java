package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.Estimating;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.IntervalRule;

/** Means and totals of variables by domain. */
record MeanTask(boolean total, List<String> of, boolean together, String design, Domains domains, EstimateRule rule)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new MeanTask(
                node.text("estimate").equals("total"),
                scope.variables(node, "of"),
                node.text("missing", "each").equals("together"),
                scope.design(node),
                Domains.read(node, scope),
                Rules.estimate(node, IntervalRule.wald()));
    }

    @Override
    public void prepare(Survey survey) {
        PlannedDesign planned = survey.design(design);
        if (!together) {
            planned.declare(domains.groupings(planned), of);
        }
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = together ? planned.rows() : planned.base(domains.groupings(planned), of);
        Estimating estimator = planned.estimating(base);
        EstimateList results = new EstimateList(domains);
        Domain complete = together ? complete(planned) : Domain.all();
        for (String name : of) {
            var variable = base.scores(name);
            for (Domains.Part part : domains.parts(planned, base)) {
                Domain domain = together ? part.domain().and(complete) : part.domain();
                var estimate = total ? estimator.total(variable, domain, rule) : estimator.mean(variable, domain, rule);
                results.add(name, null, part.name(), estimate, missing());
            }
        }
        return results.fields();
    }

    private List<String> missing() {
        return together ? List.of("only respondents who answered all of " + of) : List.of();
    }

    private Domain complete(PlannedDesign planned) {
        List<Variable> variables = new ArrayList<>();
        of.forEach(name -> variables.add(planned.variables().get(name)));
        return Domain.where(
                "complete",
                planned.variables().rows(),
                row -> variables.stream()
                        .noneMatch(v -> Double.isNaN(v.number(row)) || v.missing(row) < Condition.FALSE));
    }
}
