package org.zhisheng.analytics.estimation;

/**
 * What a stratum with a single primary sampling unit contributes to a variance, since nothing can be estimated inside
 * it. Strata taken in full contribute nothing under any choice.
 */
public enum LonelyPsu {
    /** Refuse, naming the stratum. */
    FAIL,
    /** Nothing, as if it were taken in full. */
    REMOVE,
    /** Its squared deviation from the grand mean, usually too much. */
    ADJUST,
    /** The mean contribution of the other strata. */
    AVERAGE
}
