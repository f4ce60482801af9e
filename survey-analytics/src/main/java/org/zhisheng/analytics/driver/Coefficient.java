package org.zhisheng.analytics.driver;

import org.zhisheng.analytics.data.Estimate;

/**
 * One coefficient of a regression.
 *
 * @param predictor its name, {@code (intercept)} for the constant
 * @param estimate value in the units given (log-odds for a logistic regression), error, t interval on the residual
 *     degrees of freedom
 * @param t value over error
 * @param pValue two-sided, t on the residual degrees of freedom; NaN where those are not positive
 */
public record Coefficient(String predictor, Estimate estimate, double t, double pValue) {}
