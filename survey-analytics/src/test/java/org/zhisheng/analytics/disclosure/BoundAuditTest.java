package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.Estimate;

/**
 * Six cells of two workshops by three types, in which are satisfied 16 of 23, 34 of 34, 25 of 28, 12 of 12, 12 of 14 and 17
 * of 17 who answered. Of types 1 and 2 the rates are printed, 50 of 57 and 37 of 40, of type 3 a bound: 29 of 31 or more.
 */
final class BoundAuditTest {
    private static final double NAN = Double.NaN;
    private static final Outcome SATISFIED =
            new Outcome("", "satisfied", Detail.TWO_WAY, false, List.of(1.0, 0.0, NAN));
    private static final int[][] COUNTS = {{16, 7, 2}, {34, 0, 0}, {25, 3, 0}, {12, 0, 0}, {12, 2, 0}, {17, 0, 0}};
    private static final Dimension TYPES = new Dimension("type", List.of("1", "2", "3"), List.of(0, 0, 1, 1, 2, 2));
    private static final UnitCounts UNIT = new UnitCounts(
            List.of(cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)),
            List.of(TYPES),
            List.of(new ItemCounts("Q", List.of("yes", "no", ""), COUNTS, List.of(SATISFIED))));

    private static Cell cell(int c) {
        return new Cell("c" + c, -1, COUNTS[c][0] + COUNTS[c][1] + COUNTS[c][2]);
    }

    /** Where 1 and 2 are known together with 3 alone through the total, 116 of 128, the bound would be 29. */
    @Test
    void aBoundThatTheTotalUndoesIsWithheld() {
        assertEquals(Limit.WITHHELD, third(Limit.EXACT, List.of(UNIT.all())));
    }

    /** With type 2 withheld the total leaves 3 open. */
    @Test
    void aBoundThatStaysOpenStays() {
        assertEquals(Limit.AT_LEAST, third(Limit.WITHHELD, List.of(UNIT.all())));
    }

    /**
     * A block of cells 0 and 4 gives 28 away: 16 of cell 0 and 12 of cell 4. So cell 1 has 50 − 28 + x where cell 4 has x,
     * and at most 34 people: x is 12 at most, and with 17 of cell 5 no more than 29 can be satisfied in type 3.
     */
    @Test
    void aBoundThatABlockAcrossTypesUndoesIsWithheld() {
        BitSet block = BitSet.valueOf(new long[] {0b010001});
        BitSet rest = BitSet.valueOf(new long[] {0b101110});
        assertEquals(Limit.WITHHELD, third(Limit.WITHHELD, List.of(block, rest)));
    }

    private static Limit third(Limit second, List<BitSet> blocks) {
        ReleasedTable table = new ReleasedTable(
                "type",
                List.of(
                        group("1", 59, figure(50.0 / 57, Limit.EXACT)),
                        group("2", 40, figure(37.0 / 40, second)),
                        group("3", 31, figure(29.0 / 31, Limit.AT_LEAST))));
        Figure whole = figure(116.0 / 128, Limit.EXACT);
        return new BoundAudit(UNIT, blocks, List.of(whole), List.of(table))
                .settled()
                .getFirst()
                .groups()
                .getLast()
                .figures()
                .getFirst()
                .limit();
    }

    private static ReleasedTable.Group group(String name, int respondents, Figure figure) {
        return new ReleasedTable.Group(name, -1, respondents, Shown.YES, List.of(figure));
    }

    private static Figure figure(double value, Limit limit) {
        return new Figure(
                "Q", "", new Estimate("satisfied", value, NAN, null, NAN, 31, NAN, "counted", List.of()), limit);
    }
}
