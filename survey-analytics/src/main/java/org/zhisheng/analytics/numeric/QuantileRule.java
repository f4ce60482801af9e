package org.zhisheng.analytics.numeric;

/**
 * Which value a quantile is when the share asked for falls on or between observations. The numbered rules are those of
 * Hyndman and Fan (1996) with weights, as in R's survey package.
 */
public enum QuantileRule {
    /** The lower inverse of the distribution function, the default; the same as {@link #HF1}. */
    MATH,
    /** The mean of two neighbours where the share falls exactly between them; the same as {@link #HF2}. */
    SCHOOL,
    /** Inverse of the distribution function. */
    HF1,
    /** Inverse with averaging at jumps. */
    HF2,
    /** Nearest even order statistic. */
    HF3,
    /** Linear interpolation of the distribution function. */
    HF4,
    /** Linear interpolation between the midpoints of the steps. */
    HF5,
    /** Linear interpolation of expected positions. */
    HF6,
    /** Linear interpolation of modal positions, R's default for unweighted data. */
    HF7,
    /** Linear interpolation of approximate medians of positions. */
    HF8,
    /** Linear interpolation, approximately unbiased for normal data. */
    HF9
}
