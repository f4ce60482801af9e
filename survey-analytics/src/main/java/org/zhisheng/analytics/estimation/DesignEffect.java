package org.zhisheng.analytics.estimation;

/** The simple random sample that a design effect compares with. */
public enum DesignEffect {
    /** None is computed. */
    NONE,
    /** Of the same size, without replacement from the estimated population. */
    WITHOUT_REPLACEMENT,
    /** Of the same size, with replacement. */
    WITH_REPLACEMENT
}
