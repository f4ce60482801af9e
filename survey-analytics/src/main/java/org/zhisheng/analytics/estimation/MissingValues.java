package org.zhisheng.analytics.estimation;

/** What respondents without a value do to an estimate. Their value is never guessed. */
public enum MissingValues {
    /**
     * Outside the base, but still counted in the design's degrees of freedom: {@code na.rm = TRUE} in R's survey package.
     */
    KEEP_IN_DESIGN,
    /** Outside the base and outside the degrees of freedom: {@code subset(design, !is.na(x))} in R. */
    OUTSIDE_DOMAIN,
    /** Refused, naming the variable. */
    REFUSE
}
