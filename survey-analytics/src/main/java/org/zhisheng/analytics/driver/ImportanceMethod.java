package org.zhisheng.analytics.driver;

/** Ways to divide R² over correlated predictors. */
public enum ImportanceMethod {
    /**
     * Mean gain in R² over all orders of entry (Lindeman, Merenda and Gold 1980; R's relaimpo calls it lmg), exact over all
     * subsets; at most 12 predictors.
     */
    LMG,
    /** Johnson's relative weights by orthogonal counterparts (Johnson 2000, Multivariate Behavioral Research 35, 1–19). */
    JOHNSON
}
