package org.zhisheng.server.report;

import io.micronaut.core.annotation.Introspected;
import java.util.function.DoubleFunction;
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
 * @param span the interval's length on that scale
 */
@Introspected
record Value(
        String value,
        String lower,
        String upper,
        String error,
        int n,
        double width,
        double from,
        double to,
        double span) {
    private static final double FULL = 100;

    /** A share, printed in percent. */
    static Value share(Estimate e) {
        return of(e, 1, Numbers::percent);
    }

    /** A mean on a scale of its own, which is at most {@code most}. */
    static Value mean(Estimate e, double most) {
        return of(e, most, Numbers::one);
    }

    private static Value of(Estimate e, double most, DoubleFunction<String> print) {
        Interval i = e.interval();
        double from = scale((i == null ? e.value() : i.lower()) / most);
        double to = scale((i == null ? e.value() : i.upper()) / most);
        return new Value(
                print.apply(e.value()),
                i == null ? "" : print.apply(i.lower()),
                i == null ? "" : print.apply(i.upper()),
                print.apply(e.standardError()),
                e.sampleSize(),
                scale(e.value() / most),
                from,
                to,
                to - from);
    }

    private static double scale(double share) {
        return Double.isNaN(share) ? 0 : Math.clamp(Math.round(share * FULL * FULL) / FULL, 0, FULL);
    }
}
