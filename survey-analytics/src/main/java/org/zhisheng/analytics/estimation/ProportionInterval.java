package org.zhisheng.analytics.estimation;

import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Intervals of a proportion from its standard error.
 *
 * <p>At 0 and 1 every method built on the standard error has zero width or none, so an exact binomial interval on the
 * effective sample size takes its place.
 */
final class ProportionInterval {
    private final double p;
    private final double variance;
    private final double df;
    private final double rows;
    private final double effectiveSize;

    private ProportionInterval(double p, double variance, double df, double rows, double effectiveSize) {
        this.p = p;
        this.variance = variance;
        this.df = df;
        this.rows = rows;
        this.effectiveSize = effectiveSize;
    }

    /**
     * The interval, or null where there is no base or no standard error.
     *
     * @param df degrees of freedom of the reference
     * @param designDf degrees of freedom of the design, which the beta interval always uses
     * @param rows rows of the design, for the beta interval's correction
     * @param effectiveSize Kish's effective sample size, for the exact interval
     * @param exactAtEnds whether 0 and 1 get the exact interval; not where the domain was taken in full and they are known
     */
    static @Nullable Interval of(
            double p,
            double variance,
            IntervalRule rule,
            double df,
            double designDf,
            double rows,
            double effectiveSize,
            boolean exactAtEnds) {
        if (Double.isNaN(p) || rule.method() == IntervalMethod.NONE) {
            return null;
        }
        boolean boundary = p <= 0 || p >= 1;
        if (boundary && exactAtEnds) {
            return new ProportionInterval(p, variance, designDf, rows, effectiveSize).exact(rule.level());
        }
        if (Double.isNaN(variance)) {
            return null;
        }
        ProportionInterval made = new ProportionInterval(
                p, variance, rule.method() == IntervalMethod.BETA ? designDf : df, rows, effectiveSize);
        return variance == 0 ? new Interval(p, p, rule.level(), name(rule.method())) : made.make(rule);
    }

    private static String name(IntervalMethod method) {
        return method.name().toLowerCase(java.util.Locale.ROOT);
    }

    private @Nullable Interval make(IntervalRule rule) {
        double tail = (1 - rule.level()) / 2;
        double t = Distributions.tQuantile(1 - tail, df);
        double[] limits = switch (rule.method()) {
            case WALD, NONE -> new double[] {p - t * se(), p + t * se()};
            case LOGIT -> logit(t);
            case ARCSINE -> arcsine(t);
            case WILSON -> wilson(t);
            case BETA -> beta(tail, kornGraubard(p * (1 - p) / variance, tail));
        };
        boolean made = limits[0] <= limits[1];
        return made ? new Interval(limits[0], limits[1], rule.level(), name(rule.method())) : null;
    }

    private double se() {
        return Math.sqrt(variance);
    }

    private double[] logit(double t) {
        double centre = Math.log(p / (1 - p));
        double half = t * se() / (p * (1 - p));
        return new double[] {1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre))};
    }

    private double[] arcsine(double t) {
        double centre = Math.asin(Math.sqrt(p));
        double half = t * se() / (2 * Math.sqrt(p * (1 - p)));
        double low = Math.sin(centre - half);
        double high = Math.sin(centre + half);
        return new double[] {low * low, high * high};
    }

    private double[] wilson(double t) {
        double n = p * (1 - p) / variance;
        double centre = p + t * t / (2 * n);
        double half = t / (2 * n) * Math.sqrt(4 * n * p * (1 - p) + t * t);
        double scale = 1 + t * t / n;
        return new double[] {(centre - half) / scale, (centre + half) / scale};
    }

    private double kornGraubard(double n, double tail) {
        double ratio = Distributions.tQuantile(1 - tail, rows - 1) / Distributions.tQuantile(1 - tail, df);
        return n * ratio * ratio;
    }

    private double[] beta(double tail, double n) {
        return new double[] {
            p <= 0 ? 0 : Distributions.betaQuantile(tail, n * p, n * (1 - p) + 1),
            p >= 1 ? 1 : Distributions.betaQuantile(1 - tail, n * p + 1, n * (1 - p))
        };
    }

    private @Nullable Interval exact(double level) {
        double tail = (1 - level) / 2;
        double corrected = df > 0 ? kornGraubard(effectiveSize, tail) : effectiveSize;
        double[] limits = beta(tail, corrected);
        boolean made = limits[0] <= limits[1];
        return made ? new Interval(limits[0], limits[1], level, "exact") : null;
    }
}
