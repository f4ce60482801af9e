package org.zhisheng.analytics.cli.expression;

/**
 * A constant of an expression.
 *
 * @param text as written, without quotes
 * @param number the number it is, NaN for a text
 */
record Literal(String text, double number) {
    boolean isNumber() {
        return !Double.isNaN(number);
    }
}
