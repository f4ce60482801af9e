package org.zhisheng.analytics.data;

/**
 * A confidence interval and how it was made.
 *
 * @param lower lower limit, in the unit of the estimate; at most {@code upper}
 * @param upper upper limit, in the unit of the estimate
 * @param level nominal coverage, between 0 and 1 exclusive, for example 0.95
 * @param method short name of the method: {@code logit}, {@code beta}, {@code wilson}, {@code wald}, {@code exact}, …
 */
public record Interval(double lower, double upper, double level, String method) {
    public Interval {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + ": a confidence level lies between 0 and 1");
        }
        if (lower > upper) {
            throw new IllegalArgumentException(
                    "interval [" + lower + ", " + upper + "]: its limits are in reverse order");
        }
    }

    /** The distance between the limits. */
    public double width() {
        return upper - lower;
    }

    /** Whether the interval holds the value, its limits included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
