package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the pattern that shows the most groups among those that pass the audit. Patterns are tried in the order of how
 * much they show, so that the first to pass is the exact optimum; where too many fail, dimensions are settled one after
 * another instead.
 */
final class Suppression {
    private static final int MOST_TRIED = 400;
    private static final int MOST_TRIED_A_DIMENSION = 40;

    private final UnitCounts unit;
    private final Predicate<Pattern> passes;
    private final List<List<BitSet>> candidates = new ArrayList<>();
    private int tried;
    private boolean exact = true;

    Suppression(UnitCounts unit, ReleaseRule rule, Predicate<Pattern> passes) {
        this.unit = unit;
        this.passes = passes;
        for (Dimension dimension : unit.dimensions()) {
            candidates.add(Candidates.of(unit, dimension, rule));
        }
    }

    /** Patterns that were audited. */
    int tried() {
        return tried;
    }

    /** Whether no pattern that passes shows more groups. */
    boolean exact() {
        return exact;
    }

    /** The best pattern; at worst it shows no group. */
    Pattern best() {
        Comparator<int[]> most = Comparator.comparingInt(this::groups);
        PriorityQueue<int[]> queue =
                new PriorityQueue<>(most.thenComparingInt(this::respondents).reversed());
        Set<List<Integer>> seen = new HashSet<>();
        queue.add(new int[candidates.size()]);
        while (!queue.isEmpty() && tried < MOST_TRIED) {
            int[] at = queue.remove();
            Pattern pattern = pattern(at);
            tried++;
            if (passes.test(pattern)) {
                exact &= listsAreWhole();
                return pattern;
            }
            for (int d = 0; d < at.length; d++) {
                int[] next = at.clone();
                if (++next[d] < candidates.get(d).size()
                        && seen.add(Arrays.stream(next).boxed().toList())) {
                    queue.add(next);
                }
            }
        }
        exact = false;
        return oneAfterAnother();
    }

    private boolean listsAreWhole() {
        return unit.dimensions().stream().allMatch(d -> d.groups().size() <= Candidates.MOST_GROUPS_FOR_ALL);
    }

    private Pattern oneAfterAnother() {
        List<BitSet> chosen = new ArrayList<>(Pattern.nothing(unit).shown());
        for (int d = 0; d < chosen.size(); d++) {
            int most = Math.min(candidates.get(d).size(), MOST_TRIED_A_DIMENSION);
            for (int i = 0; i < most; i++) {
                BitSet before = chosen.set(d, candidates.get(d).get(i));
                tried++;
                if (passes.test(new Pattern(chosen))) {
                    break;
                }
                chosen.set(d, before);
            }
        }
        return new Pattern(chosen);
    }

    private Pattern pattern(int[] at) {
        List<BitSet> shown = new ArrayList<>();
        for (int d = 0; d < at.length; d++) {
            shown.add(candidates.get(d).get(at[d]));
        }
        return new Pattern(shown);
    }

    private int groups(int[] at) {
        int groups = 0;
        for (int d = 0; d < at.length; d++) {
            groups += candidates.get(d).get(at[d]).cardinality();
        }
        return groups;
    }

    private int respondents(int[] at) {
        int sum = 0;
        for (int d = 0; d < at.length; d++) {
            Dimension dimension = unit.dimensions().get(d);
            sum += candidates.get(d).get(at[d]).stream()
                    .map(g -> unit.size(dimension.cells(g)))
                    .sum();
        }
        return sum;
    }
}
