package org.zhisheng.analytics.score;

import java.util.List;
import java.util.Set;

/**
 * One indicator of a scheme.
 *
 * @param dimension id of its dimension
 * @param weight in points; the points of a dimension's indicators add up to the dimension's
 * @param levels where it has a meaning
 * @param range which values it can take
 * @param normalisation how its value becomes points from 0 to 100
 * @param sources where its value comes from, the preferred one first
 */
public record Indicator(
        String id,
        String dimension,
        double weight,
        Set<Level> levels,
        Range range,
        Normalisation normalisation,
        List<Source> sources) {
    public Indicator {
        levels = Set.copyOf(levels);
        sources = List.copyOf(sources);
    }
}
