package org.zhisheng.analytics.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of every item's categories in every cell, where a cell is an occupied combination of the dimensions (stratum,
 * workshop, weighting margins). Made in one pass over the columns; whatever is linear in indicator variables follows
 * from it exactly, however many rows there were.
 *
 * <p>Counts of an item are indexed by {@code code(...)}: valid categories first, then blank, don't know and not asked.
 */
public final class CountCube {
    /** Rows handled at a time, so that a block's cell numbers stay in the first-level cache. */
    static final int BLOCK = 4096;

    private final List<CategoryColumn> dimensions;
    private final Map<String, CategoryColumn> items;
    private final byte[][] cellCodes;
    private final long[] sizes;
    private final Map<String, long[]> counts;
    private final Map<PairKey, long[]> pairs;

    record PairKey(String first, String second) {}

    CountCube(
            List<CategoryColumn> dimensions,
            Map<String, CategoryColumn> items,
            byte[][] cellCodes,
            long[] sizes,
            Map<String, long[]> counts,
            Map<PairKey, long[]> pairs) {
        this.dimensions = dimensions;
        this.items = items;
        this.cellCodes = cellCodes;
        this.sizes = sizes;
        this.counts = counts;
        this.pairs = pairs;
    }

    /**
     * Counts items by cell.
     *
     * @param dimensions columns whose combinations are the cells; at least one
     * @param items columns to count; may be empty
     * @param paired names of items of which every pair is counted jointly too, for covariances between them
     * @param threads how many cores to use, at least 1
     */
    public static CountCube count(
            List<CategoryColumn> dimensions, List<CategoryColumn> items, List<String> paired, int threads) {
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a cube needs at least one dimension");
        }
        Map<String, CategoryColumn> byName = new LinkedHashMap<>();
        for (CategoryColumn item : items) {
            requireRows(item, dimensions.getFirst());
            if (byName.put(item.name(), item) != null) {
                throw new IllegalArgumentException("item " + item.name() + " appears twice");
            }
        }
        dimensions.forEach(dimension -> requireRows(dimension, dimensions.getFirst()));
        for (String name : paired) {
            if (!byName.containsKey(name)) {
                throw new IllegalArgumentException("no item " + name + " to count in pairs");
            }
        }
        return new CubeCounter(List.copyOf(dimensions), byName, paired, threads).count();
    }

    private static void requireRows(CategoryColumn column, CategoryColumn first) {
        if (column.size() != first.size()) {
            throw new IllegalArgumentException("column " + column.name() + " has " + column.size() + " rows, column "
                    + first.name() + " has " + first.size());
        }
    }

    /** Number of cells. */
    public int cells() {
        return sizes.length;
    }

    /** Respondents in a cell. */
    public long size(int cell) {
        return sizes[cell];
    }

    /** All respondents. */
    public long total() {
        return Arrays.stream(sizes).sum();
    }

    /** The dimensions in their order. */
    public List<CategoryColumn> dimensions() {
        return dimensions;
    }

    /** Names of the counted items, in their order. */
    public List<String> items() {
        return List.copyOf(items.keySet());
    }

    /** Position of a dimension, refusing a name that is none. */
    public int dimension(String name) {
        for (int d = 0; d < dimensions.size(); d++) {
            if (dimensions.get(d).name().equals(name)) {
                return d;
            }
        }
        throw new IllegalArgumentException("the cube has no dimension " + name + "; it has "
                + dimensions.stream().map(CategoryColumn::name).toList());
    }

    /** The code of a dimension in a cell: a label's position, or negative for a missing reason. */
    public byte cellCode(int cell, int dimension) {
        return cellCodes[cell][dimension];
    }

    /** A dimension as a grouping of the cells. */
    public Factor grouping(String name) {
        int d = dimension(name);
        int[] codes = new int[cells()];
        Arrays.setAll(codes, cell -> Math.max(-1, cellCodes[cell][d]));
        return Factor.of(name, dimensions.get(d).labels(), codes);
    }

    /** Labels of an item's valid categories. */
    public List<String> labels(String item) {
        return item(item).labels();
    }

    /** Entries kept for each cell of an item: its categories and the three missing reasons. */
    public int width(String item) {
        return item(item).labels().size() + Missing.values().length;
    }

    /** Counts of an item, {@code cells × width}; within a cell the valid categories, then blank, don't know, not asked. */
    public long[] counts(String item) {
        item(item);
        return counts.getOrDefault(item, new long[0]).clone();
    }

    /** Joint counts of two paired items, {@code cells × width(first) × width(second)}. */
    public long[] pairCounts(String first, String second) {
        long[] found = pairs.get(new PairKey(first, second));
        if (found == null) {
            throw new IllegalArgumentException(
                    "items " + first + " and " + second + " were not counted in pairs; name both when counting");
        }
        return found.clone();
    }

    /** The item of a name, refusing one that was not counted. */
    private CategoryColumn item(String name) {
        CategoryColumn item = items.get(name);
        if (item == null) {
            throw new IllegalArgumentException("the cube has no item " + name + "; it has " + items.keySet());
        }
        return item;
    }
}
