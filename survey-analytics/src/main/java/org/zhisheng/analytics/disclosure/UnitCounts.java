package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * All that is counted of a unit over one set of cells: never shown to anyone. A unit has one over its frame, whose cells
 * are strata, and one for each demographic, whose cells are the demographic's answers.
 *
 * @param cells the finest groups whose response counts are public
 * @param dimensions the declared ways of parting the cells
 * @param items counts by item
 */
public record UnitCounts(List<Cell> cells, List<Dimension> dimensions, List<ItemCounts> items) {
    public UnitCounts {
        cells = List.copyOf(cells);
        dimensions = List.copyOf(dimensions);
        items = List.copyOf(items);
        for (Dimension dimension : dimensions) {
            if (dimension.groupOf().size() != cells.size()) {
                throw new IllegalArgumentException(
                        dimension.name() + " parts " + dimension.groupOf().size() + " cells, not " + cells.size());
            }
        }
        for (ItemCounts item : items) {
            require(cells, item);
        }
    }

    private static void require(List<Cell> cells, ItemCounts item) {
        if (item.cells() != cells.size()) {
            throw new IllegalArgumentException(item.code() + " counts " + item.cells() + " cells, not " + cells.size());
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            int sum = 0;
            for (int count : item.of(cell)) {
                sum += count;
            }
            if (sum != cells.get(cell).respondents()) {
                throw new IllegalArgumentException(item.code() + " counts " + sum + " respondents in cell "
                        + cells.get(cell).name() + ", which has "
                        + cells.get(cell).respondents() + ": blanks are a category too");
            }
        }
    }

    /** Respondents of all cells. */
    public int respondents() {
        return size(all());
    }

    /** Respondents of some cells. */
    int size(BitSet group) {
        // A plain loop: the audit asks for sizes more often than for anything else.
        int size = 0;
        for (int c = group.nextSetBit(0); c >= 0; c = group.nextSetBit(c + 1)) {
            size += cells.get(c).respondents();
        }
        return size;
    }

    /** Workers of some cells; -1 where one is not known. */
    int headcount(BitSet group) {
        return group.stream().anyMatch(c -> cells.get(c).headcount() < 0)
                ? -1
                : group.stream().map(c -> cells.get(c).headcount()).sum();
    }

    BitSet all() {
        BitSet all = new BitSet(cells.size());
        all.set(0, cells.size());
        return all;
    }
}
