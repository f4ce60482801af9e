package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How few and how many people of a group can have given an answer, by linear programming over the counts of all cells and
 * categories under everything that is known.
 *
 * @param width by how many people the answer is uncertain
 */
record FeasibleRange(int width) {
    /**
     * Solves for the range. A vertex in whole numbers is a table that gives the same release; where one is not, nothing is
     * claimed: people come in whole numbers, and an attacker who knows that may know more than the program.
     */
    static FeasibleRange of(int[][] table, List<BitSet> known, BitSet group, BitSet answer) {
        return of(table, known, List.of(), new int[0], group, answer);
    }

    /**
     * Solves where of some groups only the counts of classes of answers are known.
     *
     * @param known groups all of whose counts are known
     * @param inClasses groups whose counts of each class are known
     * @param classes the class of each answer
     */
    static FeasibleRange of(
            int[][] table, List<BitSet> known, List<BitSet> inClasses, int[] classes, BitSet group, BitSet answer) {
        // A program of its own for each end: solving one leaves traces in it.
        Supplier<FeasibleTables> tables = () -> {
            FeasibleTables held = new FeasibleTables(table);
            int[] apart = IntStream.range(0, table[0].length).toArray();
            known.forEach(k -> held.hold(k, apart));
            inClasses.forEach(k -> held.hold(k, classes));
            return held;
        };
        double high = tables.get().extreme(group, answer, true);
        // Half of all programs end in fractions, and one such end settles that nothing is claimed.
        double low = Double.isNaN(high) ? Double.NaN : tables.get().extreme(group, answer, false);
        return new FeasibleRange(Double.isNaN(low) ? 0 : (int) Math.round(high) - (int) Math.round(low));
    }
}
