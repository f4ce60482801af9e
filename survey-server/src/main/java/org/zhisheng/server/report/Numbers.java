package org.zhisheng.server.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as readers see them: rounded half up on the decimal value, as RULES of the scheme demand. */
final class Numbers {
    private static final int PERCENT = 2;

    private Numbers() {}

    /** A share between 0 and 1 in percent with one decimal, without the sign: {@code 89.9}. */
    static String percent(double share) {
        return rounded(share, PERCENT, 1);
    }

    /** A share between 0 and 1 in whole percent, without the sign. */
    static String wholePercent(double share) {
        return rounded(share, PERCENT, 0);
    }

    /** A value with one decimal. */
    static String one(double value) {
        return rounded(value, 0, 1);
    }

    private static String rounded(double value, int point, int decimals) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value)
                        .movePointRight(point)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
