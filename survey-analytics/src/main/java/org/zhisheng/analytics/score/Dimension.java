package org.zhisheng.analytics.score;

/**
 * A group of indicators.
 *
 * @param weight in points; the points of all dimensions add up to 100
 */
public record Dimension(String id, double weight) {}
