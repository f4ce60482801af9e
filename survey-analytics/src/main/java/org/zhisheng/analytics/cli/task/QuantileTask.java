package org.zhisheng.analytics.cli.task;

import java.util.List;
import java.util.Locale;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.Estimating;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.estimation.IntervalMethod;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Reference;
import org.zhisheng.analytics.numeric.QuantileRule;

/** Quantiles by domain. */
record QuantileTask(
        List<String> of, List<Double> shares, QuantileRule how, String design, Domains domains, IntervalRule rule)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        List<Double> shares = node.has("probabilities")
                ? node.elements("probabilities").stream().map(PlanNode::number).toList()
                : List.of(0.5);
        return new QuantileTask(
                scope.variables(node, "of"),
                shares,
                QuantileRule.valueOf(node.text("rule", "math").toUpperCase(Locale.ROOT)),
                scope.design(node),
                Domains.read(node, scope),
                Rules.interval(node, new IntervalRule(IntervalMethod.WALD, Reference.DESIGN, Rules.LEVEL)));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        Estimating estimator = planned.estimating(base);
        EstimateList results = new EstimateList(domains);
        for (String name : of) {
            for (double share : shares) {
                for (Domains.Part part : domains.parts(planned, base)) {
                    var estimate = estimator.quantile(base.scores(name), share, how, part.domain(), rule);
                    results.add(name, null, part.name(), estimate, List.of());
                }
            }
        }
        return results.fields();
    }
}
