package org.zhisheng.analytics.quality;

import java.util.List;
import org.zhisheng.analytics.data.CategoryColumn;

/**
 * Coded answers of many respondents to several items: one byte column for each item, a category from 0 on or a negative
 * code where there is no valid answer, whatever the reason.
 */
public final class AnswerGrid {
    private final List<String> names;
    private final byte[][] columns;

    private AnswerGrid(List<String> names, byte[][] columns) {
        this.names = names;
        this.columns = columns;
    }

    /**
     * A grid over columns that are kept, not copied: treat them as read-only.
     *
     * @throws IllegalArgumentException without items, or naming an item of another length
     */
    public static AnswerGrid of(List<String> names, byte[][] columns) {
        if (columns.length == 0 || names.size() != columns.length) {
            throw new IllegalArgumentException("answers need at least one item and one name for each: " + names.size()
                    + " names, " + columns.length + " columns");
        }
        for (int item = 0; item < columns.length; item++) {
            if (columns[item].length != columns[0].length) {
                throw new IllegalArgumentException("item " + names.get(item) + " has " + columns[item].length
                        + " answers where " + names.getFirst() + " has " + columns[0].length);
            }
        }
        return new AnswerGrid(List.copyOf(names), columns.clone());
    }

    /** A grid over columns of a sample. */
    public static AnswerGrid of(List<CategoryColumn> items) {
        return of(
                items.stream().map(CategoryColumn::name).toList(),
                items.stream().map(CategoryColumn::codes).toArray(byte[][]::new));
    }

    /** The items' names, in the order of asking. */
    public List<String> names() {
        return names;
    }

    /** Number of items. */
    public int items() {
        return columns.length;
    }

    /** Number of respondents. */
    public int rows() {
        return columns[0].length;
    }

    byte code(int item, int row) {
        return columns[item][row];
    }

    boolean missing(int item, int row) {
        return columns[item][row] < 0;
    }

    int answeredBy(int row) {
        int answered = 0;
        for (byte[] column : columns) {
            answered += column[row] < 0 ? 0 : 1;
        }
        return answered;
    }

    int largestCode() {
        int largest = 0;
        for (byte[] column : columns) {
            for (byte code : column) {
                largest = Math.max(largest, code);
            }
        }
        return largest;
    }
}
