package org.zhisheng.analytics.score;

/**
 * One dimension of a score.
 *
 * @param points mean of its indicators' points; NaN where it has none
 * @param weight points of weight in the scheme
 * @param effectiveWeight points of weight in effect
 */
public record DimensionScore(String id, double points, double weight, double effectiveWeight) {}
