package org.zhisheng.analytics.estimation;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhisheng.analytics.data.Missing;

/**
 * The number that each category of an item stands for, and which missing answers stay in the base. Categories without a
 * number, and missing reasons without one, are outside the base.
 *
 * @param points number of each category by label
 * @param missing number of each missing reason that stays in the base
 * @param others number of the categories that have none of their own; NaN leaves them out
 */
public record Scoring(Map<String, Double> points, Map<Missing, Double> missing, double others) {
    public Scoring {
        points = Map.copyOf(points);
        missing = Map.copyOf(missing);
    }

    /** Points for every category in label order, for example 100, 80, 60, 40, 20; missing answers are outside. */
    public static Scoring points(List<String> labels, double... points) {
        if (labels.size() != points.length) {
            throw new IllegalArgumentException(
                    points.length + " points for the " + labels.size() + " categories " + labels);
        }
        Map<String, Double> byLabel = new LinkedHashMap<>();
        for (int k = 0; k < points.length; k++) {
            byLabel.put(labels.get(k), points[k]);
        }
        return new Scoring(byLabel, Map.of(), Double.NaN);
    }

    /** 1 for the given categories and 0 for every other; missing answers are outside. */
    public static Scoring indicator(Collection<String> hits) {
        Map<String, Double> byLabel = new HashMap<>();
        hits.forEach(hit -> byLabel.put(hit, 1.0));
        return new Scoring(byLabel, Map.of(), 0);
    }

    /** The same scoring with a missing reason kept in the base under a number, for example "don't know" as 0. */
    public Scoring counting(Missing reason, double as) {
        Map<Missing, Double> kept = new EnumMap<>(Missing.class);
        kept.putAll(missing);
        kept.put(reason, as);
        return new Scoring(points, kept, others);
    }

    /** The same scoring with categories taken out of the base. */
    public Scoring excluding(Collection<String> labels) {
        Map<String, Double> byLabel = new HashMap<>(points);
        labels.forEach(label -> byLabel.put(label, Double.NaN));
        return new Scoring(byLabel, missing, others);
    }

    /** Whether the numbers are 0 and 1 only, so that means are proportions. */
    public boolean isIndicator() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.concat(points.values().stream(), missing.values().stream()),
                        java.util.stream.Stream.of(others))
                .allMatch(score -> score.isNaN() || score == 0 || score == 1);
    }

    /** Scores of the valid categories, then of blank, don't know and not asked. */
    double[] scores(String item, List<String> labels) {
        Set<String> unknown = new java.util.TreeSet<>(points.keySet());
        labels.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "item " + item + " has no categories " + unknown + "; its categories are " + labels);
        }
        double[] scores = new double[labels.size() + Missing.values().length];
        Arrays.fill(scores, Double.NaN);
        for (int k = 0; k < labels.size(); k++) {
            scores[k] = points.getOrDefault(labels.get(k), others);
        }
        missing.forEach((reason, score) -> scores[labels.size() - 1 - reason.code()] = score);
        return scores;
    }
}
