package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

final class ReleaseGateTest {
    private final ReleaseGate gate = new ReleaseGate(new ReleaseRule(10));

    @Test
    void underTheThresholdNothingButTheCountIsReleased() {
        Release release = gate.release(table("", 9), List.of(table("车间", 5, 4)));
        assertEquals(Shown.TOO_FEW, release.whole().shown());
        assertEquals(9, release.whole().respondents());
        assertTrue(release.tables().stream()
                .flatMap(t -> t.groups().stream())
                .allMatch(g -> g.figures().isEmpty()));
    }

    @Test
    void aSmallGroupIsHiddenAndASecondOneWithIt() {
        assertEquals(List.of(Shown.YES, Shown.PROTECTS_OTHERS, Shown.TOO_FEW), shown(40, 12, 5));
    }

    @Test
    void aGroupWhoseRemainderIsTooSmallIsHidden() {
        assertEquals(List.of(Shown.PROTECTS_OTHERS, Shown.TOO_FEW), shown(40, 9));
    }

    @Test
    void anEmptyGroupIsCalledEmptyAndHidesNobody() {
        assertEquals(List.of(Shown.YES, Shown.YES, Shown.EMPTY), shown(40, 12, 0));
    }

    @Test
    void noHiddenGroupCanBeWorkedOutByTakingTheShownFromTheTotal() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            int[] sizes = random.ints(1 + random.nextInt(8), 0, 40).toArray();
            int total = Arrays.stream(sizes).sum();
            if (total < 10) {
                continue;
            }
            List<Shown> shown = shown(sizes);
            int hidden = 0;
            int cells = 0;
            for (int g = 0; g < sizes.length; g++) {
                if (shown.get(g) != Shown.YES && sizes[g] > 0) {
                    hidden += sizes[g];
                    cells++;
                } else if (shown.get(g) == Shown.YES) {
                    assertTrue(sizes[g] >= 10);
                }
            }
            assertTrue(
                    hidden == 0 || (hidden >= 10 && cells > 1) || shown.stream().noneMatch(Shown.YES::equals));
        }
    }

    @Test
    void aFigureWithATooSmallBaseIsLeftOut() {
        Candidate whole = new Candidate(
                "", List.of(new Candidate.Group("", 80, 50, true, List.of(figure(50, "O1"), figure(8, "K1")))));
        assertEquals(
                List.of("O1"),
                gate.release(whole, List.of()).whole().figures().stream()
                        .map(Figure::item)
                        .toList());
    }

    @Test
    void aStoredReleaseReadsBackAsItWas() {
        Release release = gate.release(table("", 52), List.of(table("车间", 40, 12), table("用工形式", 30, 22)));
        Release read = ReleaseText.read(release.text(), release.fingerprint());
        assertEquals(release.text(), ReleaseText.seal(read.tables()).text());
        assertEquals(3, read.tables().size());
        assertEquals(release.whole(), read.whole());
    }

    @Test
    void aChangedReleaseIsNotRead() {
        Release release = gate.release(table("", 52), List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> ReleaseText.read(release.text().replace("0.5", "0.6"), release.fingerprint()));
    }

    private List<Shown> shown(int... sizes) {
        return gate
                .release(table("", Arrays.stream(sizes).sum()), List.of(table("车间", sizes)))
                .tables()
                .get(1)
                .groups()
                .stream()
                .map(ReleasedTable.Group::shown)
                .toList();
    }

    private static Candidate table(String dimension, int... sizes) {
        List<Candidate.Group> groups = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            groups.add(new Candidate.Group(
                    dimension.isEmpty() ? "" : "组" + g, 2 * sizes[g], sizes[g], true, List.of(figure(sizes[g], "O1"))));
        }
        return new Candidate(dimension, groups);
    }

    private static Figure figure(int n, String item) {
        return new Figure(
                item,
                "",
                new Estimate(
                        "satisfied",
                        0.5,
                        0.05,
                        new Interval(0.4, 0.6, 0.95, "logit"),
                        40,
                        n,
                        Double.NaN,
                        "post-stratified proportion",
                        List.of("a", "b")));
    }
}
