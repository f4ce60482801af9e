package org.zhisheng.analytics.estimation;

/**
 * Which interval to make.
 *
 * @param level nominal coverage, between 0 and 1 exclusive
 */
public record IntervalRule(IntervalMethod method, Reference reference, double level) {
    public IntervalRule {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + ": a confidence level lies between 0 and 1");
        }
    }

    /** 95 % by log-odds on the design's degrees of freedom: for proportions. */
    public static IntervalRule logit() {
        return new IntervalRule(IntervalMethod.LOGIT, Reference.DESIGN, 0.95);
    }

    /** 95 % Wald with a normal reference: for means, totals and ratios. */
    public static IntervalRule wald() {
        return new IntervalRule(IntervalMethod.WALD, Reference.NORMAL, 0.95);
    }

    /** No interval. */
    public static IntervalRule none() {
        return new IntervalRule(IntervalMethod.NONE, Reference.NORMAL, 0.95);
    }
}
