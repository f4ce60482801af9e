package org.zhisheng.analytics.score;

import java.util.List;
import java.util.Map;

/**
 * What the surveys' errors mean for a score. It says nothing about errors of entered facts, nor about the choice of weights.
 *
 * @param bands the share of draws in each band, after caps and vetoes; empty where the score has no band
 * @param nearCaps ids of caps whose bound lies within two standard errors of its quantity
 */
public record ScoreUncertainty(
        Spread total,
        List<Spread> dimensions,
        List<Spread> indicators,
        Map<String, Double> bands,
        List<String> nearCaps,
        Simulation simulation) {
    public ScoreUncertainty {
        dimensions = List.copyOf(dimensions);
        indicators = List.copyOf(indicators);
        nearCaps = List.copyOf(nearCaps);
    }
}
