package org.zhisheng.analytics.score;

import org.jspecify.annotations.Nullable;

/**
 * A band of the rounded total.
 *
 * @param from the lowest rounded total in it; its upper end is where the next band begins
 * @param alias another name in use, such as AAA, or null
 */
public record Band(String id, double from, @Nullable String alias) {}
