package org.zhisheng.analytics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Reference;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Change between two waves that were sampled apart. Treating waves as independent is usually conservative when the same
 * people answer both. Degrees of freedom add up, as if the waves were strata of one design.
 *
 * @param change the later value less the earlier, or the difference of two such changes
 * @param test whether it is zero
 */
public record WaveComparison(Estimate change, TestResult test) {
    /** The change of one figure. */
    public static WaveComparison difference(Estimate before, Estimate after, IntervalRule rule) {
        double variance = square(before.standardError()) + square(after.standardError());
        return of(
                "difference between waves",
                after.value() - before.value(),
                variance,
                before.degreesOfFreedom() + after.degreesOfFreedom(),
                before.sampleSize() + after.sampleSize(),
                after,
                rule);
    }

    /**
     * How much more the first of two groups changed than the second.
     *
     * @param before the two groups' figures in the earlier wave, with their covariance
     * @param after the same groups in the later wave
     */
    public static WaveComparison differenceInDifferences(
            EstimateVector before, EstimateVector after, IntervalRule rule) {
        requireTwo(before, "earlier");
        requireTwo(after, "later");
        Estimate first = before.combination("gap", new double[] {1, -1}, IntervalRule.none());
        Estimate second = after.combination("gap", new double[] {1, -1}, IntervalRule.none());
        int n = before.estimates().stream().mapToInt(Estimate::sampleSize).sum()
                + after.estimates().stream().mapToInt(Estimate::sampleSize).sum();
        return of(
                "difference in differences",
                second.value() - first.value(),
                square(first.standardError()) + square(second.standardError()),
                first.degreesOfFreedom() + second.degreesOfFreedom(),
                n,
                second,
                rule);
    }

    private static void requireTwo(EstimateVector groups, String wave) {
        if (groups.estimates().size() != 2) {
            throw new IllegalArgumentException("a difference in differences compares two groups; the " + wave
                    + " wave has " + groups.estimates().size());
        }
    }

    private static WaveComparison of(
            String statistic, double value, double variance, double df, int n, Estimate later, IntervalRule rule) {
        double se = Math.sqrt(variance);
        double reference = rule.reference() == Reference.NORMAL ? Double.POSITIVE_INFINITY : df;
        double half = Distributions.tQuantile(0.5 + rule.level() / 2, reference) * se;
        Interval interval = half >= 0 ? new Interval(value - half, value + half, rule.level(), "wald") : null;
        List<String> conventions = new ArrayList<>(later.conventions());
        conventions.add("waves treated as independent");
        String method = statistic + " of independent waves";
        Estimate change = new Estimate(statistic, value, se, interval, df, n, Double.NaN, method, conventions);
        double t = value / se;
        return new WaveComparison(
                change,
                new TestResult(
                        Double.isInfinite(reference) ? "z" : "t",
                        t,
                        1,
                        reference,
                        Distributions.tTwoSided(t, reference),
                        method,
                        conventions));
    }

    private static double square(double x) {
        return x * x;
    }
}
