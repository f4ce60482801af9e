package org.zhisheng.analytics.score;

import java.util.List;
import java.util.function.UnaryOperator;

/** Schemes that differ in one thing. */
final class SchemeVariants {
    private SchemeVariants() {}

    static Scheme withId(Scheme s, SchemeId id) {
        return build(s, id, s.dimensions(), s.indicators(), s.measures(), s.bands(), s.caps(), s.vetoes());
    }

    static Scheme withDimensions(Scheme s, List<Dimension> dimensions) {
        return build(s, s.id(), dimensions, s.indicators(), s.measures(), s.bands(), s.caps(), s.vetoes());
    }

    static Scheme withIndicators(Scheme s, UnaryOperator<List<Indicator>> change) {
        List<Indicator> changed = change.apply(new java.util.ArrayList<>(s.indicators()));
        return build(s, s.id(), s.dimensions(), changed, s.measures(), s.bands(), s.caps(), s.vetoes());
    }

    static Scheme withBands(Scheme s, List<Band> bands) {
        return build(s, s.id(), s.dimensions(), s.indicators(), s.measures(), bands, s.caps(), s.vetoes());
    }

    static Scheme withCaps(Scheme s, List<Cap> caps) {
        return build(s, s.id(), s.dimensions(), s.indicators(), s.measures(), s.bands(), caps, s.vetoes());
    }

    private static Scheme build(
            Scheme s,
            SchemeId id,
            List<Dimension> dimensions,
            List<Indicator> indicators,
            List<Measure> measures,
            List<Band> bands,
            List<Cap> caps,
            List<Veto> vetoes) {
        return new Scheme(
                id,
                s.parent(),
                dimensions,
                indicators,
                measures,
                s.aggregation(),
                s.missingAllowed(),
                bands,
                caps,
                vetoes,
                s.coverage(),
                s.smallUnit());
    }
}
