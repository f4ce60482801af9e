package org.zhisheng.analytics.driver;

import java.util.List;

/**
 * A fitted regression.
 *
 * @param coefficients the intercept first, then the predictors in the order given
 * @param covariance of the coefficients in the same order
 * @param sampleSize complete rows in the domain
 * @param residualDegreesOfFreedom design degrees of freedom + 1 − coefficients
 * @param explained weighted R² (linear) or McFadden's 1 − L/L₀ (logistic)
 * @param iterations Newton steps; 1 for a linear regression
 */
public record RegressionReport(
        List<Coefficient> coefficients,
        List<List<Double>> covariance,
        int sampleSize,
        double residualDegreesOfFreedom,
        double explained,
        int iterations) {
    public RegressionReport {
        coefficients = List.copyOf(coefficients);
        covariance = covariance.stream().map(List::copyOf).toList();
    }
}
