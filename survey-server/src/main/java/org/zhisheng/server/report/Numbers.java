package org.zhisheng.server.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as readers see them: rounded half up on the decimal value, as RULES of the scheme demand. */
final class Numbers {
    private static final int PERCENT = 2;

    private Numbers() {}

    /** A share between 0 and 1 in percent with one decimal, without the sign: {@code 89.9}. */
    static String percent(double share) {
        return Double.isNaN(share)
                ? ""
                : BigDecimal.valueOf(share)
                        .movePointRight(PERCENT)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** A share between 0 and 1 in whole percent, without the sign. */
    static String wholePercent(double share) {
        return Double.isNaN(share)
                ? ""
                : BigDecimal.valueOf(share)
                        .movePointRight(PERCENT)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** A value with one decimal. */
    static String one(double value) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
