package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Merges cells into the blocks within which every respondent weighs the same. A weighted total with many decimals, with its
 * error, gives away in whole people what it was summed from; so a block is treated as if its counts were printed: it has
 * at least k respondents, no headline of it has a minority of two or fewer, and with the blocks known nothing is exposed.
 */
final class Weighting {
    private final UnitCounts unit;
    private final ReleaseRule rule;
    private final Detail detail;
    private final List<BitSet> blocks = new ArrayList<>();

    private Weighting(UnitCounts unit, ReleaseRule rule, Detail detail) {
        this.unit = unit;
        this.rule = rule;
        this.detail = detail;
        for (int c = 0; c < unit.cells().size(); c++) {
            BitSet cell = new BitSet();
            cell.set(c);
            blocks.add(cell);
        }
    }

    /**
     * The finest blocks that merging the smallest ones leads to.
     *
     * @param detail how much the unit shows: only headlines that are printed bind the blocks
     * @param safe whether nothing is exposed where these blocks are known
     */
    static List<BitSet> blocks(UnitCounts unit, ReleaseRule rule, Detail detail, Predicate<List<BitSet>> safe) {
        Weighting weighting = new Weighting(unit, rule, detail);
        while (weighting.blocks.size() > 1) {
            Optional<BitSet> faulty = weighting.smallest(weighting::isFaulty);
            if (faulty.isPresent()) {
                weighting.merge(faulty.get());
            } else if (safe.test(weighting.blocks)) {
                break;
            } else {
                // Within groups first: blocks that are groups give away no more than the groups' table does.
                weighting.merge(weighting
                        .smallest(weighting::hasPartner)
                        .or(() -> weighting.smallest(b -> true))
                        .orElseThrow());
            }
        }
        return List.copyOf(weighting.blocks);
    }

    private Optional<BitSet> smallest(Predicate<BitSet> of) {
        return blocks.stream().filter(of).min(Comparator.comparingInt(unit::size));
    }

    private boolean isFaulty(BitSet block) {
        return unit.size(block) < rule.minimumGroup()
                || unit.items().stream().anyMatch(i -> i.outcomes().stream().anyMatch(o -> unanimous(i, o, block)));
    }

    private boolean unanimous(ItemCounts item, Outcome outcome, BitSet block) {
        if (!outcome.isRate() || !outcome.isHeadline() || outcome.detail().compareTo(detail) > 0) {
            return false;
        }
        int[] here = item.of(block);
        int[] all = item.of(unit.all());
        // What is nearly unanimous in the whole unit is printed as a bound, whatever the blocks are.
        return ReleaseRule.unanimous((long) outcome.sum(here), outcome.base(here))
                && !ReleaseRule.unanimous((long) outcome.sum(all), outcome.base(all));
    }

    /** Joins a block with the smallest of those that lie with it in one group of the earliest dimension possible. */
    private void merge(BitSet block) {
        blocks.remove(block);
        BitSet partner = blocks.stream()
                .min(Comparator.comparingInt((BitSet b) -> -alike(block, b)).thenComparingInt(unit::size))
                .orElseThrow();
        partner.or(block);
    }

    private boolean hasPartner(BitSet block) {
        return blocks.stream().anyMatch(b -> b != block && alike(block, b) == 2);
    }

    /** 2 where both lie wholly in one group of the first dimension, 1 of a later one, 0 else. */
    private int alike(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.or(second);
        for (int d = 0; d < unit.dimensions().size(); d++) {
            Dimension dimension = unit.dimensions().get(d);
            if (both.stream().map(dimension.groupOf()::get).distinct().count() == 1) {
                return d == 0 ? 2 : 1;
            }
        }
        return 0;
    }
}
