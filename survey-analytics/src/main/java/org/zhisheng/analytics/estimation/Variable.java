package org.zhisheng.analytics.estimation;

import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.NumericColumn;

/**
 * A variable as records on the cells of a design: how many respondents each record stands for and their value.
 *
 * <p>Rows have one record a cell. An item of a cube has one record for each category and missing reason. NaN means that
 * the respondents of the record are outside the variable's base.
 */
public final class Variable {
    private final String name;
    private final int width;
    private final double[] frequency;
    private final double[] value;

    private Variable(String name, int width, double[] frequency, double[] value) {
        this.name = name;
        this.width = width;
        this.frequency = frequency;
        this.value = value;
    }

    /** A variable given row by row; NaN is missing. The array is kept, not copied. */
    public static Variable ofRows(String name, double[] values) {
        double[] one = new double[values.length];
        Arrays.fill(one, 1);
        return new Variable(name, 1, one, values);
    }

    /** A numeric column. */
    public static Variable of(NumericColumn column) {
        return ofRows(column.name(), column.values());
    }

    /** A categorical column under a scoring. */
    public static Variable of(CategoryColumn column, Scoring scoring) {
        double[] scores = scoring.scores(column.name(), column.labels());
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            int code = column.code(row);
            values[row] = scores[code < 0 ? column.labels().size() - 1 - code : code];
        }
        return ofRows(column.name(), values);
    }

    /** A counted item under a scoring. */
    public static Variable of(CountCube cube, String item, Scoring scoring) {
        double[] scores = scoring.scores(item, cube.labels(item));
        long[] counts = cube.counts(item);
        double[] frequency = new double[counts.length];
        double[] values = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            frequency[i] = counts[i];
            values[i] = scores[i % scores.length];
        }
        return new Variable(item, scores.length, frequency, values);
    }

    /** Two counted items on the records of their joint counts, so that their covariance can be taken. */
    static List<Variable> ofPair(CountCube cube, String first, Scoring firstScoring, String second, Scoring other) {
        double[] a = firstScoring.scores(first, cube.labels(first));
        double[] b = other.scores(second, cube.labels(second));
        long[] counts = cube.pairCounts(first, second);
        double[] frequency = new double[counts.length];
        double[] values = new double[counts.length];
        double[] others = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            frequency[i] = counts[i];
            values[i] = a[i / b.length % a.length];
            others[i] = b[i % b.length];
        }
        int width = a.length * b.length;
        return List.of(new Variable(first, width, frequency, values), new Variable(second, width, frequency, others));
    }

    /** The name that estimates and messages use. */
    public String name() {
        return name;
    }

    int width() {
        return width;
    }

    int records() {
        return value.length;
    }

    double[] frequency() {
        return frequency;
    }

    double value(int index) {
        return value[index];
    }

    /** Records on cells that other classes of the package laid out. */
    static Variable ofRecords(String name, int width, double[] frequency, double[] value) {
        return new Variable(name, width, frequency, value);
    }

    /** The same records with other values. */
    Variable withValues(String newName, double[] values) {
        return new Variable(newName, width, frequency, values);
    }

    /** Refuses a variable that does not lie on the cells of a design. */
    Variable requireCells(Design design) {
        if (value.length != design.cells() * width) {
            throw new IllegalArgumentException(
                    "variable " + name + " has " + value.length / width + " cells, the design has " + design.cells());
        }
        return this;
    }
}
