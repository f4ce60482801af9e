package org.zhisheng.analytics.cli.csv;

import java.nio.charset.StandardCharsets;

/** Reads decimal numerals from text or bytes; NaN where there is none. */
public final class Numerals {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Numerals() {}

    /** The number that a text is, or NaN; {@code NaN}, {@code Infinity} and hexadecimal are no numbers here. */
    public static double parse(String text) {
        String s = text.strip();
        if (s.isEmpty() || !startsLikeNumber(s)) {
            return Double.NaN;
        }
        for (int i = 0; i < s.length(); i++) {
            if ("+-.eE0123456789".indexOf(s.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean startsLikeNumber(String s) {
        return "+-.0123456789".indexOf(s.charAt(0)) >= 0;
    }

    /**
     * The number in a range of bytes, or NaN. Up to 15 digits are read as one exact integer divided by an exact power of
     * ten, which rounds correctly; anything else goes to {@link Double#parseDouble}.
     */
    static double parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative) {
            i++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; i < to; i++) {
            int d = bytes[i] - '0';
            if (d >= 0 && d <= 9) {
                digits = digits * 10 + d;
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (bytes[i] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return parse(text(bytes, from, to));
            }
            if (count > EXACT_DIGITS) {
                return parse(text(bytes, from, to));
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
