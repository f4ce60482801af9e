package org.zhisheng.analytics.driver;

/** What the parts of the predictors add up to. */
public enum ImportanceScale {
    /** To R². */
    R_SQUARED,
    /** To 1. */
    SHARE
}
