package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.weighting.Calibration;
import org.zhisheng.analytics.weighting.Margin;
import org.zhisheng.analytics.weighting.PostStratification;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingReport;
import org.zhisheng.analytics.weighting.RakingVariance;
import org.zhisheng.analytics.weighting.WeightAdjustment;

/** The adjustment of weights to population counts that a plan asks for. */
final class Adjustment {
    private static final double RAKING_TOLERANCE = 1e-12;
    private static final int RAKING_SWEEPS = 1000;

    private final DesignSpec spec;
    private final CellSource source;
    private @Nullable RakingReport report;

    Adjustment(DesignSpec spec, CellSource source) {
        this.spec = spec;
        this.source = source;
    }

    /** From weights and frequencies to adjusted weights; null where the plan asks for none. */
    @Nullable BiFunction<double[], double[], WeightAdjustment> toPopulation() {
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
                totals.add(Calibration.Total.of(total.of(), source.completeNumbers(total.of()), total.total()));
            }
        }
        return totals;
    }
}
