package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.Estimating;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.IntervalRule;

/** The ratio of two totals by domain. */
record RatioTask(String numerator, String denominator, String design, Domains domains, EstimateRule rule)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new RatioTask(
                scope.variable(node.get("numerator")),
                scope.variable(node.get("denominator")),
                scope.design(node),
                Domains.read(node, scope),
                Rules.estimate(node, IntervalRule.wald()));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        Estimating estimator = planned.estimating(base);
        EstimateList results = new EstimateList(domains);
        for (Domains.Part part : domains.parts(planned, base)) {
            var estimate = estimator.ratio(base.scores(numerator), base.scores(denominator), part.domain(), rule);
            results.add(numerator + " / " + denominator, null, part.name(), estimate, List.of());
        }
        return results.fields();
    }
}
