package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.numeric.QuantileRule;
import org.zhisheng.analytics.numeric.WeightedQuantiles;
import org.zhisheng.analytics.weighting.WeightAdjustment;

/**
 * Estimates whose standard error is the spread of the same statistic under replicate weights, which serves any
 * statistic, smooth or not.
 *
 * <p>Deviations are taken from the mean of the replicates, as R's survey package does by default. Replicates in which
 * the statistic does not exist are left out.
 */
public final class ReplicateEstimator {
    private final Replicates replicates;
    private final @Nullable BiFunction<double[], double[], WeightAdjustment> adjust;
    private final double[] weights;
    private final List<String> conventions;

    private ReplicateEstimator(
            Replicates replicates, @Nullable BiFunction<double[], double[], WeightAdjustment> adjust) {
        this.replicates = replicates;
        this.adjust = adjust;
        this.conventions = new ArrayList<>(replicates.design.conventions());
        double[] base = replicates.design.weights();
        if (adjust == null) {
            weights = base;
        } else {
            WeightAdjustment adjusted = adjust.apply(base, ones());
            weights = adjusted.weights();
            conventions.add("every replicate adjusted anew: " + adjusted.convention());
        }
        conventions.add("deviations from the mean of the replicates");
    }

    /** Delete-one jackknife: JK1 for one stratum, JKn for several. Any adjustment belongs to {@link #adjusted}. */
    public static ReplicateEstimator jackknife(Design design) {
        return new ReplicateEstimator(new Replicates.Jackknife(requireUnadjusted(design)), null);
    }

    /**
     * Rescaled bootstrap with finite population correction.
     *
     * @param replicates how many, at least 2
     * @param seed the same seed gives the same digits
     */
    public static ReplicateEstimator bootstrap(Design design, int replicates, long seed) {
        return new ReplicateEstimator(new Replicates.Bootstrap(requireUnadjusted(design), replicates, seed), null);
    }

    /** The same replicates, each adjusted to population counts by itself. */
    public ReplicateEstimator adjusted(BiFunction<double[], double[], WeightAdjustment> adjustment) {
        return new ReplicateEstimator(replicates, adjustment);
    }

    private static Design requireUnadjusted(Design design) {
        if (design.isAdjusted()) {
            throw new IllegalArgumentException(
                    "replicates are made from a design before adjustment; adjust the replicates instead");
        }
        return design;
    }

    /** Weighted mean of a variable given in rows. */
    public Estimate mean(Variable y, Domain domain, IntervalRule rule) {
        boolean[] base = base(domain, y);
        return estimate("mean", base, domain, w -> sum(w, base, y) / sum(w, base, null), rule);
    }

    /**
     * Share of a 0/1 variable. The logit interval takes the share's replicate variance to the log-odds by the delta
     * method ({@code "xlogit"} in R).
     */
    public Estimate proportion(Variable indicator, Domain domain, IntervalRule rule) {
        Estimate mean = mean(indicator, domain, new IntervalRule(IntervalMethod.NONE, rule.reference(), rule.level()));
        double variance = mean.standardError() * mean.standardError();
        double df = rule.reference() == Reference.NORMAL ? Double.POSITIVE_INFINITY : mean.degreesOfFreedom();
        Design design = replicates.design;
        Linearized base = Linearized.mean(design, indicator, domain);
        DomainSize size = DomainSize.of(design, domain);
        double kish = DomainSize.effectiveSize(design, base);
        return new Estimate(
                "proportion",
                mean.value(),
                mean.standardError(),
                ProportionInterval.of(
                        mean.value(), variance, rule, df, mean.degreesOfFreedom(), size.rows(), kish, !size.census()),
                mean.degreesOfFreedom(),
                mean.sampleSize(),
                Double.NaN,
                "proportion, " + replicates.method(),
                mean.conventions());
    }

    /** Weighted sum of a variable given in rows. */
    public Estimate total(Variable y, Domain domain, IntervalRule rule) {
        boolean[] base = base(domain, y);
        return estimate("total", base, domain, w -> sum(w, base, y), rule);
    }

