package org.zhisheng.analytics.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Prints values for people: six significant digits, HALF_UP. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    private Numbers() {}

    static String forPeople(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (!(value instanceof Double d)) {
            return value.toString();
        }
        if (d.isNaN()) {
            return "–";
        }
        if (d.isInfinite()) {
            return d > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = new BigDecimal(d).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 && rounded.precision() - rounded.scale() <= 15
                ? rounded.toPlainString()
                : rounded.toString();
    }
}
