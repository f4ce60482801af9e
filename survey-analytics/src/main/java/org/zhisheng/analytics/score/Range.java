package org.zhisheng.analytics.score;

/**
 * The values that a quantity can take at all, such as 0 to 100 for a rate in percent. Simulated values outside are put on
 * the edge.
 */
public record Range(double lower, double upper) {
    /** No bounds. */
    public static final Range UNBOUNDED = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("a range from " + lower + " to " + upper + " holds no values");
        }
    }

    double clip(double value) {
        return Math.clamp(value, lower, upper);
    }

    boolean holds(double value) {
        return value >= lower && value <= upper;
    }
}
