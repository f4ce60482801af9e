package org.zhisheng.analytics.score;

import java.util.Map;
import java.util.Set;

/**
 * What there is to be a source.
 *
 * @param surveys by questionnaire and item, which figures a release has of it
 * @param facts ids of facts that are entered
 */
public record SourceCatalogue(Map<String, Map<String, ItemFigures>> surveys, Set<String> facts) {
    public SourceCatalogue {
        surveys = Map.copyOf(surveys);
        facts = Set.copyOf(facts);
    }

    /**
     * The figures of an item.
     *
     * @param statistics of the whole item, such as {@code index}
     * @param categories the options that have a {@code share} (and {@code rank-points}) each
     */
    public record ItemFigures(Set<String> statistics, Set<String> categories) {
        public ItemFigures {
            statistics = Set.copyOf(statistics);
            categories = Set.copyOf(categories);
        }

        boolean has(String statistic, String category) {
            return category.isEmpty()
                    ? statistics.contains(statistic)
                    : statistics.contains(statistic) && categories.contains(category);
        }
    }
}
