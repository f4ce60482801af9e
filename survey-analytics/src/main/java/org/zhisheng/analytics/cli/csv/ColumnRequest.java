package org.zhisheng.analytics.cli.csv;

import java.util.List;

/**
 * A column to load.
 *
 * @param name its name in the header
 * @param kind how to store it
 * @param tokens cells that may stand in a number column without being numbers (missing-value codes); a token that looks
 *     like a number is taken as the token
 */
public record ColumnRequest(String name, Kind kind, List<String> tokens) {
    public ColumnRequest {
        tokens = List.copyOf(tokens);
    }

    ColumnRequest as(Kind other) {
        return new ColumnRequest(name, other, tokens);
    }

    /** How a column is stored. */
    public enum Kind {
        /** One byte a row: at most 124 distinct values. */
        CATEGORY,
        /** A double a row. */
        NUMBER,
        /** An int a row: any number of distinct values, such as clusters or worker numbers. */
        IDENTIFIER,
        /** Found out from the cells: a category while there are few values, else a number, else an identifier. */
        AUTO
    }
}
