package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.Estimating;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.IntervalRule;

/** Proportions by domain: of what counts as yes, or of every category. */
record ProportionTask(List<String> of, @Nullable YesNoSpec yesNo, String design, Domains domains, EstimateRule rule)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        YesNoSpec yesNo = YesNoSpec.read(node, scope);
        if (yesNo == null && !node.has("of")) {
            throw node.fault("needs 'of' (columns), or 'yes' (a condition)");
        }
        return new ProportionTask(
                yesNo == null ? scope.variables(node, "of") : List.of(),
                yesNo,
                scope.design(node),
                Domains.read(node, scope),
                Rules.estimate(node, IntervalRule.logit()));
    }

    private List<String> items(PlannedDesign planned) {
        return yesNo == null ? of : yesNo.variables(planned.variables());
    }

    @Override
    public void prepare(Survey survey) {
        PlannedDesign planned = survey.design(design);
        planned.declare(domains.groupings(planned), items(planned));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        List<String> items = items(planned);
        Base base = planned.base(domains.groupings(planned), items);
        EstimateList results = new EstimateList(domains);
        for (int i = 0; i < items.size(); i++) {
            CategoryVariable category = planned.variables().category(items.get(i));
            for (int k = 0; k < category.categories(); k++) {
                if (yesNo == null) {
                    add(results, planned, base, items.get(i), category.values().get(k), category.label(k));
                } else if (k == 1) {
                    add(
                            results,
                            planned,
                            base,
                            items.get(i),
                            "1",
                            yesNo.titles().get(i));
                }
            }
        }
        return results.fields();
    }

    private void add(EstimateList results, PlannedDesign planned, Base base, String item, String value, String title) {
        Estimating estimator = planned.estimating(base);
        var indicator = base.indicator(item, value);
        for (Domains.Part part : domains.parts(planned, base)) {
            var estimate = estimator.proportion(indicator, part.domain(), rule);
            if (yesNo == null) {
                results.add(item, title, part.name(), estimate, List.of());
            } else {
                List<String> values = yesNo.values();
                results.add(
                        title,
                        values.isEmpty() ? null : String.join(", ", values),
                        part.name(),
                        estimate,
                        List.of(yesNo.missing().convention()));
            }
        }
    }
}
