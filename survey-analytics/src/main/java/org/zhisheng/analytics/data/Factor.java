package org.zhisheng.analytics.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A grouping with any number of levels, four bytes a row: strata, clusters, enterprises. Code -1 is a missing level.
 *
 * <p>Items stay in {@link CategoryColumn}; this is for identifiers, of which there may be thousands.
 */
public final class Factor implements Column {
    private final String name;
    private final List<String> labels;
    private final int[] codes;

    private Factor(String name, List<String> labels, int[] codes) {
        this.name = name;
        this.labels = labels;
        this.codes = codes;
    }

    /** A factor over known codes; the array is kept, not copied. */
    public static Factor of(String name, List<String> labels, int[] codes) {
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < -1 || codes[row] >= labels.size()) {
                throw new IllegalArgumentException("column " + name + ", row " + (row + 1) + ": code " + codes[row]
                        + " is outside its " + labels.size() + " levels");
            }
        }
        return new Factor(name, List.copyOf(labels), codes);
    }

    /** A factor whose levels are the texts that occur, in order of appearance; null and the empty text are missing. */
    public static Factor parse(String name, List<@Nullable String> texts) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        int[] codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            String text = texts.get(row);
            codes[row] = text == null || text.isEmpty() ? -1 : levels.computeIfAbsent(text, t -> levels.size());
        }
        return new Factor(name, List.copyOf(levels.keySet()), codes);
    }

    /** The same grouping as a categorical column, its missing reasons all becoming a missing level. */
    public static Factor of(CategoryColumn column) {
        int[] codes = new int[column.size()];
        Arrays.setAll(codes, row -> Math.max(-1, column.code(row)));
        return new Factor(column.name(), column.labels(), codes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    /** Level names in code order. */
    public List<String> labels() {
        return labels;
    }

    /** The level's position at a row, or -1. */
    public int code(int row) {
        return codes[row];
    }

    /** Refuses a missing level, naming the column and the first such row. */
    public Factor requireComplete() {
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < 0) {
                throw new IllegalArgumentException(
                        "column " + name + ", row " + (row + 1) + ": a value is needed in every row");
            }
        }
        return this;
    }
}
