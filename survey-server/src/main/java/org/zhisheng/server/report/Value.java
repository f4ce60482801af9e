package org.zhisheng.server.report;

import io.micronaut.core.annotation.Introspected;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * One figure as it is printed.
 *
 * @param value the rounded value: percent for shares, points for an index
 * @param lower lower limit of its interval, rounded likewise; empty where there is none
 * @param upper upper limit
 * @param error standard error, in the same unit; empty where it is not known
 * @param n respondents it rests on
 * @param width the value's length on a scale of 0 to 100, for bars
 * @param from the lower limit on that scale
 * @param to the upper limit on that scale
 */
@Introspected
record Value(String value, String lower, String upper, String error, int n, double width, double from, double to) {
    /** A share, printed in percent. */
    static Value share(Estimate e) {
        Interval i = e.interval();
        return new Value(
                Numbers.percent(e.value()),
                i == null ? "" : Numbers.percent(i.lower()),
                i == null ? "" : Numbers.percent(i.upper()),
                Numbers.percent(e.standardError()),
                e.sampleSize(),
                scale(100 * e.value()),
                scale(i == null ? 100 * e.value() : 100 * i.lower()),
                scale(i == null ? 100 * e.value() : 100 * i.upper()));
    }

    /** A mean on a scale of its own, which is at most {@code most}. */
    static Value mean(Estimate e, double most) {
        Interval i = e.interval();
        double factor = 100 / most;
        return new Value(
                Numbers.one(e.value()),
                i == null ? "" : Numbers.one(i.lower()),
                i == null ? "" : Numbers.one(i.upper()),
                Numbers.one(e.standardError()),
                e.sampleSize(),
                scale(factor * e.value()),
                scale(factor * (i == null ? e.value() : i.lower())),
                scale(factor * (i == null ? e.value() : i.upper())));
    }

    /** The interval's length on the scale. */
    double span() {
        return to - from;
    }

    private static double scale(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(Math.round(value * 100) / 100.0, 0, 100);
    }
}
