package org.zhisheng.analytics.reliability;

/**
 * An item in the one-factor model.
 *
 * @param item its name
 * @param loading its correlation with the factor
 * @param uniqueness the share of its variance that the factor leaves, 1 − loading²
 */
public record FactorLoading(String item, double loading, double uniqueness) {}
