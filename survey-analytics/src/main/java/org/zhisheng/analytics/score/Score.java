package org.zhisheng.analytics.score;

import java.util.List;

/**
 * The score of one unit.
 *
 * @param scheme the scheme that made it
 * @param total unrounded, 0 to 100 where points are; NaN without a rating
 * @param rounded the total HALF_UP to 0.1; NaN without a rating
 * @param missingWeight points of weight that are missing
 */
public record Score(
        SchemeId scheme,
        String unit,
        List<IndicatorScore> indicators,
        List<DimensionScore> dimensions,
        double total,
        double rounded,
        double missingWeight,
        Rating rating) {
    public Score {
        indicators = List.copyOf(indicators);
        dimensions = List.copyOf(dimensions);
    }

    /** Ids of indicators whose weight was shared out because they have no meaning here. */
    public List<String> inapplicable() {
        return indicators.stream()
                .filter(i -> i.reading() instanceof Reading.Inapplicable)
                .map(IndicatorScore::id)
                .toList();
    }

    /** Ids of indicators whose weight was shared out because they are missing. */
    public List<String> missing() {
        return indicators.stream()
                .filter(i -> i.reading() instanceof Reading.Missing)
                .map(IndicatorScore::id)
                .toList();
    }
}
