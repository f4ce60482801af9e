package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many groups the search shows beside the exact optimum, found by trying every pattern of small tables by brute force,
 * and beside the plain rule that hides a whole dimension wherever one of its groups is small. That rule is not audited: what it
 * shows more, it shows by giving small cells away.
 */
@Tag("simulation")
final class InformationKeptTest {
    private static final ReleaseRule RULE = new ReleaseRule(10);
    private static final int TABLES = Boolean.getBoolean("zhisheng.long") ? 300 : 40;

    @Test
    void atLeast95PercentOfTheOptimumIsShown() {
        SplittableRandom random = new SplittableRandom(9);
        int shown = 0;
        int optimum = 0;
        int plain = 0;
        for (int t = 0; t < TABLES; t++) {
            int workers = 60 + random.nextInt(300);
            UnitCounts counts = RandomEnterprise.draw(
                            random, workers, new int[] {2 + random.nextInt(3), 2 + random.nextInt(2), 1}, 3, 2)
                    .counts();
            Detail detail = RULE.detail(counts.respondents());
            if (!detail.groups()) {
                continue;
            }
            Protection protection = Protector.protect(counts, List.of(), RULE);
            shown += groups(protection.pattern());
            optimum += optimum(counts, detail);
            plain += plain(counts);
        }
        System.out.printf(
                "‣ groups shown on %d small tables: %d; exact optimum %d; plain rule, unaudited: %d%n",
                TABLES, shown, optimum, plain);
        assertTrue(shown >= 0.95 * optimum, shown + " of " + optimum);
        assertTrue(shown <= optimum, "more than the optimum passed: " + shown + " of " + optimum);
    }

    private static int groups(Pattern pattern) {
        return pattern.shown().stream().limit(2).mapToInt(BitSet::cardinality).sum();
    }

    /** Every subset of the groups of both dimensions, whether or not the primary rule would list it. */
    private static int optimum(UnitCounts counts, Detail detail) {
        int first = counts.dimensions().get(0).groups().size();
        int second = counts.dimensions().get(1).groups().size();
        Audit audit = new Audit(counts, RULE);
        int best = 0;
        for (int mask = 0; mask < 1 << (first + second); mask++) {
            BitSet all = BitSet.valueOf(new long[] {mask});
            Pattern pattern = new Pattern(List.of(all.get(0, first), all.get(first, first + second)));
            if (groups(pattern) > best
                    && isAllowed(counts, pattern)
                    && audit.exposure(pattern.known(counts), pattern.hidden(counts), detail)
                            .isEmpty()) {
                best = groups(pattern);
            }
        }
        return best;
    }

    private static boolean isAllowed(UnitCounts counts, Pattern pattern) {
        for (int d = 0; d < 2; d++) {
            Dimension dimension = counts.dimensions().get(d);
            int hidden = 0;
            int parts = 0;
            for (int g = 0; g < dimension.groups().size(); g++) {
                int size = counts.size(dimension.cells(g));
                if (pattern.shows(d, g)) {
                    if (size < 10 || counts.respondents() - size < 10) {
                        return false;
                    }
                } else if (size > 0) {
                    hidden += size;
                    parts++;
                }
            }
            boolean none = pattern.shown().get(d).isEmpty();
            if (!none && parts > 0 && (hidden < 10 || parts < 2)) {
                return false;
            }
        }
        return true;
    }

    private static int plain(UnitCounts counts) {
        int shown = 0;
        for (Dimension dimension : counts.dimensions().subList(0, 2)) {
            boolean small = false;
            for (int g = 0; g < dimension.groups().size(); g++) {
                small |= counts.size(dimension.cells(g)) < 10;
            }
            shown += small ? 0 : dimension.groups().size();
        }
        return shown;
    }
}
