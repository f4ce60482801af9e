package org.zhisheng.analytics.score;

/**
 * Rounds totals HALF_UP to one decimal. A total is first read to nine decimals, so that 89.95 counts as 89.95 even where
 * its parts were added in binary; every program that does the same in whole numbers gets the same digit.
 */
public final class Rounding {
    private static final long UNITS = 1_000_000_000L;
    private static final long TENTH = UNITS / 10;

    private Rounding() {}

    /** The total rounded to 0.1. */
    public static double toTenth(double total) {
        return Math.floorDiv(Math.round(total * UNITS) + TENTH / 2, TENTH) / 10.0;
    }

    /** Whether a value is below a bound, read to nine decimals. */
    static boolean isBelow(double value, double bound) {
        return Math.round(value * UNITS) < Math.round(bound * UNITS);
    }
}
