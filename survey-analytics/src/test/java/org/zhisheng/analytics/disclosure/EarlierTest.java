package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A release that is out counts in the audit of its correction as its protection would, though it is read from a file. */
final class EarlierTest {
    private static final ReleaseRule RULE = new ReleaseRule(10);

    @Test
    void aReleaseSaysAsMuchAsTheProtectionItWasMadeBy() {
        SplittableRandom random = new SplittableRandom(1201);
        int shown = 0;
        for (int i = 0; i < 40; i++) {
            UnitCounts counts = RandomEnterprise.draw(random, 2, 3).counts();
            Protection first = Protector.protect(counts, List.of(), RULE);
            Protection fromMemory = Protector.correct(counts, List.of(), RULE, first);
            Protection fromFile = Protector.correct(counts, List.of(), RULE, read(release(first)));
            assertEquals(fromMemory.pattern(), fromFile.pattern(), "enterprise " + i);
            assertEquals(fromMemory.blocks(), fromFile.blocks(), "enterprise " + i);
            shown += fromFile.pattern().shown().stream()
                    .mapToInt(BitSet::cardinality)
                    .sum();
        }
        assertTrue(shown > 40, "only " + shown + " groups were shown");
    }

    /** Demographics are published too: what of them is out is known. */
    @Test
    void whatIsOutOfADemographicIsKnown() {
        UnitCounts frame = unit("d", 60, 50);
        UnitCounts age = unit("age", 40, 30, 25, 15);
        Release out = release(Protector.protect(frame, List.of(age), RULE));
        Earlier earlier = Earlier.of(out, frame, List.of(age));
        assertEquals(1, earlier.demographics().size());
        long groups = out.by("age").orElseThrow().groups().stream()
                .filter(g -> g.shown() == Shown.YES)
                .count();
        assertTrue(groups > 0);
        assertTrue(earlier.demographics().getFirst().size() > groups, "the groups and the whole");
    }

    @Test
    void whatIsNotOfTheSameResponsesIsRefused() {
        UnitCounts frame = unit("d", 60, 50);
        Release out = release(Protector.protect(frame, List.of(), RULE));
        refused("61 respondents", () -> Earlier.of(out, unit("d", 61, 50), List.of()), "110");
        refused("moved", () -> Earlier.of(out, unit("d", 61, 49), List.of()), "60 respondents in g0");
        refused("other dimension", () -> Earlier.of(out, unit("e", 60, 50), List.of()), "a table by 'd'");
        refused("fewer groups", () -> Earlier.of(out, unit("d", 110), List.of()), "60 respondents in g0");
    }

    private static void refused(String what, Runnable work, String word) {
        IllegalArgumentException why = assertThrows(IllegalArgumentException.class, work::run, what);
        assertTrue(why.getMessage().contains(word), why.getMessage());
    }

    private static Release read(Release release) {
        return ReleaseText.read(release.text(), release.fingerprint());
    }

    private static Release release(Protection protection) {
        return ReleaseGate.release(
                protection,
                RandomEnterprise.headlines(protection.frame(), protection.blockCells()),
                ReleaseTerms.Kind.FIRST);
    }

    /** Groups of these sizes, half of each saying yes. */
    private static UnitCounts unit(String dimension, int... sizes) {
        List<Cell> cells = new ArrayList<>();
        int[][] counts = new int[sizes.length][];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            names.add("g" + c);
            cells.add(new Cell("g" + c, 2 * sizes[c], sizes[c]));
            counts[c] = new int[] {sizes[c] / 2, sizes[c] - sizes[c] / 2};
        }
        Outcome yes = new Outcome("", "yes", Detail.TWO_WAY, false, List.of(1.0, 0.0));
        return new UnitCounts(
                cells,
                List.of(new Dimension(
                        dimension,
                        names,
                        IntStream.range(0, sizes.length).boxed().toList())),
                List.of(new ItemCounts("Q", List.of("y", "n"), counts, List.of(yes))));
    }
}
