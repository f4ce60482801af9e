package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Places by score. Scores closer than 1e-12 of the largest count as equal, so that rounding decides no rank. */
final class Ranks {
    private static final double TIE = 1e-12;

    private Ranks() {}

    static List<Ranking> byScore(List<String> topics, double[] scores) {
        double tolerance = TIE * Arrays.stream(scores).map(Math::abs).max().orElse(0);
        List<Ranking> rankings = new ArrayList<>();
        for (int topic = 0; topic < scores.length; topic++) {
            int better = 0;
            for (double other : scores) {
                better += other > scores[topic] + tolerance ? 1 : 0;
            }
            rankings.add(new Ranking(topics.get(topic), scores[topic], better + 1));
        }
        return rankings;
    }
}
