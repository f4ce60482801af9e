package org.zhisheng.analytics.estimation;

/**
 * What to report beside a value and its standard error.
 *
 * @param interval which confidence interval
 * @param designEffect which design effect
 */
public record EstimateRule(IntervalRule interval, DesignEffect designEffect) {
    /** Logit interval on the design's degrees of freedom, no design effect. */
    public static EstimateRule forProportions() {
        return new EstimateRule(IntervalRule.logit(), DesignEffect.NONE);
    }

    /** Wald interval with a normal reference, no design effect. */
    public static EstimateRule forMeans() {
        return new EstimateRule(IntervalRule.wald(), DesignEffect.NONE);
    }
}
