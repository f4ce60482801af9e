package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A unit of a roll-up as its own release leaves it: which of its groups are known, and where each cell lies in the sum. */
final class RollUpMember {
    private final RollUp.Member member;
    private final UnitCounts frame;
    private final int[] place;
    private final List<BitSet> known;
    private final List<int[][]> tables;
    private final Map<BitSet, BitSet> residues = new HashMap<>();
    private final Map<BitSet, List<BitSet>> around = new HashMap<>();
    private final List<BitSet> small;

    /** @param place the cell of the sum that each of the unit's cells lies in */
    RollUpMember(RollUp.Member member, int[] place, ReleaseRule rule) {
        this.member = member;
        this.frame = member.protection().frame();
        this.place = place.clone();
        this.known = new ArrayList<>();
        if (member.releasesItself()) {
            known.addAll(member.protection().pattern().known(frame));
            known.addAll(member.protection().blockCells());
        }
        this.tables = frame.items().stream()
                .map(i -> i.told(Detail.EVERYTHING).table())
                .toList();
        this.small = smallGroups(rule);
    }

    String name() {
        return member.name();
    }

    int headcount() {
        return member.headcount();
    }

    int respondents() {
        return member.respondents();
    }

    UnitCounts frame() {
        return frame;
    }

    int place(int cell) {
        return place[cell];
    }

    /** Respondents by cell and answer, answers that no figure tells apart together. */
    int[][] table(int item) {
        return tables.get(item);
    }

    /** Groups whose counts the member's own release gives away; none where it releases nothing. */
    List<BitSet> known() {
        return known;
    }

    boolean releasesItself() {
        return member.releasesItself();
    }

    /** The cells that lie in some cells of the sum. */
    BitSet in(BitSet places) {
        BitSet cells = new BitSet();
        IntStream.range(0, place.length).filter(c -> places.get(place[c])).forEach(cells::set);
        return cells;
    }

    BitSet in(int onePlace) {
        BitSet places = new BitSet();
        places.set(onePlace);
        return in(places);
    }

    /** Whether what lies in a cell of the sum is known by itself. */
    boolean isKnown(BitSet cells) {
        return frame.size(cells) == 0 || known.contains(cells);
    }

    /** Whether the member adds nothing to a sum that was not known before. */
    boolean isReleasedWholly() {
        return releasesItself() && IntStream.of(place).distinct().allMatch(p -> isKnown(in(p)));
    }

    /** What a sum over some of its cells tells beyond the known groups that lie in them wholly; not to be changed. */
    BitSet residue(BitSet places) {
        return residues.computeIfAbsent(places, this::findResidue);
    }

    private BitSet findResidue(BitSet places) {
        BitSet left = in(places);
        BitSet all = (BitSet) left.clone();
        for (BitSet group : known) {
            if (contains(all, group)) {
                left.andNot(group);
            }
        }
        return left;
    }

    /** Groups of 1 to k − 1 respondents: cells, declared groups that are not shown, a total that is not released. */
    List<BitSet> small() {
        return small;
    }

    /** The known groups that a small group lies in. */
    List<BitSet> knownAround(BitSet group) {
        return around.computeIfAbsent(
                group,
                g -> known.stream().filter(k -> contains(k, g)).distinct().toList());
    }

    static boolean contains(BitSet around, BitSet group) {
        BitSet outside = (BitSet) group.clone();
        outside.andNot(around);
        return outside.isEmpty();
    }

    private List<BitSet> smallGroups(ReleaseRule rule) {
        List<BitSet> groups = new ArrayList<>();
        for (int c = 0; c < place.length; c++) {
            BitSet cell = new BitSet();
            cell.set(c);
            groups.add(cell);
        }
        groups.addAll(Pattern.nothing(frame).hidden(frame));
        groups.add(frame.all());
        return groups.stream().distinct().filter(g -> rule.small(frame.size(g))).toList();
    }
}
