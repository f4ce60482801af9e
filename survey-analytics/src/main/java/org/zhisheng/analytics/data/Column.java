package org.zhisheng.analytics.data;

/** One variable of a sample: a name and a value for each row. */
public sealed interface Column permits CategoryColumn, Factor, NumericColumn {
    /** The name that error messages and plans use. */
    String name();

    /** Number of rows. */
    int size();

    /** Whether the row has no valid value, for whatever reason. */
    boolean isMissing(int row);
}
