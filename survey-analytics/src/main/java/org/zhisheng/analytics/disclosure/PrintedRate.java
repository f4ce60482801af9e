package org.zhisheng.analytics.disclosure;

import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/** A rate as it is printed in whole percent: public numbers in, public numbers out. */
final class PrintedRate {
    private static final double PERCENT = 100;
    private static final double ALMOST = 1e-9;

    private PrintedRate() {}

    /**
     * The printed rate with its error.
     *
     * @param percent the rate in whole percent, as a share
     * @param base people it rests on
     * @param headcount workers of the group; -1 where it is not known
     * @param respondents responses of the group
     */
    static Estimate of(
            String statistic,
            Limit limit,
            double percent,
            long base,
            int headcount,
            int respondents,
            double level,
            String method,
            List<String> conventions) {
        double value = limit == Limit.EXACT ? percent : bound(limit, base, PERCENT);
        double open = headcount > 0 ? Math.max(0, 1 - (double) respondents / headcount) : 1;
        boolean exact = limit == Limit.EXACT && base > 1;
        Interval interval = exact ? WilsonInterval.of(value, base, open, level) : null;
        double error = exact ? Math.sqrt(open * value * (1 - value) / (base - 1)) : Double.NaN;
        return new Estimate(
                statistic,
                value,
                Rounding.four(error),
                interval,
                Double.NaN,
                limit == Limit.WITHHELD ? -1 : (int) base,
                Double.NaN,
                method,
                conventions);
    }

    /** A bound, rounded away from the number it bounds; NaN where nothing is printed. */
    static double bound(Limit limit, long base, double scale) {
        return switch (limit) {
            case AT_LEAST -> Math.floor(scale * Unanimity.bound(limit, base) + ALMOST) / scale;
            case AT_MOST -> Math.ceil(scale * Unanimity.bound(limit, base) - ALMOST) / scale;
            default -> Double.NaN;
        };
    }
}
