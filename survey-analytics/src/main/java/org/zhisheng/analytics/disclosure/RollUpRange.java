package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How far the sums of a remainder leave an answer of a member's small group open, in closed form. Of N people of whom X gave
 * an answer, a part of s holds from max(0, s − (N − X)) to min(s, X) of them (Fréchet's bounds). They hold for every group
 * around the part that is known: those of the member's own release, and what each sum tells beyond the releases of all
 * members.
 */
final class RollUpRange {
    private final List<BitSet> unions;
    private final int item;
    private final ReleaseRule rule;
    private final int[][] sums;

    /** @param unions unions of the sum's cells, each of which is known */
    RollUpRange(List<RollUpMember> members, List<BitSet> unions, int item, ReleaseRule rule) {
        this.unions = unions;
        this.item = item;
        this.rule = rule;
        this.sums = new int[unions.size()][members.getFirst().table(item)[0].length];
        for (RollUpMember member : members) {
            for (int u = 0; u < sums.length; u++) {
                add(member.table(item), member.residue(unions.get(u)), sums[u]);
            }
        }
    }

    private static void add(int[][] table, BitSet cells, int[] sum) {
        for (int c = cells.nextSetBit(0); c >= 0; c = cells.nextSetBit(c + 1)) {
            for (int a = 0; a < sum.length; a++) {
                sum[a] += table[c][a];
            }
        }
    }

    /** Whether an answer of one of the member's small groups is open by less than it must. */
    boolean exposes(RollUpMember member, List<BitSet> answers) {
        for (BitSet group : member.small()) {
            int size = member.frame().size(group);
            List<int[]> around = around(member, group);
            for (BitSet answer : answers) {
                if (isExposed(size, around, answer)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The counts of every known group around a small one. */
    private List<int[]> around(RollUpMember member, BitSet group) {
        List<int[]> around = new ArrayList<>();
        for (BitSet known : member.knownAround(group)) {
            int[] sum = new int[sums[0].length];
            add(member.table(item), known, sum);
            around.add(sum);
        }
        for (int u = 0; u < sums.length; u++) {
            if (RollUpMember.contains(member.residue(unions.get(u)), group)) {
                around.add(sums[u]);
            }
        }
        return around;
    }

    private boolean isExposed(int size, List<int[]> around, BitSet answer) {
        int required = Math.min(ReleaseRule.REQUIRED_WIDTH, size);
        int[] range = {0, size};
        for (int[] sum : around) {
            int[] people = count(sum, answer);
            narrow(range, size, people);
            if (people[1] >= rule.minimumGroup()) {
                required = Math.min(required, Math.min(people[0], people[1] - people[0]));
            }
        }
        return range[1] - range[0] < required;
    }

    /** @param around how many of a group around it gave the answer, and how many they are */
    private static void narrow(int[] range, int size, int[] around) {
        range[0] = Math.max(range[0], size - (around[1] - around[0]));
        range[1] = Math.min(range[1], around[0]);
    }

    private static int[] count(int[] counts, BitSet answer) {
        int[] count = new int[2];
        for (int a = 0; a < counts.length; a++) {
            count[0] += answer.get(a) ? counts[a] : 0;
            count[1] += counts[a];
        }
        return count;
    }
}
