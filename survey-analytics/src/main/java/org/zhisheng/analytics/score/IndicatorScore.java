package org.zhisheng.analytics.score;

/**
 * One indicator of a score.
 *
 * @param reading its value, or why it has none
 * @param points its normalised value; NaN where it has none
 * @param weight points of weight in the scheme
 * @param effectiveWeight points of weight in effect, after missing ones were shared out
 * @param contribution its part of the total, x·∂total/∂x; contributions add up to the total
 * @param flagged whether its value lies above the upper edge of its target band
 */
public record IndicatorScore(
        String id,
        Reading reading,
        double points,
        double weight,
        double effectiveWeight,
        double contribution,
        boolean flagged) {}
