package org.zhisheng.analytics.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One estimated figure with everything a reader needs to judge it.
 *
 * @param statistic what is estimated: {@code mean}, {@code proportion}, {@code total}, {@code ratio}, …
 * @param value the estimate, in the unit of the statistic (a proportion between 0 and 1)
 * @param standardError its design-based standard error; NaN where the design does not identify one
 * @param interval its confidence interval, or null where none was asked for or none exists
 * @param degreesOfFreedom degrees of freedom of the design in the domain (primary sampling units minus strata); NaN where
 *     it does not apply. Whether the interval uses them or a normal reference is among the conventions
 * @param sampleSize unweighted number of respondents that the estimate rests on
 * @param designEffect variance over that of a simple random sample without replacement of the same size; NaN where it
 *     was not asked for
 * @param method the estimator, for example {@code post-stratified mean, Taylor linearisation}
 * @param conventions the choices that another program must share to get the same digits, in the order they were applied
 */
public record Estimate(
        String statistic,
        double value,
        double standardError,
        @Nullable Interval interval,
        double degreesOfFreedom,
        int sampleSize,
        double designEffect,
        String method,
        List<String> conventions) {
    public Estimate {
        conventions = List.copyOf(conventions);
    }

    /** Standard error over the absolute value of the estimate; NaN where the estimate is 0. */
    public double coefficientOfVariation() {
        return value == 0 ? Double.NaN : standardError / Math.abs(value);
    }

    /** The same estimate under another name, for a reader who knows it by that: {@code satisfied} for a proportion. */
    public Estimate named(String name) {
        return new Estimate(
                name, value, standardError, interval, degreesOfFreedom, sampleSize, designEffect, method, conventions);
    }
}
