package org.zhisheng.analytics.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RepetitionTest {
    @Test
    void pastedTextsAreTheSameWhateverTheirBlanksAndPunctuation() {
        List<String> comments = List.of("希望涨工资！", "希望 涨工资", "希望涨工资。。。", "希望涨津贴", "！！！", "???");
        Repetition found = Repetition.of(comments, 0.8);
        assertEquals(0, found.same(1));
        assertEquals(0, found.same(2));
        assertEquals(3, found.same(3));
        assertEquals(4, found.same(4));
        assertEquals(5, found.same(5));
    }

    @Test
    void nearTextsAreOneCluster() {
        List<String> comments = List.of(
                "食堂的菜太咸了，价格也太贵，希望工会管一管这件事", "夜班津贴三年没有涨过了", "食堂的菜太咸了，价格也太贵，希望工会能管管这件事", "食堂的菜太咸了价格也太贵希望工会管一管这件事！");
        Repetition found = Repetition.of(comments, 0.7);
        assertEquals(0, found.cluster(2));
        assertEquals(0, found.cluster(3));
        assertEquals(1, found.cluster(1));
        assertEquals(2, Repetition.of(comments, 0.99).cluster(2));
    }

    /** The prefix filter must lose no pair: compared with trying all, over made-up texts with many near ones. */
    @Test
    void findsEveryPairThatComparingAllFinds() {
        Random random = new Random(20261122);
        for (double similarity : new double[] {0.5, 0.7, 0.9, 1}) {
            List<String> comments = comments(random);
            Repetition found = Repetition.of(comments, similarity);
            int near = 0;
            for (int i = 0; i < comments.size(); i++) {
                for (int j = i + 1; j < comments.size(); j++) {
                    if (jaccard(comments.get(i), comments.get(j)) >= similarity) {
                        assertEquals(found.cluster(i), found.cluster(j), comments.get(i) + " / " + comments.get(j));
                        near++;
                    }
                }
            }
            assertTrue(near > 0, "the sample has near comments at " + similarity);
        }
    }

    private static List<String> comments(Random random) {
        List<String> comments = new ArrayList<>();
        String letters = "工资涨夜班津贴食堂菜咸热水房";
        for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder(
                    comments.isEmpty() || random.nextBoolean() ? "" : comments.get(random.nextInt(comments.size())));
            for (int k = random.nextInt(1 + Math.max(0, 12 - text.length())); k >= 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            comments.add(text.toString());
        }
        return comments;
    }

    private static double jaccard(String a, String b) {
        Set<String> both = pairs(a);
        both.retainAll(pairs(b));
        Set<String> all = pairs(a);
        all.addAll(pairs(b));
        return (double) both.size() / all.size();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs.isEmpty() ? new HashSet<>(Set.of(text)) : pairs;
    }

    @Test
    void aSimilarityIsAShare() {
        assertThrows(IllegalArgumentException.class, () -> Repetition.of(List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> Repetition.of(List.of(), 1.1));
        assertThrows(IllegalArgumentException.class, () -> Repetition.of(List.of(), Double.NaN));
    }
}
