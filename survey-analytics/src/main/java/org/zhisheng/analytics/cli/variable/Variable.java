package org.zhisheng.analytics.cli.variable;

/** A variable with one value for each row, or the reason why there is none. */
public sealed interface Variable permits CategoryVariable, NumberVariable, IdentifierVariable {
    /** The name in the plan. */
    String name();

    /** The number of rows. */
    int rows();

    /** 0 if the row has a value, else the negative code of the {@link org.zhisheng.analytics.data.Missing} reason. */
    int missing(int row);

    /** The number that stands for the row's value: itself, or its category's score; NaN where there is none. */
    double number(int row);
}
