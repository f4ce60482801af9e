package org.zhisheng.analytics.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Respondents in rows, variables in columns of equal length. */
public final class Sample {
    private final Map<String, Column> columns;
    private final int rows;

    private Sample(Map<String, Column> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * A sample of the given columns.
     *
     * @throws IllegalArgumentException if there is none, lengths differ or a name repeats
     */
    public static Sample of(Collection<? extends Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        int rows = -1;
        for (Column column : columns) {
            if (rows >= 0 && column.size() != rows) {
                throw new IllegalArgumentException("column " + column.name() + " has " + column.size()
                        + " rows, the columns before it have " + rows);
            }
            rows = column.size();
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("column " + column.name() + " appears twice");
            }
        }
        if (rows < 0) {
            throw new IllegalArgumentException("a sample needs at least one column");
        }
        return new Sample(byName, rows);
    }

    /** Number of respondents. */
    public int rows() {
        return rows;
    }

    /** The columns in their order. */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** Whether a column of this name exists. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The column of a name, refusing one that does not exist. */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column " + name + " in the sample; it has " + columns.keySet());
        }
        return column;
    }

    /** A categorical column, refusing a numeric one. */
    public CategoryColumn category(String name) {
        if (column(name) instanceof CategoryColumn category) {
            return category;
        }
        throw new IllegalArgumentException("column " + name + " holds no categories; they are needed here");
    }

    /** A categorical column or a factor as a factor, refusing a numeric one. */
    public Factor factor(String name) {
        return switch (column(name)) {
            case Factor factor -> factor;
            case CategoryColumn category -> Factor.of(category);
            case NumericColumn numeric ->
                throw new IllegalArgumentException("column " + numeric.name() + " is numeric; groups are needed here");
        };
    }

    /** A numeric column, refusing a categorical one. */
    public NumericColumn numeric(String name) {
        if (column(name) instanceof NumericColumn numeric) {
            return numeric;
        }
        throw new IllegalArgumentException("column " + name + " holds no numbers; they are needed here");
    }
}
