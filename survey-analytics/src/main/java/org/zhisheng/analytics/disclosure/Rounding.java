package org.zhisheng.analytics.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounding as releases do it: half up, on the decimal value that a double prints as. */
final class Rounding {
    private static final int FOUR = 4;
    private static final int TWO = 2;
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    private Rounding() {}

    /** To four decimals, the precision of headlines. */
    static double four(double value) {
        return decimals(value, FOUR);
    }

    /** A share to whole percent. */
    static double percent(double share) {
        return decimals(share, TWO);
    }

    /** {@code hits} of {@code base} in whole percent, half up, computed in whole numbers. */
    static double percent(long hits, long base) {
        return (200 * hits + base) / (2 * base) / 100.0;
    }

    /** To whole points. */
    static double whole(double value) {
        return decimals(value, 0);
    }

    /** To six digits, the precision of covariances. */
    static double six(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(SIX_DIGITS).doubleValue()
                : value;
    }

    private static double decimals(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                : value;
    }
}
