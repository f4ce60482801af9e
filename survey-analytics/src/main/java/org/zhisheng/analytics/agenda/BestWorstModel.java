package org.zhisheng.analytics.agenda;

/** How a best–worst answer arises from the topics' utilities. */
public enum BestWorstModel {
    /** The best is chosen first, then the worst among the others, with utilities reversed. */
    SEQUENTIAL,
    /** The pair with the largest difference is chosen among all ordered pairs (maxdiff). */
    PAIR
}
