package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The cells of a remainder's members in one row, and which of them lie in the same known groups of their releases. */
final class RollUpCells {
    /** Any seed will do; a fixed one makes every run alike. */
    private static final long SEED = 0x5eed;

    private final List<RollUpMember> members;
    private final Map<RollUpMember, Integer> from = new HashMap<>();
    private final int[] place;
    private final int places;
    private final int[] memberOf;
    private final List<int[]> ofMember = new ArrayList<>();

    /**
     * The sum of a random number for each known group of a release around a cell, so that two cells have equal sums where
     * they lie in the same groups, and equal differences where they differ by the same groups, up to a chance of 2^-64 a
     * pair. Who releases nothing has 0 everywhere.
     */
    private final long[] allKnown;

    /** The same, of groups of which each answer's count is known. */
    private final long[] whollyKnown;

    private final RollUpPools apart;
    private final RollUpPools together;

    RollUpCells(List<RollUpMember> members, int places) {
        this.members = List.copyOf(members);
        this.places = places;
        int cells = members.stream().mapToInt(m -> m.frame().cells().size()).sum();
        this.place = new int[cells];
        this.memberOf = new int[cells];
        this.allKnown = new long[cells];
        this.whollyKnown = new long[cells];
        var random = new SplittableRandom(SEED);
        int at = 0;
        for (int m = 0; m < members.size(); m++) {
            RollUpMember member = members.get(m);
            int own = member.frame().cells().size();
            from.put(member, at);
            ofMember.add(IntStream.range(at, at + own).toArray());
            for (int c = 0; c < own; c++) {
                place[at + c] = member.place(c);
                memberOf[at + c] = m;
            }
            for (BitSet group : member.known().wholly()) {
                sign(group, at, random.nextLong(), List.of(allKnown, whollyKnown));
            }
            for (BitSet group : member.known().inClasses()) {
                sign(group, at, random.nextLong(), List.of(allKnown));
            }
            at += own;
        }
        this.apart = new RollUpPools(allKnown, place, places);
        this.together = new RollUpPools(whollyKnown, place, places);
    }

    private static void sign(BitSet group, int from, long number, List<long[]> signatures) {
        group.stream().forEach(c -> signatures.forEach(s -> s[from + c] += number));
    }

    int places() {
        return places;
    }

    /** The place in the sum of each cell. */
    int[] place() {
        return place;
    }

    /** The cells of the member that a cell is of. */
    int[] ofMember(int cell) {
        return ofMember.get(memberOf[cell]);
    }

    /** Whether two cells lie in different groups of which each answer's count is known. */
    boolean differWholly(int one, int other) {
        return whollyKnown[one] != whollyKnown[other];
    }

    /** Whether two cells differ by the same known groups as two others. */
    boolean differAlike(int one, int other, int third, int fourth) {
        return allKnown[one] - allKnown[other] == allKnown[third] - allKnown[fourth];
    }

    /** Cells in the same known groups, whatever is known of them. */
    RollUpPools apart() {
        return apart;
    }

    /** Cells in the same groups of which each answer's count is known. */
    RollUpPools together() {
        return together;
    }

    /** Respondents by cell and answer, a copy. */
    int[][] table(int item) {
        List<int[]> rows = new ArrayList<>();
        members.forEach(m -> List.of(m.table(item)).forEach(row -> rows.add(row.clone())));
        return rows.toArray(int[][]::new);
    }

    /** The class that each answer of an item is of in three-way figures. */
    int[] classes(int item) {
        return members.getFirst().classes(item);
    }

    /** A group of a member's cells, among all. */
    BitSet of(RollUpMember member, BitSet group) {
        int shift = from.getOrDefault(member, 0);
        return group.stream().map(c -> c + shift).collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
