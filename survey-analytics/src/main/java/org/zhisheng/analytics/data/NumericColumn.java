package org.zhisheng.analytics.data;

/** A numeric variable; NaN marks a missing value. Infinite values are refused, since every weighted sum would be lost. */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;

    private NumericColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /** A column over values; the array is kept, not copied. */
    public static NumericColumn of(String name, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                throw new IllegalArgumentException("column " + name + ", row " + (row + 1) + ": an infinite value");
            }
        }
        return new NumericColumn(name, values);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    /** The value at a row; NaN where it is missing. */
    public double value(int row) {
        return values[row];
    }

    /** The values themselves, not a copy: treat them as read-only. */
    public double[] values() {
        return values;
    }
}
