package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.Estimating;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.comparison.WaveComparison;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Variable;

/** Changes between two waves of one file, and differences in such changes between two groups. */
record WaveTask(
        List<String> of,
        @Nullable YesNoSpec yesNo,
        Wave first,
        Wave second,
        Domains domains,
        @Nullable Expression treated,
        @Nullable Expression control,
        IntervalRule rule)
        implements Task {
    private static final EstimateRule BARE = new EstimateRule(IntervalRule.none(), DesignEffect.NONE);

    /** One wave: a design, and a condition on its rows or null. */
    record Wave(String design, @Nullable Expression rows) {
        static Wave read(PlanNode wave, PlanNode estimate, Scope scope) {
            if (!wave.has("design") && !wave.has("where")) {
                throw wave.fault("needs 'where' (its rows) or 'design'");
            }
            return new Wave(
                    scope.design(wave.has("design") ? wave : estimate),
                    wave.has("where") ? scope.expression(wave.get("where")) : null);
        }
    }

    static Task read(PlanNode node, Scope scope) {
        YesNoSpec yesNo = YesNoSpec.read(node, scope);
        if (yesNo == null && !node.has("of")) {
            throw node.fault("needs 'of' (columns), or 'yes' (a condition)");
        }
        return new WaveTask(
                yesNo == null ? scope.variables(node, "of") : List.of(),
                yesNo,
                Wave.read(node.get("first"), node, scope),
                Wave.read(node.get("second"), node, scope),
                Domains.read(node, scope),
                node.has("treated") ? scope.expression(node.get("treated")) : null,
                node.has("control") ? scope.expression(node.get("control")) : null,
                Rules.interval(node, IntervalRule.wald()));
    }

    @Override
    public Fields run(Survey survey) {
        Side before = new Side(survey.wave(first.design(), first.rows()));
        Side after = new Side(survey.wave(second.design(), second.rows()));
        List<Fields> results = new ArrayList<>();
        List<String> titles = yesNo == null ? of : yesNo.titles();
        for (int i = 0; i < titles.size(); i++) {
            if (treated == null || control == null) {
                differences(titles.get(i), before, after, i, results);
            } else {
                WaveComparison comparison = WaveComparison.differenceInDifferences(
                        before.groups(i, treated, control), after.groups(i, treated, control), rule);
                results.add(fields(titles.get(i), comparison));
            }
        }
        return new Fields().put("results", results);
    }

    private void differences(String title, Side before, Side after, int item, List<Fields> results) {
        List<Domains.Part> later = domains.parts(after.planned, after.base);
        for (Domains.Part part : domains.parts(before.planned, before.base)) {
            for (Domains.Part match : later) {
                if (Objects.equals(name(part), name(match))) {
                    Estimate early = before.estimate(item, part.domain());
                    Estimate late = after.estimate(item, match.domain());
                    Fields fields = fields(title, WaveComparison.difference(early, late, rule));
                    if (part.name() != null) {
                        fields.put("domain", part.name());
                    }
                    results.add(fields.put("first", summary(early)).put("second", summary(late)));
                }
            }
        }
    }

    private static @Nullable String name(Domains.Part part) {
        return part.name() == null ? null : String.valueOf(part.name().values());
    }

    private static Fields summary(Estimate estimate) {
        return new Fields()
                .put("value", estimate.value())
                .put("standard_error", estimate.standardError())
                .put("n", estimate.sampleSize());
    }

    private static Fields fields(String title, WaveComparison comparison) {
        return new Fields()
                .put("of", title)
                .put(comparison.change())
                .put(comparison.test().test(), comparison.test().statistic())
                .put("p_value", comparison.test().pValue());
    }

    /** One wave made ready. */
    private final class Side {
        private final PlannedDesign planned;
        private final Base base;
        private final List<String> items;

        Side(PlannedDesign planned) {
            this.planned = planned;
            this.base = planned.rows();
            this.items = yesNo == null ? of : yesNo.variables(planned.variables());
        }

        private Variable variable(int item) {
            return yesNo == null ? base.scores(items.get(item)) : base.indicator(items.get(item), "1");
        }

        Estimate estimate(int item, Domain domain) {
            Estimating estimating = planned.estimating(base);
            return yesNo == null
                    ? estimating.mean(variable(item), domain, BARE)
                    : estimating.proportion(variable(item), domain, BARE);
        }

        EstimateVector groups(int item, Expression one, Expression other) {
            Domain whole = domains.subpopulation(planned, base);
            List<Domain> groups = List.of(
                    whole.and(Domains.rows("treated", one, planned)),
                    whole.and(Domains.rows("control", other, planned)));
            return new Estimator(base.design()).domainMeans(variable(item), groups, BARE);
        }
    }
}
