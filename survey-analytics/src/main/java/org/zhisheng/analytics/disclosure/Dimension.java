package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * A way of parting all cells of a unit into groups, for example by workshop.
 *
 * @param name what parts them
 * @param groups the groups' names in the order of the frame
 * @param groupOf the group of each cell, by its place in {@code groups}
 */
public record Dimension(String name, List<String> groups, List<Integer> groupOf) {
    public Dimension {
        groups = List.copyOf(groups);
        groupOf = List.copyOf(groupOf);
        for (int group : groupOf) {
            if (group < 0 || group >= groups.size()) {
                throw new IllegalArgumentException(name + " has no group number " + group);
            }
        }
    }

    /** The cells of a group. */
    BitSet cells(int group) {
        BitSet cells = new BitSet(groupOf.size());
        for (int c = 0; c < groupOf.size(); c++) {
            if (groupOf.get(c) == group) {
                cells.set(c);
            }
        }
        return cells;
    }
}
