package org.zhisheng.analytics.reliability;

import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.NumericColumn;

/**
 * Scored answers to the items of one scale, all coded in the same direction: one column of equal length for each item,
 * NaN where the respondent did not answer, and one weight for each respondent.
 */
public final class ItemScores {
    private final List<String> names;
    private final double[][] columns;
    private final double[] weights;
    private final boolean weighted;

    private ItemScores(List<String> names, double[][] columns, double[] weights, boolean weighted) {
        this.names = List.copyOf(names);
        this.columns = columns;
        this.weights = weights;
        this.weighted = weighted;
    }

    /**
     * Items with weight 1 for everybody.
     *
     * @param names one name for each column, used in errors and reports
     * @param columns scores by item, then respondent; NaN is "not answered"; copied
     * @throws IllegalArgumentException on fewer than two items or columns of unequal length, named
     */
    public static ItemScores of(List<String> names, double[][] columns) {
        if (names.size() != columns.length || columns.length < 2) {
            throw new IllegalArgumentException("a scale needs at least two items and one name for each: " + names.size()
                    + " names, " + columns.length + " columns");
        }
        int rows = columns[0].length;
        double[][] copy = new double[columns.length][];
        for (int item = 0; item < columns.length; item++) {
            if (columns[item].length != rows) {
                throw new IllegalArgumentException("item " + names.get(item) + " has " + columns[item].length
                        + " answers where " + names.getFirst() + " has " + rows);
            }
            copy[item] = columns[item].clone();
        }
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return new ItemScores(names, copy, ones, false);
    }

    /** Items with weight 1 for everybody, from columns of a sample. */
    public static ItemScores of(List<NumericColumn> items) {
        return of(
                items.stream().map(NumericColumn::name).toList(),
                items.stream().map(NumericColumn::values).toArray(double[][]::new));
    }

    /**
     * The same answers with survey weights.
     *
     * @param newWeights one for each respondent; whoever weighs 0 is left out of everything
     * @throws IllegalArgumentException on a wrong length or a weight that is negative or not finite
     */
    public ItemScores weightedBy(double[] newWeights) {
        if (newWeights.length != respondents()) {
            throw new IllegalArgumentException(
                    newWeights.length + " weights for " + respondents() + " respondents: give one for each");
        }
        for (int row = 0; row < newWeights.length; row++) {
            if (!(newWeights[row] >= 0) || Double.isInfinite(newWeights[row])) {
                throw new IllegalArgumentException(
                        "weight of row " + (row + 1) + " is " + newWeights[row] + ": weights are finite and from 0 on");
            }
        }
        return new ItemScores(names, columns, newWeights.clone(), true);
    }

    /** The items' names, in the order of the columns. */
    public List<String> names() {
        return names;
    }

    /** Number of items. */
    public int itemCount() {
        return columns.length;
    }

    /** Number of rows, answered or not. */
    public int respondents() {
        return weights.length;
    }

    boolean weighted() {
        return weighted;
    }

    double score(int item, int row) {
        return columns[item][row];
    }

    double weight(int row) {
        return weights[row];
    }

    int answeredBy(int row) {
        int answered = 0;
        for (double[] column : columns) {
            answered += Double.isNaN(column[row]) ? 0 : 1;
        }
        return answered;
    }

    /** Rows with weight that answered at least {@code minimum} of the items. */
    int[] rowsWith(int minimum) {
        int[] rows = new int[respondents()];
        int found = 0;
        for (int row = 0; row < rows.length; row++) {
            if (weights[row] > 0 && answeredBy(row) >= minimum) {
                rows[found++] = row;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    ItemScores only(int[] rows) {
        double[][] kept = new double[columns.length][rows.length];
        double[] keptWeights = new double[rows.length];
        for (int position = 0; position < rows.length; position++) {
            for (int item = 0; item < columns.length; item++) {
                kept[item][position] = columns[item][rows[position]];
            }
            keptWeights[position] = weights[rows[position]];
        }
        return new ItemScores(names, kept, keptWeights, weighted);
    }

    /** Two of the items over the respondents who answered both. */
    ItemScores answering(int first, int second) {
        double[][] pair = {columns[first], columns[second]};
        ItemScores both = new ItemScores(List.of(names.get(first), names.get(second)), pair, weights, weighted);
        return both.only(both.rowsWith(2));
    }
}
