package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Merges cells into the blocks within which every respondent weighs the same. A weighted total with many decimals, with its
 * error, gives away in whole people what it was summed from; so a block is treated as if its counts were printed: it has
 * at least k respondents, no headline of it has a minority of two or fewer, and with the blocks known nothing is exposed.
 */
final class Weighting {
    private final UnitCounts unit;
    private final ReleaseRule rule;
    private final int first;
    private final List<BitSet> blocks = new ArrayList<>();

    /** @param first the dimension within whose groups cells are merged first */
    private Weighting(UnitCounts unit, ReleaseRule rule, int first) {
        this.unit = unit;
        this.rule = rule;
        this.first = first;
        for (int c = 0; c < unit.cells().size(); c++) {
            BitSet cell = new BitSet();
            cell.set(c);
            blocks.add(cell);
        }
    }

    /**
     * The most blocks that merging the smallest ones leads to, within the groups of one dimension first. A further
     * dimension is tried only where it has more groups than there are blocks.
     *
     * @param safe whether nothing is exposed where these blocks are known
     */
    static List<BitSet> blocks(UnitCounts unit, ReleaseRule rule, Predicate<List<BitSet>> safe) {
        List<BitSet> most = new Weighting(unit, rule, 0).merged(safe);
        for (int d = 1; d < unit.dimensions().size(); d++) {
            Dimension dimension = unit.dimensions().get(d);
            long groups = IntStream.range(0, dimension.groups().size())
                    .filter(g -> unit.size(dimension.cells(g)) > 0)
                    .count();
            if (groups > most.size()) {
                List<BitSet> other = new Weighting(unit, rule, d).merged(safe);
                most = other.size() > most.size() ? other : most;
            }
        }
        return most;
    }

    private List<BitSet> merged(Predicate<List<BitSet>> safe) {
        while (blocks.size() > 1) {
            Optional<BitSet> faulty = smallest(this::isFaulty);
            if (faulty.isPresent()) {
                merge(faulty.get());
            } else if (safe.test(blocks)) {
                break;
            } else {
                // Within groups first: blocks that are groups give away no more than the groups' table does.
                merge(smallest(this::hasPartner).or(() -> smallest(b -> true)).orElseThrow());
            }
        }
        return List.copyOf(blocks);
    }

    private Optional<BitSet> smallest(Predicate<BitSet> of) {
        return blocks.stream().filter(of).min(Comparator.comparingInt(unit::size));
    }

    private boolean isFaulty(BitSet block) {
        return unit.size(block) < rule.minimumGroup()
                || unit.items().stream().anyMatch(i -> i.outcomes().stream().anyMatch(o -> unanimous(i, o, block)));
    }

    private boolean unanimous(ItemCounts item, Outcome outcome, BitSet block) {
        if (!outcome.isRate() || !outcome.isHeadline()) {
            return false;
        }
        int[] here = item.of(block);
        int[] all = item.of(unit.all());
        // What is nearly unanimous in the whole unit is printed as a bound, whatever the blocks are.
        return ReleaseRule.unanimous((long) outcome.sum(here), outcome.base(here))
                && !ReleaseRule.unanimous((long) outcome.sum(all), outcome.base(all));
    }

    /** Joins a block with one that lies with it in one group, best with one that mends its fault, else with the smallest. */
    private void merge(BitSet block) {
        blocks.remove(block);
        BitSet partner = blocks.stream()
                .min(Comparator.comparingInt((BitSet b) -> -alike(block, b))
                        .thenComparing(b -> isFaulty(union(block, b)))
                        .thenComparingInt(unit::size))
                .orElseThrow();
        partner.or(block);
    }

    private boolean hasPartner(BitSet block) {
        return blocks.stream().anyMatch(b -> !b.equals(block) && alike(block, b) == 2);
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /** 2 where both lie wholly in one group of the dimension that comes first, 1 of another one, 0 else. */
    private int alike(BitSet one, BitSet other) {
        BitSet both = union(one, other);
        int alike = 0;
        for (int d = 0; d < unit.dimensions().size(); d++) {
            Dimension dimension = unit.dimensions().get(d);
            if (both.stream().map(dimension.groupOf()::get).distinct().count() == 1) {
                alike = Math.max(alike, d == first ? 2 : 1);
            }
        }
        return alike;
    }
}
