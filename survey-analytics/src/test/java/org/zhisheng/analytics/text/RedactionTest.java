package org.zhisheng.analytics.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RedactionTest {
    private static final String TEXT = "王主任在二车间😀骂人";

    @Test
    void whateverIsHiddenBecomesTheSameTwoBlocks() {
        assertEquals("▇▇在二车间😀骂人", Redaction.apply(TEXT, List.of(new Span(0, 3))));
        assertEquals("▇▇在▇▇😀骂人", Redaction.apply(TEXT, List.of(new Span(4, 7), new Span(0, 3))));
        assertEquals("▇▇", Redaction.apply(TEXT, List.of(new Span(0, TEXT.length()))));
        assertEquals(TEXT, Redaction.apply(TEXT, List.of()));
    }

    @Test
    void stretchesThatTouchOrOverlapBecomeOne() {
        assertEquals(
                List.of(new Span(0, 4), new Span(5, 9)),
                Redaction.merged(List.of(new Span(2, 4), new Span(5, 9), new Span(0, 2), new Span(6, 7))));
        assertEquals("▇▇车间😀骂人", Redaction.apply(TEXT, List.of(new Span(0, 3), new Span(3, 5))));
    }

    @Test
    void nothingOutsideTheTextOrWithinACharacterCanBeHidden() {
        int smile = TEXT.indexOf("😀");
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 3));
        assertThrows(
                IllegalArgumentException.class, () -> Redaction.apply(TEXT, List.of(new Span(0, TEXT.length() + 1))));
        assertThrows(IllegalArgumentException.class, () -> Redaction.apply(TEXT, List.of(new Span(smile, smile + 1))));
        assertThrows(
                IllegalArgumentException.class, () -> Redaction.apply(TEXT, List.of(new Span(smile + 1, smile + 2))));
    }

    @Test
    void piecesAreTheWholeTextAndMarksAreMadeOfThem() {
        for (LabelledComment comment : LabelledComment.all("labelled-comments.txt")) {
            List<Mark> marks = IdentityMarks.of(comment.text());
            List<Span> pieces = Pieces.of(comment.text(), marks);
            assertEquals(
                    comment.text(),
                    pieces.stream().map(p -> p.of(comment.text())).collect(Collectors.joining()));
            for (Mark mark : marks) {
                assertTrue(pieces.stream().anyMatch(p -> p.from() == mark.span().from()), comment.text());
                assertTrue(pieces.stream().anyMatch(p -> p.to() == mark.span().to()), comment.text());
            }
        }
        assertEquals(List.of(), Pieces.of("", List.of()));
    }
}
