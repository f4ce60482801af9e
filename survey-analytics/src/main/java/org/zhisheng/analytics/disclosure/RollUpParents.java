package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The known groups around a member's small groups: those of its own release, and what the sums tell beyond all releases. */
final class RollUpParents {
    private final List<BitSet> unions;
    private final ReleaseRule rule;
    private final List<int[][]> sums;

    /** @param unions unions of the sum's cells, each of which is known: the whole, which comes first, in every answer */
    RollUpParents(List<RollUpMember> members, List<BitSet> unions, ReleaseRule rule) {
        this.unions = unions;
        this.rule = rule;
        int items = members.isEmpty() ? 0 : members.getFirst().frame().items().size();
        this.sums = IntStream.range(0, items).mapToObj(i -> sums(members, i)).toList();
    }

    private int[][] sums(List<RollUpMember> members, int item) {
        int[][] of = new int[unions.size()][members.getFirst().classes(item).length];
        for (RollUpMember member : members) {
            for (int u = 0; u < of.length; u++) {
                add(member.table(item), member.residue(unions.get(u)), of[u]);
            }
        }
        return of;
    }

    private static void add(int[][] table, BitSet cells, int[] sum) {
        for (int c = cells.nextSetBit(0); c >= 0; c = cells.nextSetBit(c + 1)) {
            for (int a = 0; a < sum.length; a++) {
                sum[a] += table[c][a];
            }
        }
    }

    /**
     * A known group around a small one.
     *
     * @param cells those of the member that lie in it
     * @param counts all of its people by answer
     * @param classes answers of which only the sum is known have the same class
     */
    record Parent(BitSet cells, int[] counts, int[] classes) {
        private static Parent of(RollUpMember member, int item, BitSet cells, int[] classes) {
            int[] counts = new int[classes.length];
            add(member.table(item), cells, counts);
            return new Parent(cells, counts, classes);
        }

        /** How many of it can have given an answer, or have not, for all that is known of it. */
        int most(BitSet answer, boolean given) {
            BitSet touched = new BitSet();
            IntStream.range(0, classes.length)
                    .filter(a -> answer.get(a) == given)
                    .forEach(a -> touched.set(classes[a]));
            return IntStream.range(0, classes.length)
                    .filter(a -> touched.get(classes[a]))
                    .map(a -> counts[a])
                    .sum();
        }
    }

    /** Known groups that are not small themselves. */
    List<Parent> around(RollUpMember member, int item, BitSet group) {
        int[] classes = member.classes(item);
        int[] apart = IntStream.range(0, classes.length).toArray();
        List<Parent> parents = new ArrayList<>();
        member.known().wholly().forEach(known -> parents.add(Parent.of(member, item, known, apart)));
        member.known().inClasses().forEach(known -> parents.add(Parent.of(member, item, known, classes)));
        for (int u = 0; u < unions.size(); u++) {
            parents.add(new Parent(member.residue(unions.get(u)), sums.get(item)[u], u == 0 ? apart : classes));
        }
        parents.removeIf(p -> !RollUpMember.contains(p.cells(), group)
                || IntStream.of(p.counts()).sum() < rule.minimumGroup());
        return parents;
    }

    /**
     * By how many people an answer must stay uncertain in a small group: the least of three, its size, and how many of a
     * known group around it can have given the answer, or have not.
     */
    int required(int size, List<Parent> parents, BitSet answer) {
        int required = Math.min(ReleaseRule.REQUIRED_WIDTH, size);
        for (Parent parent : parents) {
            required = Math.min(required, Math.min(parent.most(answer, true), parent.most(answer, false)));
        }
        return required;
    }
}
