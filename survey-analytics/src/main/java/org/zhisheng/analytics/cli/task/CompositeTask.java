package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.Estimating;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Variable;
import org.zhisheng.analytics.reliability.ItemScores;
import org.zhisheng.analytics.reliability.PersonMeans;

/** The mean of person means over the items of a scale. */
record CompositeTask(List<String> items, int minimum, String design, Domains domains, EstimateRule rule)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        List<String> items = scope.variables(node, "items");
        return new CompositeTask(
                items,
                node.integer("minimum", items.size()),
                scope.design(node),
                Domains.read(node, scope),
                Rules.estimate(node, IntervalRule.wald()));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        PersonMeans means = PersonMeans.of(scores(items, planned.variables()), minimum);
        String name = "mean of " + items;
        Variable composite = Variable.ofRows(name, means.values());
        Estimating estimator = planned.estimating(base);
        EstimateList results = new EstimateList(domains);
        for (Domains.Part part : domains.parts(planned, base)) {
            var estimate = estimator.mean(composite, part.domain(), rule);
            results.add(name, null, part.name(), estimate, List.of(means.convention()));
        }
        return results.fields();
    }

    static ItemScores scores(List<String> items, Variables variables) {
        return ItemScores.of(items, items.stream().map(variables::numbers).toArray(double[][]::new));
    }
}
