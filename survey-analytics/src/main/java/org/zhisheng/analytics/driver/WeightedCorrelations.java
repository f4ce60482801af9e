package org.zhisheng.analytics.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.numeric.Cholesky;

/** Weighted correlations of predictors and outcome (last) over complete rows, and the standardised values. */
final class WeightedCorrelations {
    final double[][] r;
    private final double[][] standardised;
    private final double[] weights;
    private final double total;

    WeightedCorrelations(RegressionData data, int[] rows) {
        List<NumericColumn> columns = new ArrayList<>(data.predictors());
        columns.add(data.outcome());
        double[] all = data.design().weights();
        weights = new double[rows.length];
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            weights[i] = all[rows[i]];
            sum += weights[i];
        }
        total = sum;
        standardised = new double[columns.size()][];
        for (int v = 0; v < standardised.length; v++) {
            standardised[v] = standardise(columns.get(v), rows);
        }
        r = new double[standardised.length][standardised.length];
        for (int v = 0; v < r.length; v++) {
            for (int u = 0; u < r.length; u++) {
                r[v][u] = u == v ? 1 : product(v, u);
            }
        }
        requireIndependent(data);
    }

    private double[] standardise(NumericColumn column, int[] rows) {
        double mean = 0;
        for (int i = 0; i < rows.length; i++) {
            mean += weights[i] * column.value(rows[i]) / total;
        }
        double variance = 0;
        for (int i = 0; i < rows.length; i++) {
            variance += weights[i] * Math.pow(column.value(rows[i]) - mean, 2) / total;
        }
        double deviation = Math.sqrt(variance);
        if (!(deviation > 1e-12 * Math.abs(mean))) {
            throw new IllegalArgumentException(
                    "column " + column.name() + " is constant among the complete rows: leave it out");
        }
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = (column.value(rows[i]) - mean) / deviation;
        }
        return values;
    }

    private double product(int v, int u) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * standardised[v][i] * standardised[u][i];
        }
        return sum / total;
    }

    private void requireIndependent(RegressionData data) {
        int dependent = Cholesky.of(amongPredictors(), 1e-10).dependent();
        if (dependent >= 0) {
            throw new IllegalArgumentException(
                    "predictor " + data.predictors().get(dependent).name()
                            + " is a combination of the predictors before it: leave it out");
        }
    }

    /** Weighted influence of a row on the correlation of two variables: w(uv − r(u² + v²)/2)/Σw. */
    double influence(int v, int u, int i) {
        double a = standardised[v][i];
        double b = standardised[u][i];
        return weights[i] / total * (a * b - r[v][u] * (a * a + b * b) / 2);
    }

    /** Slopes of the standardised regression. */
    double[] slopes() {
        int p = r.length - 1;
        return Cholesky.of(amongPredictors(), 0).solve(Arrays.copyOf(r[p], p));
    }

    private double[][] amongPredictors() {
        double[][] predictors = new double[r.length - 1][];
        Arrays.setAll(predictors, j -> Arrays.copyOf(r[j], predictors.length));
        return predictors;
    }
}
