package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.DesignBuilder;
import org.zhisheng.analytics.estimation.LonelyPsu;
import org.zhisheng.analytics.estimation.MergeRule;
import org.zhisheng.analytics.estimation.ReplicateEstimator;
import org.zhisheng.analytics.estimation.Strata;
import org.zhisheng.analytics.weighting.Calibration;
import org.zhisheng.analytics.weighting.Margin;
import org.zhisheng.analytics.weighting.PostStratification;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingReport;
import org.zhisheng.analytics.weighting.RakingVariance;
import org.zhisheng.analytics.weighting.WeightAdjustment;
import org.zhisheng.analytics.weighting.WeightTrimming;

/** Makes the library's design from the plan's description. */
final class DesignMaker {
    private static final double RAKING_TOLERANCE = 1e-12;
    private static final int RAKING_SWEEPS = 1000;
    private static final int BOOTSTRAPS = 500;

    private final DesignSpec spec;
    private final Source source;
    private @Nullable RakingReport report;

    DesignMaker(DesignSpec spec, Source source) {
        this.spec = spec;
        this.source = source;
    }

    /** The cells that a design is made over. */
    sealed interface Source {
        DesignBuilder start();

        Factor grouping(List<String> names);

        double[] numbers(String name);

        double[] frequency();
    }

    record RowSource(Variables variables) implements Source {
        @Override
        public DesignBuilder start() {
            return Design.ofRows(variables.rows());
        }

        @Override
        public Factor grouping(List<String> names) {
            return RowBase.grouping(variables, names);
        }

        @Override
        public double[] numbers(String name) {
            return variables.numbers(name);
        }

        @Override
        public double[] frequency() {
            double[] one = new double[variables.rows()];
            Arrays.fill(one, 1);
            return one;
        }
    }

    record CubeSource(CountCube cube) implements Source {
        @Override
        public DesignBuilder start() {
            return Design.ofCube(cube);
        }

        @Override
        public Factor grouping(List<String> names) {
            return cube.grouping(PlannedDesign.dimension(names));
        }

        @Override
        public double[] numbers(String name) {
            throw new IllegalStateException("counts hold no numbers of " + name);
        }

        @Override
        public double[] frequency() {
            double[] frequency = new double[cube.cells()];
            Arrays.setAll(frequency, cube::size);
            return frequency;
        }
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
            builder.weights(requireComplete(spec.weights()));
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
        if (!spec.strata().isEmpty()) {
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
        Factor strata = source.grouping(spec.strata());
        if (spec.clusters() == null) {
            builder.strata(Strata.of(strata, source.frequency(), spec.population(), mergeRule()));
        } else {
            builder.strata(strata).populationSizes(spec.population());
        }
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
        double[] sizes = requireComplete(column);
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

    private double[] requireComplete(String column) {
        double[] numbers = source.numbers(column);
        for (int row = 0; row < numbers.length; row++) {
            if (Double.isNaN(numbers[row])) {
                throw new IllegalArgumentException(
                        "column '" + column + "', data row " + (row + 1) + " of the design: a number is needed");
            }
        }
        return numbers;
    }

    private static LonelyPsu lonely(String rule) {
        return rule.equals("certainty") ? LonelyPsu.REMOVE : LonelyPsu.valueOf(rule.toUpperCase(Locale.ROOT));
    }

    private Design adjusted(Design design) {
        BiFunction<double[], double[], WeightAdjustment> adjustment = adjustment();
        return adjustment == null ? design : design.adjusted(adjustment);
    }

    /** How weights are adjusted to population counts, or null. */
    private @Nullable BiFunction<double[], double[], WeightAdjustment> adjustment() {
        if (!spec.calibration().totals().isEmpty()) {
            List<Calibration.Total> totals = totals();
            return (w, n) -> Calibration.of(totals, w, n, spec.calibration().distance());
        }
        if (spec.margins().isEmpty()) {
            return null;
        }
        List<Margin> margins = spec.margins().stream()
                .map(m -> Margin.of(source.grouping(m.by()), m.counts()))
                .toList();
        return spec.postStratified()
                ? (w, n) -> PostStratification.of(margins.getFirst(), w, n)
                : (w, n) -> rake(margins, w, n);
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
            BiFunction<double[], double[], WeightAdjustment> adjustment = adjustment();
            return adjustment == null ? made : made.adjusted(adjustment);
        } catch (IllegalArgumentException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }

    private Raking rake(List<Margin> margins, double[] weights, double[] frequency) {
        PlanNode rake = spec.node().find("rake");
        boolean averages = rake != null && rake.text("residuals", "").equals("averages");
        Raking raking = Raking.of(
                margins,
                weights,
                frequency,
                rake == null ? RAKING_SWEEPS : rake.integer("max_iterations", RAKING_SWEEPS),
                rake == null ? RAKING_TOLERANCE : rake.number("tolerance", RAKING_TOLERANCE),
                averages ? RakingVariance.MARGIN_AVERAGES : RakingVariance.BASE_WEIGHT_RESIDUALS);
        report = raking.report();
        return raking;
    }

    /** How raking went, once a raked design has been made; null otherwise. */
    @Nullable RakingReport report() {
        return report;
    }

    private List<Calibration.Total> totals() {
        List<Calibration.Total> totals = new ArrayList<>();
        List<Margin> margins = new ArrayList<>();
        for (CalibrationSpec.Total total : spec.calibration().totals()) {
            if (!total.counts().isEmpty()) {
                margins.add(Margin.of(source.grouping(List.of(total.of())), total.counts()));
            }
        }
        if (!margins.isEmpty()) {
            totals.addAll(Calibration.totals(margins));
        } else if (!Double.isNaN(spec.calibration().population())) {
            double[] one = source.frequency();
            Arrays.fill(one, 1);
            totals.add(
                    Calibration.Total.of("population", one, spec.calibration().population()));
        }
        for (CalibrationSpec.Total total : spec.calibration().totals()) {
            if (total.counts().isEmpty()) {
                totals.add(Calibration.Total.of(total.of(), requireComplete(total.of()), total.total()));
            }
        }
        return totals;
    }
}
