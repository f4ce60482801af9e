package org.zhisheng.analytics.weighting;

/** How a raked estimate's linearised variance accounts for the raking. */
public enum RakingVariance {
    /** Regression residuals weighted by the base weights, as {@code calibrate(calfun = "raking")} has them. */
    BASE_WEIGHT_RESIDUALS,
    /** Ten rounds of unweighted averages over the margins in order, as {@code rake()} has them. */
    MARGIN_AVERAGES
}
