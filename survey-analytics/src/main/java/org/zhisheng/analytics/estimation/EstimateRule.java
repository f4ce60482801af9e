package org.zhisheng.analytics.estimation;

/**
 * What to report beside a value and its standard error.
 *
 * @param interval which confidence interval
 * @param designEffect which design effect
 * @param missing what respondents without a value do
 */
public record EstimateRule(IntervalRule interval, DesignEffect designEffect, MissingValues missing) {
    /** A rule that keeps respondents without a value in the design. */
    public EstimateRule(IntervalRule interval, DesignEffect designEffect) {
        this(interval, designEffect, MissingValues.KEEP_IN_DESIGN);
    }

    /** Logit interval on the design's degrees of freedom, no design effect. */
    public static EstimateRule forProportions() {
        return new EstimateRule(IntervalRule.logit(), DesignEffect.NONE);
    }

    /** Wald interval with a normal reference, no design effect. */
    public static EstimateRule forMeans() {
        return new EstimateRule(IntervalRule.wald(), DesignEffect.NONE);
    }

    /** The same rule with another treatment of missing values. */
    public EstimateRule withMissing(MissingValues rule) {
        return new EstimateRule(interval, designEffect, rule);
    }
}
