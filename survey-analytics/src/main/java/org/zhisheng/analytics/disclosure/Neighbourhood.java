package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A member of a roll-up beside a few others, whose people exchange answers with its own while everybody else's stay as they
 * are. Whatever leaves the releases of these members and the sums over them as they were leaves all releases and all sums
 * as they were, so that each table found here is one that the whole roll-up allows.
 */
final class Neighbourhood {
    private final List<RollUpMember> members;
    private final List<BitSet> inClasses = new ArrayList<>();
    private final Known known;
    private final Known knownWholly;

    /** @param members the member in question first */
    Neighbourhood(List<RollUpMember> members, ReleaseRule rule) {
        this.members = List.copyOf(members);
        List<Cell> cells = new ArrayList<>();
        List<BitSet> wholly = new ArrayList<>();
        List<BitSet> sums = new ArrayList<>();
        for (RollUpMember member : members) {
            int from = cells.size();
            member.known().wholly().forEach(group -> wholly.add(shifted(group, from)));
            member.known().inClasses().forEach(group -> inClasses.add(shifted(group, from)));
            for (int c = 0; c < member.frame().cells().size(); c++) {
                while (sums.size() <= member.place(c)) {
                    sums.add(new BitSet());
                }
                sums.get(member.place(c)).set(from + c);
            }
            cells.addAll(member.frame().cells());
        }
        sums.stream().filter(s -> !s.isEmpty()).forEach(inClasses::add);
        UnitCounts unit = new UnitCounts(cells, List.of(), List.of());
        wholly.add(unit.all());
        List<BitSet> all = new ArrayList<>(wholly);
        all.addAll(inClasses);
        this.known = new Known(unit, rule, all);
        this.knownWholly = new Known(unit, rule, wholly);
    }

    private static BitSet shifted(BitSet group, int by) {
        return group.stream().map(c -> c + by).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /**
     * By how many people an answer of some cells of the first member can be moved, as far as exchanges go: of any answers
     * inside all known groups, or of answers of one class inside those that are known wholly.
     */
    int width(int item, BitSet group, BitSet answer, int enough) {
        int[][] table = table(item);
        int width = width(known, table, group, answer, enough);
        if (width >= enough) {
            return width;
        }
        int within = 0;
        for (int[] together : classes(item)) {
            BitSet part = new BitSet();
            IntStream.range(0, together.length)
                    .filter(i -> answer.get(together[i]))
                    .forEach(part::set);
            if (!part.isEmpty() && part.cardinality() < together.length && within < enough) {
                within += width(knownWholly, columns(table, together), group, part, enough - within);
            }
        }
        return Math.max(width, within);
    }

    private static int width(Known known, int[][] table, BitSet group, BitSet answer, int enough) {
        return Exchange.width(table, group, answer, known.signatures(), known.bySignature(), enough);
    }

    /** The answers of each class. */
    private List<int[]> classes(int item) {
        int[] into = members.getFirst().classes(item);
        return IntStream.range(0, into.length)
                .map(a -> into[a])
                .distinct()
                .mapToObj(c -> IntStream.range(0, into.length)
                        .filter(a -> into[a] == c)
                        .toArray())
                .toList();
    }

    private static int[][] columns(int[][] table, int[] columns) {
        int[][] of = new int[table.length][columns.length];
        for (int row = 0; row < table.length; row++) {
            for (int c = 0; c < columns.length; c++) {
                of[row][c] = table[row][columns[c]];
            }
        }
        return of;
    }

    /** The same by a linear program, which sees every exchange there is but costs a thousand times more. */
    int widthByProgram(int item, BitSet group, BitSet answer) {
        return FeasibleRange.of(
                        table(item),
                        knownWholly.groups(),
                        inClasses,
                        members.getFirst().classes(item),
                        group,
                        answer)
                .width();
    }

    private int[][] table(int item) {
        List<int[]> rows = new ArrayList<>();
        members.forEach(m -> rows.addAll(List.of(m.table(item))));
        return rows.toArray(int[][]::new);
    }
}
