package org.zhisheng.analytics.estimation;

import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Factor;

/** Two categorical variables crossed on the cells of a design; who lacks either answer is outside. */
public final class CrossTable {
    private final List<String> rowLabels;
    private final List<String> columnLabels;
    private final int width;
    private final double[] frequency;
    private final int[] code;

    private CrossTable(List<String> rowLabels, List<String> columnLabels, int width, double[] frequency, int[] code) {
        this.rowLabels = rowLabels;
        this.columnLabels = columnLabels;
        this.width = width;
        this.frequency = frequency;
        this.code = code;
    }

    /** Two variables given in rows. */
    public static CrossTable ofRows(Factor rows, Factor columns) {
        int[] code = new int[rows.size()];
        Arrays.setAll(
                code, i -> code(rows.code(i), columns.code(i), columns.labels().size()));
        double[] one = new double[code.length];
        Arrays.fill(one, 1);
        return new CrossTable(rows.labels(), columns.labels(), 1, one, code);
    }

    /** A dimension of a cube against one of its items. */
    public static CrossTable ofCube(CountCube cube, String dimension, String item) {
        Factor rows = cube.grouping(dimension);
        int columns = cube.labels(item).size();
        int width = cube.width(item);
        long[] counts = cube.counts(item);
        int[] code = new int[counts.length];
        Arrays.setAll(code, i -> code(rows.code(i / width), i % width < columns ? i % width : -1, columns));
        return new CrossTable(rows.labels(), cube.labels(item), width, doubles(counts), code);
    }

    /** Two items of a cube that were counted in pairs. */
    public static CrossTable ofPair(CountCube cube, String first, String second) {
        int rows = cube.labels(first).size();
        int columns = cube.labels(second).size();
        int widthB = cube.width(second);
        int width = cube.width(first) * widthB;
        long[] counts = cube.pairCounts(first, second);
        int[] code = new int[counts.length];
        Arrays.setAll(code, i -> {
            int a = i % width / widthB;
            int b = i % widthB;
            return code(a < rows ? a : -1, b < columns ? b : -1, columns);
        });
        return new CrossTable(cube.labels(first), cube.labels(second), width, doubles(counts), code);
    }

    private static int code(int row, int column, int columns) {
        return row < 0 || column < 0 ? -1 : row * columns + column;
    }

    private static double[] doubles(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** Number of row categories. */
    public int rows() {
        return rowLabels.size();
    }

    /** Number of column categories. */
    public int columns() {
        return columnLabels.size();
    }

    /** Row categories. */
    public List<String> rowLabels() {
        return rowLabels;
    }

    /** Column categories. */
    public List<String> columnLabels() {
        return columnLabels;
    }

    /** The same table without the rows and columns in which nobody of a domain with weight answered. */
    public CrossTable occupied(Design design, Domain domain) {
        boolean[] row = new boolean[rows()];
        boolean[] column = new boolean[columns()];
        for (int i = 0; i < code.length; i++) {
            int cell = i / width;
            if (code[i] >= 0 && frequency[i] > 0 && design.weight(cell) != 0 && domain.contains(cell)) {
                row[code[i] / columns()] = true;
                column[code[i] % columns()] = true;
            }
        }
        int[] newRow = positions(row);
        int[] newColumn = positions(column);
        List<String> rowNames = kept(rowLabels, row);
        List<String> columnNames = kept(columnLabels, column);
        int[] newCode = new int[code.length];
        Arrays.setAll(
                newCode,
                i -> code[i] < 0
                        ? -1
                        : code(newRow[code[i] / columns()], newColumn[code[i] % columns()], columnNames.size()));
        return new CrossTable(rowNames, columnNames, width, frequency, newCode);
    }

    private static int[] positions(boolean[] kept) {
        int[] positions = new int[kept.length];
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            positions[i] = kept[i] ? next++ : -1;
        }
        return positions;
    }

    private static List<String> kept(List<String> labels, boolean[] kept) {
        return java.util.stream.IntStream.range(0, kept.length)
                .filter(i -> kept[i])
                .mapToObj(labels::get)
                .toList();
    }

    /** 1 for one cell of the table, 0 for the others, NaN outside. */
    Variable indicator(int cell) {
        double[] value = new double[code.length];
        Arrays.setAll(value, i -> code[i] < 0 ? Double.NaN : code[i] == cell ? 1 : 0);
        return Variable.ofRecords("cell", width, frequency, value);
    }
}
