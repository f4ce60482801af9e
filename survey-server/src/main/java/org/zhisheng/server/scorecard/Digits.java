package org.zhisheng.server.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as readers see them: rounded half up on the decimal value; empty where there is none. */
final class Digits {
    private Digits() {}

    static String one(@Nullable Double value) {
        return value == null || value.isNaN()
                ? ""
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** Points as a place on a scale from 0 to 100; 0 where there are none. */
    static double onScale(@Nullable Double points) {
        return points == null ? 0 : Math.clamp(points, 0, 100);
    }

    /** With its sign, for changes. */
    static String signed(double value) {
        String text = one(value);
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    /** A share as a whole percentage; what is neither 0 nor 1 never reads as 0 or 100. */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1";
        }
        if (share < 1 && share > 0.995) {
            return ">99";
        }
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** As short as it can be: weights and targets as they were typed. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String p(double value) {
        return Double.isNaN(value)
                ? ""
                : value < 0.001
                        ? "< 0.001"
                        : BigDecimal.valueOf(value)
                                .setScale(3, RoundingMode.HALF_UP)
                                .toPlainString();
    }
}