    /** Ratio of two weighted sums. */
    public Estimate ratio(Variable numerator, Variable denominator, Domain domain, IntervalRule rule) {
        boolean[] base = base(domain, numerator, denominator);
        return estimate("ratio", base, domain, w -> sum(w, base, numerator) / sum(w, base, denominator), rule);
    }

    /** Quantile of a variable; the jackknife is known to fail for quantiles, so it is refused here. */
    public Estimate quantile(Variable y, double share, QuantileRule how, Domain domain, IntervalRule rule) {
        if (replicates instanceof Replicates.Jackknife) {
            throw new IllegalArgumentException(
                    "a jackknife does not estimate the variance of a quantile; use the bootstrap or Woodruff's interval");
        }
        boolean[] base = base(domain, y);
        double[] values = new double[base.length];
        Arrays.setAll(values, row -> base[row] ? y.value(row) : 0);
        return estimate("quantile " + share, base, domain, w -> quantile(w, base, values, share, how), rule);
    }

    private static double quantile(double[] w, boolean[] base, double[] values, double share, QuantileRule how) {
        double[] inside = new double[w.length];
        Arrays.setAll(inside, row -> base[row] ? w[row] : 0);
        return WeightedQuantiles.of(values, inside).at(share, how);
    }

    private Estimate estimate(
            String statistic, boolean[] base, Domain domain, ToDoubleFunction<double[]> f, IntervalRule rule) {
        double value = f.applyAsDouble(weights);
        double variance = variance(f);
        double df = replicates.degreesOfFreedom(domain);
        int n = 0;
        for (int row = 0; row < base.length; row++) {
            n += base[row] && weights[row] != 0 ? 1 : 0;
        }
        double reference = rule.reference() == Reference.NORMAL ? Double.POSITIVE_INFINITY : df;
        List<String> how = new ArrayList<>(conventions);
        how.add("interval: " + rule.reference().name().toLowerCase(Locale.ROOT) + " reference");
        return new Estimate(
                statistic,
                value,
                Math.sqrt(variance),
                Estimator.wald(value, variance, reference, rule),
                df,
                n,
                Double.NaN,
                statistic + ", " + replicates.method(),
                how);
    }

    private double variance(ToDoubleFunction<double[]> f) {
        double[] theta = new double[replicates.count()];
        for (int r = 0; r < theta.length; r++) {
            theta[r] = f.applyAsDouble(replicateWeights(r));
        }
        double mean =
                Arrays.stream(theta).filter(t -> !Double.isNaN(t)).average().orElse(Double.NaN);
        double variance = 0;
        for (int r = 0; r < theta.length; r++) {
            double deviation = theta[r] - mean;
            variance += Double.isNaN(theta[r]) ? 0 : replicates.scale(r) * deviation * deviation;
        }
        return Double.isNaN(mean) ? Double.NaN : variance;
    }

    private double[] replicateWeights(int replicate) {
        double[] w = replicates.design.weights();
        for (int row = 0; row < w.length; row++) {
            w[row] *= replicates.factor(replicate, replicates.psu[row]);
        }
        return adjust == null ? w : adjust.apply(w, ones()).weights();
    }

    private double[] ones() {
        double[] one = new double[replicates.design.cells()];
        Arrays.fill(one, 1);
        return one;
    }

    private static boolean[] base(Domain domain, Variable... variables) {
        boolean[] base = new boolean[variables[0].records()];
        for (int row = 0; row < base.length; row++) {
            int at = row;
            base[row] = domain.contains(row)
                    && Arrays.stream(variables).noneMatch(variable -> Double.isNaN(variable.value(at)));
        }
        return base;
    }

    private static double sum(double[] w, boolean[] base, @Nullable Variable y) {
        double sum = 0;
        for (int row = 0; row < w.length; row++) {
            sum += base[row] ? w[row] * (y == null ? 1 : y.value(row)) : 0;
        }
        return sum;
    }
}
