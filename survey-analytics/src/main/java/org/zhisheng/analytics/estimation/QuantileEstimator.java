package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.numeric.Distributions;
import org.zhisheng.analytics.numeric.QuantileRule;
import org.zhisheng.analytics.numeric.WeightedQuantiles;

/**
 * Quantiles with Woodruff's interval (1952): an interval for the share of people at or below the quantile is carried
 * over to values; the standard error is that interval's width over twice its t quantile.
 *
 * <p>Degrees of freedom count respondents with a value. A limit that would lie beyond the observations is NaN.
 */
public final class QuantileEstimator {
    private final Design design;

    /** Quantiles under a design in rows. */
    public QuantileEstimator(Design design) {
        this.design = design;
    }

    /**
     * A quantile in a domain.
     *
     * @param y a variable given in rows
     * @param share which quantile, between 0 and 1
     * @param rule what to do between observations
     * @param interval {@link IntervalMethod#WALD} (R's {@code "mean"}), LOGIT, BETA or ARCSINE, for the share
     */
    public Estimate quantile(Variable y, double share, QuantileRule rule, Domain domain, IntervalRule interval) {
        if (y.width() != 1) {
            throw new IllegalArgumentException("variable " + y.name() + " is counted; quantiles need it in rows");
        }
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("quantile " + share + ": a share lies between 0 and 1");
        }
        Linearized base = Linearized.mean(design, y, domain);
        WeightedQuantiles quantiles = quantiles(y, base);
        double value = quantiles.at(share, rule);
        DomainSize size = DomainSize.of(design, base, MissingValues.OUTSIDE_DOMAIN);
        double df = interval.reference() == Reference.NORMAL ? Double.POSITIVE_INFINITY : size.degreesOfFreedom();
        Interval limits =
                base.sampleSize() == 0 ? null : woodruff(y, value, rule, domain, interval, quantiles, df, size);
        double t = Distributions.tQuantile(0.5 + interval.level() / 2, df);
        return new Estimate(
                "quantile " + share,
                value,
                limits == null ? Double.NaN : limits.width() / (2 * t),
                limits,
                size.degreesOfFreedom(),
                (int) base.sampleSize(),
                Double.NaN,
                "weighted quantile, Woodruff interval",
                conventions(rule, interval));
    }

    private WeightedQuantiles quantiles(Variable y, Linearized base) {
        double[] values = new double[y.records()];
        double[] weights = new double[y.records()];
        for (int row = 0; row < values.length; row++) {
            values[row] = base.included[row] ? y.value(row) : 0;
            weights[row] = base.included[row] ? design.weight(row) : 0;
        }
        return WeightedQuantiles.of(values, weights);
    }

    private @Nullable Interval woodruff(
            Variable y,
            double value,
            QuantileRule rule,
            Domain domain,
            IntervalRule interval,
            WeightedQuantiles quantiles,
            double df,
            DomainSize size) {
        double[] atOrBelow = new double[y.records()];
        for (int row = 0; row < atOrBelow.length; row++) {
            atOrBelow[row] = Double.isNaN(y.value(row)) ? Double.NaN : y.value(row) <= value ? 1 : 0;
        }
        Linearized share = Linearized.mean(design, y.withValues(y.name(), atOrBelow), domain);
        double variance = TaylorVariance.variance(design, share);
        double kish = DomainSize.effectiveSize(design, share);
        Interval of = ProportionInterval.of(
                share.value, variance, interval, df, size.degreesOfFreedom(), size.rows(), kish, false);
        if (of == null) {
            return null;
        }
        double lower = of.lower() < 0 ? Double.NaN : quantiles.at(of.lower(), rule);
        double upper = of.upper() > 1 ? Double.NaN : quantiles.at(of.upper(), rule);
        return new Interval(lower, upper, interval.level(), "woodruff " + of.method());
    }

    private List<String> conventions(QuantileRule rule, IntervalRule interval) {
        List<String> list = new ArrayList<>(design.conventions());
        list.add("quantile rule: " + rule.name().toLowerCase(Locale.ROOT));
        list.add("missing values: outside the domain and its degrees of freedom");
        list.add("interval: " + (interval.reference() == Reference.NORMAL ? "normal" : "t") + " reference");
        return list;
    }
}
