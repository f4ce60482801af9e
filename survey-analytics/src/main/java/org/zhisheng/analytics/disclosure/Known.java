package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The groups that an attacker knows all counts of, and what follows from them for one small group. */
final class Known {
    private final UnitCounts unit;
    private final List<BitSet> groups;
    private final List<BitSet> large;
    private final long[] signatures;
    private final Map<Long, List<Integer>> bySignature;

    Known(UnitCounts unit, ReleaseRule rule, List<BitSet> groups) {
        this.unit = unit;
        this.groups = groups.stream().distinct().toList();
        this.large = this.groups.stream()
                .filter(g -> unit.size(g) >= rule.minimumGroup())
                .toList();
        this.signatures = Exchange.signatures(unit.cells().size(), this.groups);
        this.bySignature = Exchange.bySignature(signatures);
    }

    List<BitSet> groups() {
        return groups;
    }

    long[] signatures() {
        return signatures;
    }

    Map<Long, List<Integer>> bySignature() {
        return bySignature;
    }

    /**
     * By how many people an answer must stay uncertain in a group. Where few in a known group around it gave the answer,
     * or few did not, it cannot be uncertain by more; that those few are not printed is the rule of unanimity.
     */
    int required(int[][] table, BitSet group, BitSet answer) {
        int required = Math.min(ReleaseRule.REQUIRED_WIDTH, unit.size(group));
        for (BitSet parent : large) {
            if (required > 0 && contains(parent, group)) {
                int count = count(table, parent, answer);
                required = Math.min(required, Math.min(count, unit.size(parent) - count));
            }
        }
        return required;
    }

    /**
     * The width that exchanges within classes of cells give, cells of a class being in the same known groups. In a class
     * of n people of whom X gave the answer, a part of m holds max(0, m − (n − X)) to min(m, X) of them (Fréchet).
     */
    int widthWithinClasses(int[][] table, BitSet group, BitSet answer) {
        int width = 0;
        BitSet left = (BitSet) group.clone();
        while (!left.isEmpty()) {
            List<Integer> cells = Objects.requireNonNull(bySignature.get(signatures[left.nextSetBit(0)]));
            int part = 0;
            int size = 0;
            int answered = 0;
            for (int cell : cells) {
                int people = unit.cells().get(cell).respondents();
                size += people;
                answered += count(table[cell], answer);
                part += left.get(cell) ? people : 0;
                left.clear(cell);
            }
            width += Math.min(part, answered) - Math.max(0, part - (size - answered));
        }
        return width;
    }

    private static boolean contains(BitSet parent, BitSet group) {
        for (int c = group.nextSetBit(0); c >= 0; c = group.nextSetBit(c + 1)) {
            if (!parent.get(c)) {
                return false;
            }
        }
        return true;
    }

    private static int count(int[][] table, BitSet group, BitSet answer) {
        int count = 0;
        for (int c = group.nextSetBit(0); c >= 0; c = group.nextSetBit(c + 1)) {
            count += count(table[c], answer);
        }
        return count;
    }

    private static int count(int[] counts, BitSet answer) {
        int count = 0;
        for (int a = answer.nextSetBit(0); a >= 0; a = answer.nextSetBit(a + 1)) {
            count += counts[a];
        }
        return count;
    }
}
