package org.zhisheng.analytics.disclosure;

/**
 * How the errors of two headlines go together, from which errors of scores follow.
 *
 * @param first item code and statistic of the one: {@code POST-O1 satisfied}
 * @param second of the other; equal to the first for its variance
 * @param value covariance, in the units of both (shares between 0 and 1, means in points)
 */
public record Covariance(String first, String second, double value) {}
