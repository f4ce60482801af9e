package org.zhisheng.analytics.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs of comments whose sets of neighbouring characters agree; see {@link Repetition}. */
final class NearPairs {
    private final List<int[]> sets;
    private final double similarity;
    private final Map<Integer, List<Integer>> index = new HashMap<>();
    private final List<int[]> pairs = new ArrayList<>();

    private NearPairs(List<int[]> sets, double similarity) {
        this.sets = sets;
        this.similarity = similarity;
    }

    /** The pairs among those comments that are the first of their words. */
    static List<int[]> of(List<String> comments, int[] same, double similarity) {
        NearPairs near = new NearPairs(sets(comments, same), similarity);
        for (int i = 0; i < same.length; i++) {
            if (same[i] == i) {
                near.take(i);
            }
        }
        return near.pairs;
    }

    private void take(int comment) {
        int[] set = sets.get(comment);
        int prefix = set.length - (int) Math.ceil(similarity * set.length) + 1;
        Set<Integer> candidates = new HashSet<>();
        for (int p = 0; p < Math.min(prefix, set.length); p++) {
            List<Integer> others = index.computeIfAbsent(set[p], s -> new ArrayList<>());
            candidates.addAll(others);
            others.add(comment);
        }
        for (int other : candidates) {
            if (jaccard(set, sets.get(other)) >= similarity) {
                pairs.add(new int[] {other, comment});
            }
        }
    }

    /** Each comment's pairs as numbers, the rarest of all comments first. */
    private static List<int[]> sets(List<String> comments, int[] same) {
        Map<String, Integer> counts = new HashMap<>();
        List<Set<String>> words = new ArrayList<>();
        for (int i = 0; i < same.length; i++) {
            words.add(same[i] == i ? bigrams(Repetition.essence(comments.get(i))) : Set.of());
            words.get(i).forEach(pair -> counts.merge(pair, 1, Integer::sum));
        }
        List<String> rarest = counts.keySet().stream()
                .sorted(Comparator.comparing((String pair) -> counts.getOrDefault(pair, 0))
                        .thenComparing(pair -> pair))
                .toList();
        Map<String, Integer> rank = new HashMap<>();
        rarest.forEach(pair -> rank.put(pair, rank.size()));
        return words.stream()
                .map(set -> set.stream()
                        .mapToInt(pair -> rank.getOrDefault(pair, 0))
                        .sorted()
                        .toArray())
                .toList();
    }

    private static Set<String> bigrams(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs.isEmpty() ? Set.of(text) : pairs;
    }

    /** Share of the union that both hold; both are sorted. */
    private static double jaccard(int[] a, int[] b) {
        int both = 0;
        for (int value : a) {
            both += Arrays.binarySearch(b, value) >= 0 ? 1 : 0;
        }
        return (double) both / (a.length + b.length - both);
    }
}
