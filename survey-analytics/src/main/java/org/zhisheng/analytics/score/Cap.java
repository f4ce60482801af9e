package org.zhisheng.analytics.score;

/**
 * Keeps the band from being better than a ceiling while a quantity is too low. It looks at point estimates.
 *
 * @param of id of an indicator (its value, not its points) or of a measure
 * @param below the cap bites where the value is below this
 * @param ceiling id of the best band that is still allowed
 */
public record Cap(String id, String of, double below, String ceiling) {}
