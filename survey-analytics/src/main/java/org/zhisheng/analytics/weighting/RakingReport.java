package org.zhisheng.analytics.weighting;

/**
 * How raking went.
 *
 * @param iterations sweeps over all margins
 * @param largestDeviation largest relative deviation of a weighted margin from its population count, at the end
 * @param worstMargin margin and level of that deviation
 * @param smallestFactor smallest adjusted weight over base weight
 * @param largestFactor largest adjusted weight over base weight
 */
public record RakingReport(
        int iterations, double largestDeviation, String worstMargin, double smallestFactor, double largestFactor) {}
