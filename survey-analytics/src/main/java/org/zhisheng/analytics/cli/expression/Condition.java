package org.zhisheng.analytics.cli.expression;

/**
 * A condition that can be asked of a row, in three-valued logic: a comparison with a missing value is missing, {@code and}
 * is false as soon as one part is false, {@code or} true as soon as one part is true.
 */
@FunctionalInterface
public interface Condition {
    int FALSE = 0;
    int TRUE = 1;

    /** {@link #TRUE}, {@link #FALSE}, or the negative code of the reason why it cannot be said. */
    int test(int row);
}
