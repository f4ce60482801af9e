package org.zhisheng.analytics.cli.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws rows as aligned columns; a Chinese character takes two places. */
final class Grid {
    /** Hangul, Chinese and Japanese signs, full-width forms, and the supplementary ideographs. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0x20000, 0x3fffd}
    };

    private Grid() {}

    static String draw(List<String> columns, List<Map<String, @Nullable Object>> rows, String indent) {
        int[] width = columns.stream().mapToInt(Grid::width).toArray();
        for (Map<String, @Nullable Object> row : rows) {
            for (int c = 0; c < width.length; c++) {
                width[c] = Math.max(width[c], width(cell(row, columns.get(c))));
            }
        }
        StringBuilder text = new StringBuilder(indent);
        for (int c = 0; c < width.length; c++) {
            text.append(padRight(columns.get(c), width[c])).append("  ");
        }
        for (Map<String, @Nullable Object> row : rows) {
            newLine(text, indent);
            for (int c = 0; c < width.length; c++) {
                text.append(align(row, columns.get(c), width[c])).append("  ");
            }
        }
        newLine(text, "");
        return text.toString();
    }

    private static void newLine(StringBuilder text, String indent) {
        text.setLength(text.toString().stripTrailing().length());
        text.append('\n').append(indent);
    }

    private static String align(Map<String, @Nullable Object> row, String column, int width) {
        String cell = cell(row, column);
        return row.get(column) instanceof Number ? " ".repeat(width - width(cell)) + cell : padRight(cell, width);
    }

    private static String cell(Map<String, @Nullable Object> row, String column) {
        return row.containsKey(column) ? Numbers.forPeople(row.get(column)) : "";
    }

    static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
