package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A unit of a roll-up as its own release leaves it: which of its groups are known, and where each cell lies in the sum. */
final class RollUpMember {
    private final RollUp.Member member;
    private final UnitCounts frame;
    private final int[] place;
    private final ReleaseRule rule;
    private final Span span;
    private final Releases known;
    private final List<int[][]> tables;
    private final List<int[]> classes;
    private final Map<BitSet, BitSet> residues = new HashMap<>();
    private final List<BitSet> small;

    /** @param place the cell of the sum that each of the unit's cells lies in */
    RollUpMember(RollUp.Member member, int[] place, ReleaseRule rule) {
        this.member = member;
        this.frame = member.protection().frame();
        this.place = place.clone();
        this.known = member.releasesItself() ? Releases.of(member.protection()) : Releases.NONE;
        this.tables = frame.items().stream()
                .map(i -> i.told(Detail.EVERYTHING).table())
                .toList();
        this.classes = frame.items().stream().map(ItemCounts::threeWayClasses).toList();
        this.rule = rule;
        this.span = new Span(frame, known.all());
        this.small = smallGroups();
    }

    /**
     * What a unit's own release gives away.
     *
     * @param wholly groups of which every answer's count is known: those that estimates with their errors are made of
     * @param inClasses groups of which three-way counts are known
     */
    record Releases(List<BitSet> wholly, List<BitSet> inClasses) {
        static final Releases NONE = new Releases(List.of(), List.of());

        static Releases of(Protection protection) {
            List<BitSet> wholly = new ArrayList<>(List.of(protection.frame().all()));
            wholly.addAll(protection.blockCells());
            List<BitSet> groups = protection.pattern().known(protection.frame());
            if (protection.detail() != Detail.EVERYTHING) {
                return new Releases(wholly, groups);
            }
            wholly.addAll(groups);
            return new Releases(wholly, List.of());
        }

        List<BitSet> all() {
            return Stream.concat(wholly.stream(), inClasses.stream()).toList();
        }
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

    /** The class that each answer of an item is of in three-way figures. */
    int[] classes(int item) {
        return classes.get(item);
    }

    /** What the member's own release gives away; nothing where it releases nothing. */
    Releases known() {
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
        return frame.size(cells) == 0 || known.all().contains(cells);
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
        for (BitSet group : known.all()) {
            if (contains(left, group)) {
                left.andNot(group);
            }
        }
        return left;
    }

    /** Groups of 1 to k − 1 respondents: cells, declared groups that are not shown, a total that is not released. */
    List<BitSet> small() {
        return small;
    }

    /**
     * The fewest respondents of this member that a combination of the sum's cells, less known groups, consists of; k where
     * they are not fewer.
     *
     * @param multiples how many times each cell of the sum enters the combination
     */
    int least(int[] multiples) {
        return span.least(IntStream.of(place).map(p -> multiples[p]).toArray(), rule.minimumGroup() - 1);
    }

    static boolean contains(BitSet around, BitSet group) {
        BitSet outside = (BitSet) group.clone();
        outside.andNot(around);
        return outside.isEmpty();
    }

    private List<BitSet> smallGroups() {
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
