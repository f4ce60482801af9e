package org.zhisheng.analytics.driver;

import org.zhisheng.analytics.numeric.Cholesky;

/** Weighted least squares with sandwich errors under the design, as {@code svyglm(family = gaussian())}. */
public final class LinearRegression {
    private LinearRegression() {}

    /**
     * Fits outcome = intercept + predictors.
     *
     * @param level nominal coverage of the coefficients' intervals
     * @throws IllegalArgumentException naming a predictor that is constant or a combination of others, a stratum with a
     *     single sampling unit, or an outcome without variance
     */
    public static RegressionReport fit(RegressionData data, double level) {
        ModelMatrix matrix = new ModelMatrix(data);
        double[][] bread = matrix.crossProducts(matrix.weights);
        double[] weighted = new double[matrix.rows.length];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = matrix.weights[i] * matrix.outcome[i];
        }
        double[] gamma = Cholesky.of(bread, 0).solve(matrix.transposed(weighted));
        double[] fitted = matrix.linear(gamma);
        double[] residuals = new double[fitted.length];
        double left = 0;
        double all = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = matrix.outcome[i] - fitted[i];
            left += matrix.weights[i] * residuals[i] * residuals[i];
            // the intercept of centred predictors is the weighted mean of the outcome
            all += matrix.weights[i] * Math.pow(matrix.outcome[i] - gamma[0], 2);
        }
        if (!(all > 0)) {
            throw new IllegalArgumentException(
                    "outcome " + data.outcome().name() + " is constant among the complete rows: nothing to explain");
        }
        return new Sandwich(data, matrix, "weighted least squares, Taylor linearisation")
                .report(gamma, residuals, bread, level, 1 - left / all, 1);
    }
}
