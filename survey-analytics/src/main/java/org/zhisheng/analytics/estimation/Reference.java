package org.zhisheng.analytics.estimation;

/** The distribution that an interval's quantile comes from. */
public enum Reference {
    /** Standard normal, as confidence intervals of means have by default in R's survey package. */
    NORMAL,
    /** Student's t on the design's degrees of freedom in the domain, as its intervals of proportions have. */
    DESIGN
}
