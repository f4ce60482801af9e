package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.comparison.MeanTest;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;

/** Design-based t tests: a mean against a number, or second group less first. */
record MeanTestTask(PlanNode node, String of, @Nullable String groups, String design, Domains domains) implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new MeanTestTask(
                node,
                scope.variable(node.get("of")),
                node.has("groups") ? scope.variable(node.get("groups")) : null,
                scope.design(node),
                Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        Estimator estimator = new Estimator(base.design());
        Domain whole = domains.subpopulation(planned, base);
        double level = Rules.level(node);
        if (groups == null) {
            double against = node.number("against", 0);
            return fields(
                    of + " less " + against, MeanTest.oneSample(estimator, base.scores(of), whole, against, level));
        }
        Factor factor = base.grouping(List.of(groups));
        int first = Groups.place(factor, Rules.text(node, "first"), 0);
        int second = Groups.place(factor, Rules.text(node, "second"), 1);
        String title = of + ": " + factor.labels().get(second) + " less "
                + factor.labels().get(first);
        return fields(
                title,
                MeanTest.twoSample(
                        estimator,
                        base.scores(of),
                        whole.and(Groups.domain(factor, first)),
                        whole.and(Groups.domain(factor, second)),
                        level));
    }

    private Fields fields(String title, MeanTest test) {
        Fields fields = new Fields()
                .put("of", title)
                .put(test.estimate())
                .put("t", test.test().statistic())
                .put("p_value", test.test().pValue());
        return new Fields().put("results", List.of(fields));
    }
}
