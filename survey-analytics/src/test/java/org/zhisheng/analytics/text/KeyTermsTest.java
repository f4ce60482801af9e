package org.zhisheng.analytics.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyTermsTest {
    private static List<String> comments(int canteen, int wages) {
        List<String> comments = new ArrayList<>(Collections.nCopies(canteen, "食堂的菜太咸，食堂要改善食堂"));
        comments.addAll(Collections.nCopies(wages, "希望涨工资"));
        return comments;
    }

    @Test
    void aTermIsCountedOnceACommentAndToldFromTheThresholdOn() {
        assertEquals(
                10,
                KeyTerms.of(comments(10, 9), 10).stream()
                        .filter(t -> t.term().equals("食堂"))
                        .findFirst()
                        .orElseThrow()
                        .comments());
        assertTrue(KeyTerms.of(comments(10, 9), 10).stream()
                .noneMatch(t -> t.term().equals("工资")));
        assertTrue(KeyTerms.of(comments(10, 10), 10).stream()
                .anyMatch(t -> t.term().equals("工资")));
        assertEquals(List.of(), KeyTerms.of(comments(9, 9), 10));
    }

    @Test
    void namesAndBlocksAreNoTerms() {
        List<String> comments = Collections.nCopies(12, "张伟民和▇▇说涨工资");
        assertEquals(
                List.of("工资"),
                KeyTerms.of(comments, 10).stream().map(KeyTerm::term).toList());
    }

    @Test
    void aThresholdOfOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> KeyTerms.of(List.of(), 2));
    }
}
