package org.zhisheng.analytics.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is found of a labelled set, by kind. A label counts as found where marks of whatever kind cover all of its letters
 * and digits: hidden is hidden. A mark counts as right where it shares a character with any label.
 */
final class IdentityMarksTest {
    private static final int HELD_OUT = 3;
    private static final List<LabelledComment> ALL = LabelledComment.all("labelled-comments.txt");
    private static final List<LabelledComment> HARD = LabelledComment.all("hard-comments.txt");

    private record Score(int found, int labels, int right, int marks, List<String> missed, List<String> wrong) {
        double recall() {
            return labels == 0 ? 100 : 100.0 * found / labels;
        }

        double precision() {
            return marks == 0 ? 100 : 100.0 * right / marks;
        }
    }

    private static Score score(List<LabelledComment> comments, MarkKind kind) {
        int[] n = new int[4];
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (LabelledComment comment : comments) {
            List<Mark> marks = IdentityMarks.of(comment.text());
            for (Mark label : comment.labels()) {
                if (kind == null || label.kind() == kind) {
                    n[1]++;
                    if (isCovered(comment.text(), label.span(), marks)) {
                        n[0]++;
                    } else {
                        missed.add(label.span().of(comment.text()) + " in " + comment.text());
                    }
                }
            }
            for (Mark mark : marks) {
                if (kind == null || mark.kind() == kind) {
                    n[3]++;
                    if (comment.labels().stream().anyMatch(l -> l.span().overlaps(mark.span()))) {
                        n[2]++;
                    } else {
                        wrong.add(mark.rule() + " " + mark.span().of(comment.text()) + " in " + comment.text());
                    }
                }
            }
        }
        return new Score(n[0], n[1], n[2], n[3], missed, wrong);
    }

    private static boolean isCovered(String text, Span label, List<Mark> marks) {
        return IntStream.range(label.from(), label.to())
                .filter(i -> Character.isLetterOrDigit(text.charAt(i)))
                .allMatch(i -> marks.stream().anyMatch(m -> m.span().covers(new Span(i, i + 1))));
    }

    private static List<LabelledComment> part(boolean heldOut) {
        return IntStream.range(0, ALL.size())
                .filter(i -> (i % HELD_OUT == HELD_OUT - 1) == heldOut)
                .mapToObj(ALL::get)
                .toList();
    }

    /**
     * Measured over all 207 comments with HanLP portable 1.8.6. The set was written by the authors of the rules, so that real
     * comments will fare worse: the bounds hold what was reached, they promise nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "PHONE, 100, 100",
        "IDENTITY, 100, 100",
        "PLATE, 100, 100",
        "EMAIL, 100, 100",
        "ACCOUNT, 100, 100",
        "EMPLOYEE, 100, 100",
        "TITLED, 96, 96",
        "NAME, 90, 85",
        "POST, 94, 94",
        "ADDRESS, 100, 100",
        "DATE, 100, 100"
    })
    void findsWhatIsLabelled(MarkKind kind, double recall, double precision) {
        Score score = score(ALL, kind);
        assertAll(
                () -> assertTrue(score.labels() > 2, "labels of " + kind),
                () -> assertTrue(score.recall() >= recall, () -> kind + ": " + score),
                () -> assertTrue(score.precision() >= precision, () -> kind + ": " + score));
    }

    @Test
    void findsAsMuchOfWhatWasHeldOutWhileRulesWereTuned() {
        Score score = score(part(true), null);
        assertTrue(score.labels() >= 40 && score.recall() >= 95 && score.precision() >= 95, score::toString);
    }

    /** 54 of 55 are found; "一期" of a post is missed, and an order's number and a workshop's name are marked in vain. */
    @Test
    void findsWhatIsHardToFind() {
        Score score = score(HARD, null);
        assertTrue(score.labels() >= 50 && score.recall() >= 98 && score.precision() >= 96, score::toString);
    }

    @Test
    void leavesCommentsAloneInWhichNobodyIsNamed() {
        long marked = ALL.stream()
                .filter(comment -> comment.labels().isEmpty()
                        && !IdentityMarks.of(comment.text()).isEmpty())
                .count();
        long free = ALL.stream().filter(comment -> comment.labels().isEmpty()).count();
        assertTrue(free >= 80 && marked <= 0.05 * free, marked + " of " + free);
    }

    @ParameterizedTest
    @CsvSource({
        "371323198503120015, identity.checksum",
        "371323198503120016, identity.mistyped",
        "11010519491231002X, identity.checksum",
        "11010519491231002x, identity.checksum",
        "371323850312001, identity.old",
        "371323198513120015, number.long",
        "13805391234, phone.mobile",
        "12805391234, number.long"
    })
    void saysWhy(String number, String rule) {
        assertEquals(
                List.of(rule),
                IdentityMarks.of("是" + number + "。").stream().map(Mark::rule).toList());
    }

    @Test
    void aMarkIsInPlaceBesideFullWidthCharactersAndEmoji() {
        String text = "😀我的手机１３９６９９８７６５４😡";
        Mark mark = IdentityMarks.of(text).getFirst();
        assertEquals("１３９６９９８７６５４", mark.span().of(text));
    }
}
