package org.zhisheng.analytics.driver;

import java.util.List;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.numeric.Cholesky;

/**
 * The complete rows with predictors centred and scaled by their weighted mean and deviation, which keeps the normal
 * equations well conditioned whatever the units; results are carried back to the units given.
 */
final class ModelMatrix {
    private static final double COLLINEAR = 1e-10;

    final int[] rows;
    final double[] weights;
    final double[] outcome;
    private final double[][] columns;
    private final double[] means;
    private final double[] deviations;
    private final List<NumericColumn> predictors;

    ModelMatrix(RegressionData data) {
        predictors = data.predictors();
        rows = data.completeRows();
        weights = new double[rows.length];
        outcome = new double[rows.length];
        double[] all = data.design().weights();
        for (int i = 0; i < rows.length; i++) {
            weights[i] = all[rows[i]];
            outcome[i] = data.outcome().value(rows[i]);
        }
        int size = predictors.size();
        if (rows.length <= size) {
            throw new IllegalArgumentException("outcome " + data.outcome().name() + ": " + rows.length
                    + " complete rows in domain " + data.domain().name() + " for " + (size + 1) + " coefficients");
        }
        columns = new double[size][rows.length];
        means = new double[size];
        deviations = new double[size];
        for (int k = 0; k < size; k++) {
            standardise(k);
        }
        requireIndependent();
    }

    private void standardise(int k) {
        double weight = 0;
        for (int i = 0; i < rows.length; i++) {
            columns[k][i] = predictors.get(k).value(rows[i]);
            weight += weights[i];
            means[k] += weights[i] * columns[k][i];
        }
        means[k] /= weight;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            columns[k][i] -= means[k];
            squares += weights[i] * columns[k][i] * columns[k][i];
        }
        deviations[k] = Math.sqrt(squares / weight);
        if (!(deviations[k] > 1e-12 * Math.abs(means[k]))) {
            throw new IllegalArgumentException(
                    "predictor " + predictors.get(k).name() + " is constant among the complete rows: leave it out");
        }
        for (int i = 0; i < rows.length; i++) {
            columns[k][i] /= deviations[k];
        }
    }

    private void requireIndependent() {
        int dependent = Cholesky.of(crossProducts(weights), COLLINEAR).dependent();
        if (dependent >= 0) {
            throw new IllegalArgumentException(
                    "predictor " + predictors.get(dependent - 1).name()
                            + " is a combination of the predictors before it: leave it out");
        }
    }

    /** Number of coefficients, the intercept first. */
    int size() {
        return columns.length + 1;
    }

    /** The name of the coefficient. */
    String name(int coefficient) {
        return coefficient == 0
                ? "(intercept)"
                : predictors.get(coefficient - 1).name();
    }

    double value(int coefficient, int row) {
        return coefficient == 0 ? 1 : columns[coefficient - 1][row];
    }

    double[] linear(double[] gamma) {
        double[] eta = new double[rows.length];
        for (int i = 0; i < eta.length; i++) {
            for (int k = 0; k < gamma.length; k++) {
                eta[i] += gamma[k] * value(k, i);
            }
        }
        return eta;
    }

    /** ZᵀVZ for the diagonal V. */
    double[][] crossProducts(double[] diagonal) {
        double[][] products = new double[size()][size()];
        for (int a = 0; a < size(); a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < rows.length; i++) {
                    sum += diagonal[i] * value(a, i) * value(b, i);
                }
                products[a][b] = sum;
                products[b][a] = sum;
            }
        }
        return products;
    }

    /** Zᵀ·terms. */
    double[] transposed(double[] terms) {
        double[] sums = new double[size()];
        for (int k = 0; k < sums.length; k++) {
            for (int i = 0; i < rows.length; i++) {
                sums[k] += terms[i] * value(k, i);
            }
        }
        return sums;
    }

    /** Coefficients of centred and scaled predictors in the units given. */
    double[] inUnits(double[] gamma) {
        double[] beta = new double[gamma.length];
        beta[0] = gamma[0];
        for (int k = 1; k < gamma.length; k++) {
            beta[k] = gamma[k] / deviations[k - 1];
            beta[0] -= beta[k] * means[k - 1];
        }
        return beta;
    }
}
