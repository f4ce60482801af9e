package org.zhisheng.server.report;

import io.micronaut.core.annotation.Introspected;
import java.util.function.DoubleFunction;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.disclosure.Figure;

/**
 * One figure as it is printed, or the words that stand in its place.
 *
 * @param number whether there is a number; else {@code value} says in words why not
 * @param value the rounded value: percent for shares, points for an index; led by ≥ or ≤ where it is a bound, words
 *     where it is not shown
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
        boolean number,
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

    /** A share of the whole unit, printed in percent. */
    static Value share(Figure f) {
        return of(f, 1, Numbers::percent);
    }

    /** A share of a group, printed in whole percent as it was released. */
    static Value groupShare(Figure f) {
        return of(f, 1, Numbers::wholePercent);
    }

    /** A mean on a scale of its own, which is at most {@code most}. */
    static Value mean(Figure f, double most) {
        return of(f, most, Numbers::one);
    }

    /** Words where a number is not shown. */
    static Value words(String why) {
        return new Value(false, why, "", "", "", -1, 0, 0, 0, 0);
    }

    /** A place in an order, in words: the first is the longest bar. */
    static Value place(Figure f, int options, String place) {
        double length = FULL * (options + 1 - f.estimate().value()) / options;
        return new Value(true, place, "", "", "", f.estimate().sampleSize(), length, length, length, 0);
    }

    private static Value of(Figure f, double most, DoubleFunction<String> print) {
        Estimate e = f.estimate();
        String sign = switch (f.limit()) {
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
            default -> "";
        };
        Interval i = e.interval();
        double from = scale((i == null ? e.value() : i.lower()) / most);
        double to = scale((i == null ? e.value() : i.upper()) / most);
        return new Value(
                true,
                sign + print.apply(e.value()),
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
