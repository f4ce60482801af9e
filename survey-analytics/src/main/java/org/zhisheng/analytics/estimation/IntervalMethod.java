package org.zhisheng.analytics.estimation;

/** Ways to make a confidence interval; all but {@link #WALD} are for proportions. */
public enum IntervalMethod {
    /** No interval. */
    NONE,
    /** Estimate ± quantile × standard error, not clipped. */
    WALD,
    /** Wald on the log-odds, back-transformed. */
    LOGIT,
    /** Clopper–Pearson on the effective sample size (Korn and Graubard 1998). */
    BETA,
    /** Wilson's score interval on the effective sample size. */
    WILSON,
    /** Wald on the arcsine of the square root, back-transformed. */
    ARCSINE
}
