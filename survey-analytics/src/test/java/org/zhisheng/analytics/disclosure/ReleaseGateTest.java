package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is printed for units that are small enough to check by hand. */
final class ReleaseGateTest {
    private static final ReleaseRule RULE = new ReleaseRule(10);

    @Test
    void underTenNothingButTheCountIsReleased() {
        Release release = release(unit(new int[] {5, 4}, new int[] {3, 2}));
        assertEquals(Detail.COUNT_ONLY, release.terms().detail());
        assertEquals(9, release.whole().respondents());
        assertTrue(release.tables().stream()
                .flatMap(t -> t.groups().stream())
                .allMatch(g -> g.figures().isEmpty()));
    }

    @Test
    void aSmallGroupIsHiddenAndTheSmallestOtherWithIt() {
        Release release = release(unit(new int[] {40, 12, 15, 5}, new int[] {20, 6, 8, 3}));
        assertEquals(
                List.of(Shown.YES, Shown.PROTECTS_OTHERS, Shown.YES, Shown.TOO_FEW),
                release.by("d").orElseThrow().groups().stream()
                        .map(ReleasedTable.Group::shown)
                        .toList());
    }

    @Test
    void fromTenToTwentyNineTheWholeUnitIsShownAlone() {
        Release release = release(unit(new int[] {15, 14}, new int[] {8, 7}));
        assertEquals(Detail.TWO_WAY, release.terms().detail());
        assertEquals(1, release.whole().figures().size());
        assertTrue(release.by("d").orElseThrow().groups().stream()
                .allMatch(g -> g.figures().isEmpty()));
    }

    /** 29 of 30 would say what one person answered: 28 of 30 is printed as the least it is, 93.33 %. */
    @Test
    void aMinorityOfTwoOrFewerIsPrintedAsABound() {
        for (int minority = 0; minority <= 2; minority++) {
            Figure figure = release(unit(new int[] {15, 15}, new int[] {15, 15 - minority}))
                    .whole()
                    .figures()
                    .getFirst();
            assertEquals(Limit.AT_LEAST, figure.limit());
            assertEquals(0.9333, figure.estimate().value());
            assertTrue(Double.isNaN(figure.estimate().standardError()));
        }
        Figure few = release(unit(new int[] {15, 15}, new int[] {1, 0}))
                .whole()
                .figures()
                .getFirst();
        assertEquals(Limit.AT_MOST, few.limit());
        assertEquals(0.0667, few.estimate().value());
    }

    /** Group b's 1 of 20 follows from the total as long as a and c are printed exactly. */
    @Test
    void aBoundIsNotUndoneBySubtraction() {
        List<ReleasedTable.Group> groups = release(unit(new int[] {20, 20, 30}, new int[] {9, 1, 14}))
                .by("d")
                .orElseThrow()
                .groups();
        assertEquals(Limit.AT_MOST, groups.get(1).figures().getFirst().limit());
        assertEquals(0.1, groups.get(1).figures().getFirst().estimate().value());
        assertEquals(Limit.WITHHELD, groups.get(0).figures().getFirst().limit());
        assertEquals(Limit.EXACT, groups.get(2).figures().getFirst().limit());
        assertEquals(0.47, groups.get(2).figures().getFirst().estimate().value());
    }

    /** A choice without points: in order under 30, its two largest options under 100, every option from there on. */
    @Test
    void aChoiceIsShownAsFarAsTheUnitIsLarge() {
        assertEquals(
                List.of("a PLACE 1.0", "b PLACE 2.0", "c PLACE 3.0", "d PLACE 3.0"), choice(new int[] {9, 6, 4, 4}));
        assertEquals(List.of("a EXACT 0.45", "b EXACT 0.25"), choice(new int[] {18, 10, 6, 6}));
        assertEquals(
                List.of("a EXACT 0.4", "b EXACT 0.3", "c EXACT 0.2", "d EXACT 0.1"),
                choice(new int[] {48, 36, 24, 12}));
    }

    /** 23 and 15 of 40 would say that two chose something else. */
    @Test
    void theOthersOfAChoiceDoNotFollowWhereTheyAreFew() {
        assertEquals(List.of("a EXACT 0.58", "b WITHHELD NaN"), choice(new int[] {23, 15, 1, 1}));
    }

    private static List<String> choice(int[] chosen) {
        List<String> options = List.of("a", "b", "c", "d");
        int people = IntStream.of(chosen).sum();
        List<Outcome> outcomes = options.stream()
                .map(o -> new Outcome(
                        o,
                        "share",
                        Detail.EVERYTHING,
                        false,
                        options.stream()
                                .map(other -> other.equals(o) ? 1.0 : 0.0)
                                .toList()))
                .toList();
        UnitCounts counts = new UnitCounts(
                List.of(new Cell("c", 2 * people, people)),
                List.of(),
                List.of(new ItemCounts("B", options, new int[][] {chosen}, outcomes)));
        return release(counts).whole().figures().stream()
                .map(f -> f.category() + " " + f.limit() + " " + f.estimate().value())
                .toList();
    }

