package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of a unit along one dimension as a reader sees them: the shown groups in turn, then what is left.
 *
 * @param unit the unit
 * @param groups places of the shown groups in the dimension
 * @param parts cells of each part
 * @param blocks the weighting blocks that several whole parts make up: their places. What is weighted by such a block with
 *     four decimals gives away the sum over its parts
 * @param leastBase smallest base that is printed
 */
record GroupPartition(UnitCounts unit, List<Integer> groups, List<BitSet> parts, List<int[]> blocks, int leastBase) {
    static GroupPartition of(UnitCounts unit, int dimension, Protection protection, Pattern pattern) {
        List<Integer> groups = pattern.shown().get(dimension).stream().boxed().toList();
        List<BitSet> parts = new ArrayList<>();
        BitSet rest = unit.all();
        for (int group : groups) {
            BitSet cells = unit.dimensions().get(dimension).cells(group);
            parts.add(cells);
            rest.andNot(cells);
        }
        parts.add(rest);
        // Blocks are of the frame's cells; a demographic has none of its own.
        List<BitSet> blocks = unit == protection.frame() ? protection.blockCells() : List.of();
        return new GroupPartition(
                unit,
                groups,
                parts,
                blocks.stream()
                        .map(block -> inside(unit, block, parts))
                        .filter(of -> of.length > 1 && of.length < parts.size())
                        .toList(),
                protection.rule().minimumGroup());
    }

    /** The parts that make up a block; none where it is not made up of whole parts. */
    private static int[] inside(UnitCounts unit, BitSet block, List<BitSet> parts) {
        int[] inside = IntStream.range(0, parts.size())
                .filter(i -> unit.size(parts.get(i)) > 0 && contains(unit, block, parts.get(i)))
                .toArray();
        int people = IntStream.of(inside).map(i -> unit.size(parts.get(i))).sum();
        return people == unit.size(block) ? inside : new int[0];
    }

    private static boolean contains(UnitCounts unit, BitSet block, BitSet group) {
        BitSet outside = (BitSet) group.clone();
        outside.andNot(block);
        return unit.size(outside) == 0;
    }
}
