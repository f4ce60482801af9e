package org.zhisheng.analytics.score;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.planning.CoverageThresholds;

/**
 * A scheme: what is measured, how it is weighed and what the total is called. {@link SchemeCheck} finds what is wrong with
 * one; words in both languages lie beside it.
 *
 * @param parent the scheme that this one was forked from, or null
 * @param missingAllowed points of weight that may be missing before there is no total; what is structurally inapplicable
 *     does not count
 * @param bands the best first
 * @param coverage what coverage earns which grade; null where coverage is not looked at
 * @param smallUnit units with fewer covered workers are never listed by themselves, only pooled
 */
public record Scheme(
        SchemeId id,
        @Nullable SchemeId parent,
        List<Dimension> dimensions,
        List<Indicator> indicators,
        List<Measure> measures,
        Aggregation aggregation,
        double missingAllowed,
        List<Band> bands,
        List<Cap> caps,
        List<Veto> vetoes,
        @Nullable CoverageThresholds coverage,
        int smallUnit) {
    public Scheme {
        dimensions = List.copyOf(dimensions);
        indicators = List.copyOf(indicators);
        measures = List.copyOf(measures);
        bands = List.copyOf(bands);
        caps = List.copyOf(caps);
        vetoes = List.copyOf(vetoes);
    }

    /** The indicator of an id. */
    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The indicators of a dimension, in order. */
    public List<Indicator> indicatorsOf(String dimension) {
        return indicators.stream().filter(i -> i.dimension().equals(dimension)).toList();
    }

    /** Position of a band, 0 the best; −1 where there is none of that id. */
    int positionOfBand(String band) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).id().equals(band)) {
                return i;
            }
        }
        return -1;
    }
}
