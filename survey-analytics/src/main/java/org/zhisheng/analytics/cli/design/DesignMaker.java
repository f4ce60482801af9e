package org.zhisheng.analytics.cli.design;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.DesignBuilder;
import org.zhisheng.analytics.estimation.LonelyPsu;
import org.zhisheng.analytics.estimation.MergeRule;
import org.zhisheng.analytics.estimation.ReplicateEstimator;
import org.zhisheng.analytics.estimation.Strata;
import org.zhisheng.analytics.weighting.RakingReport;
import org.zhisheng.analytics.weighting.WeightAdjustment;
import org.zhisheng.analytics.weighting.WeightTrimming;

/** Makes the library's design from the plan's description. */
final class DesignMaker {
    private static final int BOOTSTRAPS = 500;

    private final DesignSpec spec;
    private final CellSource source;
    private final Adjustment adjustment;

    DesignMaker(DesignSpec spec, CellSource source) {
        this.spec = spec;
        this.source = source;
        this.adjustment = new Adjustment(spec, source);
    }

    /** The design; what does not fit is named with the design's place in the plan. */
    Design make() {
        try {
            return trimmed(adjusted(sampled().build()));
        } catch (IllegalArgumentException e) {
            throw spec.node().fault(String.valueOf(e.getMessage()));
        }
    }

    private Design trimmed(Design design) {
        PlanNode trim = spec.node().find("trim");
        return trim == null
                ? design
                : design.adjusted((w, n) -> WeightTrimming.of(
                        w,
                        n,
                        trim.number("lower", Double.NEGATIVE_INFINITY),
                        trim.number("upper", Double.POSITIVE_INFINITY),
                        trim.flag("strict", false)));
    }

    private DesignBuilder sampled() {
        PlanNode node = spec.node();
        DesignBuilder builder = source.start()
                .lonelyPsu(lonely(node.text("lonely_psu", "fail")))
                .adjustLonelyDomains(node.flag("lonely_domains", false));
        strata(builder);
        if (spec.clusters() != null) {
            builder.clusters(source.grouping(List.of(spec.clusters())));
        }
        if (spec.weights() != null) {
            builder.weights(source.completeNumbers(spec.weights()));
        } else if (!spec.correction() && spec.node().has("population")) {
            builder.weights(weightsFromSizes());
        }
        return builder;
    }

    /** Weights that follow from population sizes which give no finite population correction. */
    private double[] weightsFromSizes() {
        DesignBuilder builder = source.start();
        sizes(builder);
        if (spec.clusters() != null) {
            builder.clusters(source.grouping(List.of(spec.clusters())));
        }
        return builder.build().weights();
    }

    private void strata(DesignBuilder builder) {
        if (spec.correction() && spec.fpcColumn() == null) {
            sizes(builder);
            return;
        }
        if (!spec.population().isEmpty() && spec.clusters() == null) {
            builder.strata(headcounts().stratum());
        } else if (!spec.strata().isEmpty()) {
            builder.strata(source.grouping(spec.strata()));
        }
        String column = spec.fpcColumn();
        if (column != null) {
            columnSizes(builder, column);
        }
    }

    private void sizes(DesignBuilder builder) {
        if (spec.strata().isEmpty()) {
            builder.populationSize(spec.populationSize());
            return;
        }
        if (spec.clusters() == null) {
            builder.strata(headcounts());
        } else {
            builder.strata(source.grouping(spec.strata())).populationSizes(spec.population());
        }
    }

    /** Strata with their headcounts, merged where the plan says so. */
    private Strata headcounts() {
        return Strata.of(source.grouping(spec.strata()), source.frequency(), spec.population(), mergeRule());
    }

    private MergeRule mergeRule() {
        PlanNode merge = spec.node().find("merge_strata");
        if (merge == null) {
            return new MergeRule.None();
        }
        int minimum = merge.integer("minimum", 1);
        if (merge.has("groups")) {
            return new MergeRule.Groups(minimum, merge.members("groups", PlanNode::text));
        }
        return new MergeRule.Neighbours(minimum, merge.texts("order"));
    }

    private void columnSizes(DesignBuilder builder, String column) {
        double[] sizes = source.completeNumbers(column);
        if (spec.strata().isEmpty()) {
            builder.populationSize(sizes[0]);
            return;
        }
        Factor strata = source.grouping(spec.strata());
        Map<String, Double> byStratum = new HashMap<>();
        for (int row = 0; row < sizes.length; row++) {
            String stratum = strata.labels().get(strata.code(row));
            Double before = byStratum.put(stratum, sizes[row]);
            if (before != null && before != sizes[row]) {
                throw new IllegalArgumentException("column '" + column + "' gives stratum " + stratum + " two sizes, "
                        + before + " and " + sizes[row]);
            }
        }
        builder.populationSizes(byStratum);
    }

    private static LonelyPsu lonely(String rule) {
        return rule.equals("certainty") ? LonelyPsu.REMOVE : LonelyPsu.valueOf(rule.toUpperCase(Locale.ROOT));
    }

    private Design adjusted(Design design) {
        BiFunction<double[], double[], WeightAdjustment> toPopulation = adjustment.toPopulation();
        return toPopulation == null ? design : design.adjusted(toPopulation);
    }

    /** The replicates that the plan asks for, each adjusted anew; null without any. */
    @Nullable ReplicateEstimator replicates() {
        PlanNode node = spec.node().find("replicates");
        if (node == null) {
            return null;
        }
        try {
            ReplicateEstimator made = node.text("method").equals("jackknife")
                    ? ReplicateEstimator.jackknife(sampled().build())
                    : ReplicateEstimator.bootstrap(
                            sampled().build(), node.integer("count", BOOTSTRAPS), (long) node.number("seed", 1));
            BiFunction<double[], double[], WeightAdjustment> toPopulation = adjustment.toPopulation();
            return toPopulation == null ? made : made.adjusted(toPopulation);
        } catch (IllegalArgumentException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }

    /** How raking went, once a raked design has been made; null otherwise. */
    @Nullable RakingReport report() {
        return adjustment.report();
    }
}
