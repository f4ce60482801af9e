package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The choices of shown groups that the primary and the complementary rule leave in one dimension, the most informative
 * first: a shown group and the rest of the unit hold at least k respondents each, and what is hidden together holds at
 * least k in two groups or more.
 */
final class Candidates {
    /** With more groups than this, not every subset is listed. */
    static final int MOST_GROUPS_FOR_ALL = 12;

    private final ReleaseRule rule;
    private final int[] sizes;
    private final int total;

    private Candidates(UnitCounts unit, Dimension dimension, ReleaseRule rule) {
        this.rule = rule;
        this.sizes = IntStream.range(0, dimension.groups().size())
                .map(g -> unit.size(dimension.cells(g)))
                .toArray();
        this.total = IntStream.of(sizes).sum();
    }

    static List<BitSet> of(UnitCounts unit, Dimension dimension, ReleaseRule rule) {
        Candidates all = new Candidates(unit, dimension, rule);
        List<Integer> large = IntStream.range(0, all.sizes.length)
                .filter(all::mayShow)
                .boxed()
                .sorted(Comparator.comparingInt(g -> all.sizes[g]))
                .toList();
        List<BitSet> sets = large.size() <= MOST_GROUPS_FOR_ALL ? all.subsets(large) : all.chain(large);
        Comparator<BitSet> groups = Comparator.comparingInt(BitSet::cardinality);
        return sets.stream()
                .filter(all::complete)
                .sorted(groups.thenComparingInt(all::respondents).reversed())
                .toList();
    }

    private boolean mayShow(int group) {
        int rest = total - sizes[group];
        return sizes[group] >= rule.minimumGroup() && (rest == 0 || rest >= rule.minimumGroup());
    }

    private List<BitSet> subsets(List<Integer> groups) {
        List<BitSet> sets = new ArrayList<>();
        for (int mask = 0; mask < 1 << groups.size(); mask++) {
            BitSet set = new BitSet();
            for (int i = 0; i < groups.size(); i++) {
                set.set(groups.get(i), (mask >> i & 1) == 1);
            }
            sets.add(set);
        }
        return sets;
    }

    /** All but the few smallest, one or two groups apart from them left out. */
    private List<BitSet> chain(List<Integer> bySize) {
        List<BitSet> sets = new ArrayList<>();
        for (int hidden = 0; hidden <= bySize.size(); hidden++) {
            BitSet set = new BitSet();
            bySize.subList(hidden, bySize.size()).forEach(set::set);
            sets.add(set);
            for (int g = hidden; g < bySize.size(); g++) {
                BitSet without = (BitSet) set.clone();
                without.clear(bySize.get(g));
                sets.add(without);
            }
        }
        return sets.stream().distinct().toList();
    }

    private boolean complete(BitSet shown) {
        int hidden = 0;
        int groups = 0;
        for (int g = 0; g < sizes.length; g++) {
            if (!shown.get(g) && sizes[g] > 0) {
                hidden += sizes[g];
                groups++;
            }
        }
        return shown.isEmpty() || groups == 0 || groups > 1 && hidden >= rule.minimumGroup();
    }

    private int respondents(BitSet shown) {
        return shown.stream().map(g -> sizes[g]).sum();
    }
}
