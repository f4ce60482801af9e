package org.zhisheng.analytics.reliability;

import java.util.List;
import org.zhisheng.analytics.data.Estimate;

/**
 * Cronbach's alpha of a scale.
 *
 * @param raw alpha from covariances, with its error and interval
 * @param standardised alpha from correlations, as if all items had the same variance
 * @param averageCorrelation mean of the correlations between different items
 * @param items each item beside the others, in the order given
 */
public record AlphaReport(Estimate raw, double standardised, double averageCorrelation, List<ItemDiagnostics> items) {
    public AlphaReport {
        items = List.copyOf(items);
    }
}
