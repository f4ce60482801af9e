package org.zhisheng.analytics.score;

/**
 * How points become a total.
 *
 * @param within the mean of indicators within a dimension
 * @param across the mean of dimensions
 * @param twoLevel false takes one mean, {@code across}, over all indicators at once
 */
public record Aggregation(Mean within, Mean across, boolean twoLevel) {
    /** The weighted arithmetic mean. */
    public static final Aggregation ARITHMETIC = new Aggregation(Mean.ARITHMETIC, Mean.ARITHMETIC, true);

    /** One mean over all indicators. */
    public static Aggregation of(Mean mean) {
        return new Aggregation(mean, mean, false);
    }

    boolean needsPositive() {
        return across.needsPositive() || (twoLevel && within.needsPositive());
    }
}
