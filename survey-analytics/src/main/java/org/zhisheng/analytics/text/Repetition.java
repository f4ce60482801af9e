package org.zhisheng.analytics.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which comments repeat others: word for word but for blanks, punctuation and width, or nearly so. Near means that the
 * pairs of neighbouring characters of two comments agree at least to a given share (Jaccard). The search is exact: two
 * comments that near share one of each other's rarest pairs (prefix filter: Bayardo, Ma and Srikant 2007, "Scaling up all
 * pairs similarity search", WWW, 131–140).
 */
public final class Repetition {
    private final int[] same;
    private final int[] cluster;

    private Repetition(int[] same, int[] cluster) {
        this.same = same;
        this.cluster = cluster;
    }

    /**
     * Compares comments.
     *
     * @param similarity least share of pairs in which two comments are near, above 0 and at most 1
     */
    public static Repetition of(List<String> comments, double similarity) {
        if (!(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException("a similarity of " + similarity + ": choose above 0 and at most 1");
        }
        int[] same = firsts(comments);
        int[] cluster = same.clone();
        NearPairs.of(comments, same, similarity).forEach(pair -> join(cluster, pair[0], pair[1]));
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = root(cluster, i);
        }
        return new Repetition(same, cluster);
    }

    /** The first comment with the same words, from 0; the comment itself where none came before. */
    public int same(int comment) {
        return same[comment];
    }

    /** The first comment of those that are near one another, in steps; the comment itself where it stands alone. */
    public int cluster(int comment) {
        return cluster[comment];
    }

    /** The text without what people vary when they paste: blanks, punctuation, width and case. */
    static String essence(String comment) {
        String plain = Comment.of(comment).plain().toLowerCase(Locale.ROOT);
        String essence = plain.replaceAll("[^\\p{L}\\p{N}]+", "");
        return essence.isEmpty() ? plain.strip() : essence;
    }

    private static int[] firsts(List<String> comments) {
        Map<String, Integer> first = new HashMap<>();
        int[] same = new int[comments.size()];
        Arrays.setAll(same, i -> first.merge(essence(comments.get(i)), i, (before, now) -> before));
        return same;
    }

    private static void join(int[] cluster, int a, int b) {
        int rootA = root(cluster, a);
        int rootB = root(cluster, b);
        cluster[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private static int root(int[] cluster, int i) {
        return IntStream.iterate(i, j -> cluster[j])
                .filter(j -> cluster[j] == j)
                .findFirst()
                .orElse(i);
    }
}
