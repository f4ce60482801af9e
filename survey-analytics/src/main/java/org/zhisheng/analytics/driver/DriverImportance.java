package org.zhisheng.analytics.driver;

import org.zhisheng.analytics.data.Estimate;

/**
 * A predictor's part in what is explained.
 *
 * @param predictor its name
 * @param importance its part with the design's error
 * @param correlation weighted correlation with the outcome
 * @param standardisedSlope its slope when all variables have deviation 1; opposite in sign to the correlation when the
 *     other predictors overlap with it
 */
public record DriverImportance(String predictor, Estimate importance, double correlation, double standardisedSlope) {}
