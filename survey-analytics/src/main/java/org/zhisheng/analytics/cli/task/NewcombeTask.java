package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.comparison.Newcombe;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalMethod;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Reference;

/** Newcombe's interval for the difference of two independent proportions, from counts or from groups of respondents. */
record NewcombeTask(
        PlanNode node, @Nullable YesNoSpec yesNo, @Nullable String groups, String design, Domains domains)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        if (!node.has("groups")) {
            for (String side : List.of("first", "second")) {
                if (!node.get(side).json().isObject()) {
                    throw node.get(side).fault("must be {\"yes\": …, \"n\": …}, unless 'groups' names a column");
                }
            }
            return new NewcombeTask(node, null, null, "", Domains.read(node, scope));
        }
        YesNoSpec yesNo = YesNoSpec.read(node, scope);
        if (yesNo == null) {
            throw node.fault("needs 'yes' (a condition), or 'of' and 'values'");
        }
        return new NewcombeTask(
                node, yesNo, scope.variable(node.get("groups")), scope.design(node), Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        double level = Rules.level(node);
        if (yesNo == null || groups == null) {
            PlanNode first = node.get("first");
            PlanNode second = node.get("second");
            Estimate difference = Newcombe.difference(
                    (long) first.number("yes"),
                    (long) first.number("n"),
                    (long) second.number("yes"),
                    (long) second.number("n"),
                    level);
            return new Fields()
                    .put(
                            "results",
                            List.of(new Fields().put("of", "first less second").put(difference)));
        }
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        Factor factor = base.grouping(List.of(groups));
        int first = Groups.place(factor, Rules.text(node, "first"), 0);
        int second = Groups.place(factor, Rules.text(node, "second"), 1);
        Domain whole = domains.subpopulation(planned, base);
        EstimateRule rule =
                new EstimateRule(new IntervalRule(IntervalMethod.WILSON, Reference.DESIGN, level), DesignEffect.NONE);
        Estimator estimator = new Estimator(base.design());
        List<Fields> results = new java.util.ArrayList<>();
        List<String> items = yesNo.variables(planned.variables());
        for (int i = 0; i < items.size(); i++) {
            var indicator = base.indicator(items.get(i), "1");
            Estimate one = estimator.proportion(indicator, whole.and(Groups.domain(factor, first)), rule);
            Estimate other = estimator.proportion(indicator, whole.and(Groups.domain(factor, second)), rule);
            String title = yesNo.titles().get(i) + ": " + factor.labels().get(first) + " less "
                    + factor.labels().get(second);
            results.add(new Fields()
                    .put("of", title)
                    .put(Newcombe.difference(one, other))
                    .put("first", one.value())
                    .put("second", other.value()));
        }
        return new Fields().put("results", results);
    }
}