    /**
     * Of 40, 30 are satisfied and 2 dissatisfied, so that the rate of the dissatisfied is a bound. The mean with its own
     * error would give them away: its sum and its sum of squares go with one table in whole people only.
     */
    @Test
    void aMeanBesideABoundHasNoErrorOfItsOwn() {
        UnitCounts counts = new UnitCounts(
                List.of(new Cell("c", 80, 40)),
                List.of(),
                List.of(new ItemCounts(
                        "Q", RandomEnterprise.POINTS, new int[][] {{0, 2, 8, 20, 10, 0}}, RandomEnterprise.RATED)));
        Release release = release(counts);
        Figure mean = release.whole().figure("Q", "", "index").orElseThrow();
        double own = Math.sqrt(RandomEnterprise.covariance(
                counts,
                List.of(counts.all()),
                counts.items().getFirst(),
                RandomEnterprise.RATED.get(2),
                RandomEnterprise.RATED.get(2)));
        assertEquals(79, mean.estimate().value());
        assertTrue(mean.estimate().standardError() > own, mean::toString);
        assertTrue(release.covariance("Q index", "Q index").isEmpty());
        assertTrue(release.covariance("Q satisfied", "Q satisfied").isPresent());
        assertEquals(List.of(), new BoundAttack(release, counts).findings());
    }

    @Test
    void halfAPercentIsRoundedUp() {
        assertEquals(0.13, Rounding.percent(1, 8));
        assertEquals(0.38, Rounding.percent(3, 8));
        assertEquals(0.29, Rounding.percent(0.285));
        assertEquals(0.5809, Rounding.four(158.0 / 272));
    }

    /** z = 1.959964; (0.5 + z²/200) / (1 + z²/100) ± …: 0.4038 to 0.5962 for 50 of 100 (Wilson 1927). */
    @Test
    void theWilsonIntervalIsTheTextbooks() {
        assertEquals(0.4038, WilsonInterval.of(0.5, 100, 1, 0.95).lower());
        assertEquals(0.5962, WilsonInterval.of(0.5, 100, 1, 0.95).upper());
    }

    @Test
    void aStoredReleaseReadsBackAsItWas() {
        RandomEnterprise enterprise = RandomEnterprise.draw(new SplittableRandom(4), 400, new int[] {4, 2, 1}, 3, 3);
        Release release = release(enterprise.counts());
        Release read = ReleaseText.read(release.text(), release.fingerprint());
        assertEquals(
                release.text(),
                ReleaseText.seal(read.terms(), read.tables(), read.covariances())
                        .text());
        assertFalse(read.by("d0").orElseThrow().groups().stream()
                .allMatch(g -> g.figures().isEmpty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> ReleaseText.read(release.text().replace("0.5", "0.6"), release.fingerprint()));
    }

    @Test
    void aCorrectionWithOtherRespondentsIsRefused() {
        Protection out = Protector.protect(unit(new int[] {40, 30}, new int[] {20, 10}), List.of(), RULE);
        UnitCounts later = unit(new int[] {41, 30}, new int[] {20, 10});
        assertThrows(IllegalArgumentException.class, () -> Protector.correct(later, List.of(), RULE, out));
    }

    private static Release release(UnitCounts counts) {
        Protection protection = Protector.protect(counts, List.of(), RULE);
        return ReleaseGate.release(
                protection, RandomEnterprise.headlines(counts, protection.blockCells()), ReleaseTerms.Kind.FIRST);
    }

    /** Cells of one dimension, and how many of each say yes. */
    private static UnitCounts unit(int[] sizes, int[] yes) {
        List<Cell> cells = new ArrayList<>();
        int[][] counts = new int[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            cells.add(new Cell("c" + c, 2 * sizes[c], sizes[c]));
            counts[c] = new int[] {yes[c], sizes[c] - yes[c]};
        }
        List<String> names = Arrays.stream(sizes).mapToObj(s -> "of " + s).toList();
        Dimension dimension = new Dimension(
                "d",
                IntStream.range(0, sizes.length)
                        .mapToObj(c -> "g" + c + names.get(c))
                        .toList(),
                IntStream.range(0, sizes.length).boxed().toList());
        return new UnitCounts(
                cells,
                List.of(dimension),
                List.of(new ItemCounts(
                        "A",
                        List.of("yes", "no"),
                        counts,
                        List.of(new Outcome("", "aware", Detail.TWO_WAY, false, List.of(1.0, 0.0))))));
    }
}
