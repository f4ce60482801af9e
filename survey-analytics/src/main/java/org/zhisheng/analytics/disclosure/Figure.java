package org.zhisheng.analytics.disclosure;

import org.zhisheng.analytics.data.Estimate;

/**
 * One estimate of a table, with what it is about. What is estimated is named by the estimate, in the terms of the
 * scheme: {@code share}, {@code satisfied}, {@code index}, …
 *
 * @param item code of the item, or of a composite; empty for response counts
 * @param category the option's code for a share; empty for a figure of the whole item
 * @param estimate the estimate
 */
public record Figure(String item, String category, Estimate estimate) {
    /** What is estimated. */
    public String statistic() {
        return estimate.statistic();
    }
}
