package org.zhisheng.analytics.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.InfluenceCovariance;
import org.zhisheng.analytics.numeric.Cholesky;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Sandwich errors under a design, as {@code svyglm}: the design's covariance of A⁻¹·x·w·(y − μ), no small-sample factor.
 */
record Sandwich(RegressionData data, ModelMatrix matrix, String model) {
    /**
     * The report of a fit.
     *
     * @param gamma coefficients of the standardised predictors
     * @param residuals y − μ of the complete rows
     * @param bread ZᵀVZ at the solution
     */
    RegressionReport report(
            double[] gamma, double[] residuals, double[][] bread, double level, double explained, int iterations) {
        double[][] influence = influence(residuals, bread);
        Domain base = data.base(matrix.rows);
        double[][] covariance = InfluenceCovariance.of(data.design(), influence, base);
        double freedom = new Estimator(data.design()).degreesOfFreedom(base) + 1 - matrix.size();
        double[] beta = matrix.inUnits(gamma);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int k = 0; k < beta.length; k++) {
            coefficients.add(coefficient(k, beta[k], Math.sqrt(covariance[k][k]), freedom, level));
        }
        List<List<Double>> rows = Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new RegressionReport(coefficients, rows, matrix.rows.length, freedom, explained, iterations);
    }

    private double[][] influence(double[] residuals, double[][] bread) {
        Cholesky root = Cholesky.of(bread, 0);
        double[][] influence = new double[matrix.size()][data.design().cells()];
        double[] score = new double[matrix.size()];
        for (int i = 0; i < residuals.length; i++) {
            for (int k = 0; k < score.length; k++) {
                score[k] = matrix.weights[i] * residuals[i] * matrix.value(k, i);
            }
            double[] inUnits = matrix.inUnits(root.solve(score));
            for (int k = 0; k < score.length; k++) {
                influence[k][matrix.rows[i]] = inUnits[k];
            }
        }
        return influence;
    }

    private Coefficient coefficient(int k, double value, double error, double freedom, double level) {
        double half = Distributions.tQuantile((1 + level) / 2, freedom) * error;
        List<String> conventions = new ArrayList<>(data.design().conventions());
        conventions.add("rows lacking outcome or a predictor: outside the domain, sampling units kept");
        conventions.add("sandwich errors, no small-sample factor");
        conventions.add("t on design degrees of freedom + 1 - coefficients");
        Estimate estimate = new Estimate(
                "coefficient",
                value,
                error,
                Double.isNaN(half) ? null : new Interval(value - half, value + half, level, "wald"),
                freedom,
                matrix.rows.length,
                Double.NaN,
                model,
                conventions);
        double t = value / error;
        return new Coefficient(matrix.name(k), estimate, t, Distributions.tTwoSided(t, freedom));
    }
}
