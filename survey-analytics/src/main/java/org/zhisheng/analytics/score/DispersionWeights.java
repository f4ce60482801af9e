package org.zhisheng.analytics.score;

import java.util.Arrays;

/**
 * Weights that follow how much indicators differ between units. They reflect dispersion, not importance: they belong into a
 * sensitivity analysis and never into a scheme.
 */
public final class DispersionWeights {
    private DispersionWeights() {}

    /**
     * Entropy weights: p = x/Σx, E = −Σ p ln p / ln n with 0·ln 0 = 0, weight (1 − E)/Σ(1 − E).
     *
     * @param columns one an indicator: not below 0, without gaps
     * @return weights that add up to 1
     * @throws IllegalArgumentException naming the column that is negative, all zero, or has gaps; or where no column varies
     */
    public static double[] entropy(String[] names, double[][] columns) {
        double[] weights = new double[columns.length];
        for (int c = 0; c < columns.length; c++) {
            double sum = 0;
            for (double x : columns[c]) {
                if (!(x >= 0)) {
                    throw new IllegalArgumentException(
                            names[c] + ": entropy weights need values of 0 or more without gaps, not " + x);
                }
                sum += x;
            }
            if (!(sum > 0) || columns[c].length < 2) {
                throw new IllegalArgumentException(names[c] + ": entropy needs two units and a value above 0");
            }
            double entropy = 0;
            for (double x : columns[c]) {
                double p = x / sum;
                entropy -= p > 0 ? p * Math.log(p) : 0;
            }
            requireVarying(names[c], columns[c]);
            weights[c] = 1 - entropy / Math.log(columns[c].length);
        }
        return shares(weights);
    }

    /**
     * CRITIC weights (Diakoulaki, Mavrotas and Papayannakis 1995): C = s·Σ(1 − r) over min–max normalised columns, s the
     * sample standard deviation, r Pearson's correlations.
     *
     * @param columns one an indicator, higher is better, without gaps
     * @throws IllegalArgumentException naming the column that is constant or has gaps
     */
    public static double[] critic(String[] names, double[][] columns) {
        double[][] scaled = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            requireVarying(names[c], columns[c]);
            double low = Arrays.stream(columns[c]).min().orElseThrow();
            double high = Arrays.stream(columns[c]).max().orElseThrow();
            scaled[c] =
                    Arrays.stream(columns[c]).map(x -> (x - low) / (high - low)).toArray();
        }
        double[] weights = new double[columns.length];
        for (int c = 0; c < columns.length; c++) {
            double contrast = 0;
            for (double[] other : scaled) {
                contrast += 1
                        - product(scaled[c], other) / Math.sqrt(product(scaled[c], scaled[c]) * product(other, other));
            }
            weights[c] = Math.sqrt(product(scaled[c], scaled[c]) / (scaled[c].length - 1)) * contrast;
        }
        return shares(weights);
    }

    private static double product(double[] a, double[] b) {
        double meanA = Arrays.stream(a).sum() / a.length;
        double meanB = Arrays.stream(b).sum() / b.length;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }

    static void requireVarying(String name, double[] column) {
        double first = column.length == 0 ? Double.NaN : column[0];
        if (Arrays.stream(column).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException(name + " has gaps; leave out the units or the indicator");
        }
        if (Arrays.stream(column).allMatch(x -> x == first)) {
            throw new IllegalArgumentException(
                    name + " is " + first + " in every unit: a constant column has no dispersion");
        }
    }

    private static double[] shares(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("no column differs in a way of its own, so no weights follow");
        }
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
}
