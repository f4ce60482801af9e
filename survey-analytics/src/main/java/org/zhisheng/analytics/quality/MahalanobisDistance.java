package org.zhisheng.analytics.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.zhisheng.analytics.numeric.Cholesky;

/**
 * Squared Mahalanobis distance of each complete answer vector from the mean, with the covariance of the complete rows
 * (divisor n − 1), and the upper tail of chi-square with as many degrees of freedom as items.
 */
public final class MahalanobisDistance {
    private final double[] squared;
    private final int items;
    private final int complete;

    private MahalanobisDistance(double[] squared, int items, int complete) {
        this.squared = squared;
        this.items = items;
        this.complete = complete;
    }

    /**
     * Distances of all rows; those with a blank have none.
     *
     * @param names item names for errors
     * @param columns scores by item, then respondent, NaN for blanks
     * @throws IllegalArgumentException naming an item that is constant or a combination of those before it
     */
    public static MahalanobisDistance of(List<String> names, double[][] columns) {
        int rows = columns[0].length;
        double[] squared = new double[rows];
        Arrays.fill(squared, Double.NaN);
        int[] complete = completeRows(columns);
        if (complete.length <= columns.length) {
            throw new IllegalArgumentException(complete.length + " complete rows for the " + columns.length + " items "
                    + names + ": more rows than items are needed");
        }
        double[] means = new double[columns.length];
        for (int item = 0; item < means.length; item++) {
            double[] column = columns[item];
            means[item] =
                    Arrays.stream(complete).mapToDouble(row -> column[row]).sum() / complete.length;
        }
        Cholesky root = Cholesky.of(covariance(columns, means, complete), 1e-12);
        if (root.dependent() >= 0) {
            throw new IllegalArgumentException("item " + names.get(root.dependent())
                    + " is constant or determined by the items before it: leave it out");
        }
        for (int row : complete) {
            squared[row] = distance(columns, means, root, row);
        }
        return new MahalanobisDistance(squared, columns.length, complete.length);
    }

    private static int[] completeRows(double[][] columns) {
        return IntStream.range(0, columns[0].length)
                .filter(row -> Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
    }

    private static double[][] covariance(double[][] columns, double[] means, int[] rows) {
        double[][] covariance = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row : rows) {
                    sum += (columns[i][row] - means[i]) * (columns[j][row] - means[j]);
                }
                covariance[i][j] = sum / (rows.length - 1);
            }
        }
        return covariance;
    }

    private static double distance(double[][] columns, double[] means, Cholesky root, int row) {
        double[] deviation = new double[means.length];
        Arrays.setAll(deviation, item -> columns[item][row] - means[item]);
        return Arrays.stream(root.solveLower(deviation))
                .map(value -> value * value)
                .sum();
    }

    /** D² of the row; NaN where an item is blank. */
    public double squared(int row) {
        return squared[row];
    }

    /** Upper tail probability of D² under normal answers; NaN where an item is blank. */
    public double pValue(int row) {
        return Double.isNaN(squared[row])
                ? Double.NaN
                : Gamma.regularizedGammaQ(items / 2.0, squared[row] / 2, 1e-15, 100_000);
    }

    /** Number of rows without blanks. */
    public int complete() {
        return complete;
    }
}
