package org.zhisheng.analytics.disclosure;

import org.zhisheng.analytics.data.Estimate;

/**
 * One estimate of a table, with what it is about. What is estimated is named by the estimate, in the terms of the
 * scheme: {@code share}, {@code satisfied}, {@code index}, …
 *
 * @param item code of the item, or of a composite; empty for response counts
 * @param category the option's code for a share; empty for a figure of the whole item
 * @param estimate the estimate; its value is NaN where the limit has none
 * @param limit whether the value is the number found or a bound of it
 */
public record Figure(String item, String category, Estimate estimate, Limit limit) {
    /** A figure that is what was found. */
    public Figure(String item, String category, Estimate estimate) {
        this(item, category, estimate, Limit.EXACT);
    }

    /** What is estimated. */
    public String statistic() {
        return estimate.statistic();
    }

    /** Whether two figures are of the same thing. */
    boolean isOf(String otherItem, String otherCategory, String statistic) {
        return item.equals(otherItem)
                && category.equals(otherCategory)
                && statistic().equals(statistic);
    }
}
