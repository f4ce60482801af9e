package org.zhisheng.analytics.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A categorical variable, one byte a row: a category's position in the labels, or the negative code of a {@link Missing}
 * reason.
 */
public final class CategoryColumn implements Column {
    /** Most categories that a column may have, so that every code fits a byte beside the missing codes. */
    public static final int MAX_CATEGORIES = 124;

    private final String name;
    private final List<String> labels;
    private final byte[] codes;

    private CategoryColumn(String name, List<String> labels, byte[] codes) {
        this.name = name;
        this.labels = labels;
        this.codes = codes;
    }

    /**
     * A column over codes that are already known. The array is kept, not copied: ten million rows should not be held
     * twice.
     *
     * @throws IllegalArgumentException if a code is neither a label's position nor a missing code, or labels repeat
     */
    public static CategoryColumn of(String name, List<String> labels, byte[] codes) {
        requireLabels(name, labels);
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= labels.size() || codes[row] < Missing.NOT_ASKED.code()) {
                throw new IllegalArgumentException("column " + name + ", row " + (row + 1) + ": code " + codes[row]
                        + " is neither one of " + labels.size() + " categories nor a missing code");
            }
        }
        return new CategoryColumn(name, List.copyOf(labels), codes);
    }

    /**
     * A column from texts; null and the empty text are {@link Missing#BLANK}.
     *
     * @param missing which texts stand for which missing reason
     * @throws IllegalArgumentException if a text is neither a label nor declared missing
     */
    public static CategoryColumn parse(
            String name, List<String> labels, List<@Nullable String> texts, Map<String, Missing> missing) {
        requireLabels(name, labels);
        Map<String, Byte> code = new HashMap<>();
        missing.forEach((text, reason) -> code.put(text, reason.code()));
        for (int k = 0; k < labels.size(); k++) {
            code.put(labels.get(k), (byte) k);
        }
        byte[] codes = new byte[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            String text = texts.get(row);
            Byte found = text == null || text.isEmpty() ? Byte.valueOf(Missing.BLANK.code()) : code.get(text);
            if (found == null) {
                throw new IllegalArgumentException("column " + name + ", row " + (row + 1) + ": \"" + text
                        + "\" is not one of its categories " + labels + " nor declared missing");
            }
            codes[row] = found;
        }
        return new CategoryColumn(name, List.copyOf(labels), codes);
    }

    private static void requireLabels(String name, List<String> labels) {
        if (labels.size() > MAX_CATEGORIES) {
            throw new IllegalArgumentException("column " + name + " has " + labels.size() + " categories; at most "
                    + MAX_CATEGORIES + " can be held: group them or use a numeric column");
        }
        if (labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException("column " + name + " repeats a category label: " + labels);
        }
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

    /** Labels of the valid categories, in code order. */
    public List<String> labels() {
        return labels;
    }

    /** The code at a row: a label's position, or negative for a missing reason. */
    public byte code(int row) {
        return codes[row];
    }

    /** The codes themselves, not a copy: treat them as read-only. */
    public byte[] codes() {
        return codes;
    }

    /** Position of a label, refusing one that the column does not have. */
    public int indexOf(String label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "column " + name + " has no category \"" + label + "\"; its categories are " + labels);
        }
        return index;
    }

    /** The same column under another name. */
    public CategoryColumn renamed(String newName) {
        return new CategoryColumn(newName, labels, codes);
    }
}
