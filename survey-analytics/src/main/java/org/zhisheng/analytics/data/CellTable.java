package org.zhisheng.analytics.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the codes of the cube's dimensions into one cell number a row. Only combinations that occur become cells when
 * the full cross would be large, so the counting tables stay inside the processor's cache.
 */
final class CellTable {
    private static final int DENSE_LIMIT = 4096;
    private static final int SPARSE_LIMIT = 1 << 24;

    private final List<CategoryColumn> dimensions;
    private final int[] radix;
    private final int[] cellOf;
    private final int cells;

    private CellTable(List<CategoryColumn> dimensions, int[] radix, int[] cellOf, int cells) {
        this.dimensions = dimensions;
        this.radix = radix;
        this.cellOf = cellOf;
        this.cells = cells;
    }

    static CellTable of(List<CategoryColumn> dimensions) {
        int[] radix = new int[dimensions.size()];
        long product = 1;
        for (int d = 0; d < radix.length; d++) {
            radix[d] = dimensions.get(d).labels().size() + missingCodes(dimensions.get(d));
            product *= Math.max(radix[d], 1);
            if (product > SPARSE_LIMIT) {
                throw new IllegalArgumentException("the dimensions "
                        + dimensions.stream().map(CategoryColumn::name).toList()
                        + " cross to more than " + SPARSE_LIMIT + " cells; drop or group one of them");
            }
        }
        int[] identity = new int[(int) product];
        Arrays.setAll(identity, i -> i);
        CellTable dense = new CellTable(dimensions, radix, identity, (int) product);
        return product <= DENSE_LIMIT ? dense : dense.compacted();
    }

    /** Codes below zero that occur: 0 if none, else 3, so that a cell's code can be read back from its number. */
    private static int missingCodes(CategoryColumn column) {
        byte least = 0;
        for (byte code : column.codes()) {
            least = (byte) Math.min(least, code);
        }
        return least < 0 ? Missing.values().length : 0;
    }

    private CellTable compacted() {
        boolean[] seen = new boolean[cells];
        int rows = dimensions.getFirst().size();
        int[] block = new int[CountCube.BLOCK];
        for (int from = 0; from < rows; from += CountCube.BLOCK) {
            int to = Math.min(rows, from + CountCube.BLOCK);
            cellsOf(from, to, block);
            for (int i = 0; i < to - from; i++) {
                seen[block[i]] = true;
            }
        }
        int[] compact = new int[cells];
        int used = 0;
        for (int i = 0; i < cells; i++) {
            compact[i] = seen[i] ? used++ : -1;
        }
        return new CellTable(dimensions, radix, compact, used);
    }

    int cells() {
        return cells;
    }

    /** Writes the cells of the rows {@code from} to {@code to} (exclusive) into the block. */
    void cellsOf(int from, int to, int[] block) {
        Arrays.fill(block, 0, to - from, 0);
        for (int d = 0; d < radix.length; d++) {
            byte[] codes = dimensions.get(d).codes();
            int size = radix[d];
            for (int row = from; row < to; row++) {
                int code = codes[row];
                block[row - from] = block[row - from] * size + (code < 0 ? size + code : code);
            }
        }
        for (int i = 0; i < to - from; i++) {
            block[i] = cellOf[block[i]];
        }
    }

    /** The codes of each dimension in each cell, cell by cell. */
    byte[][] codes() {
        List<byte[]> codes = new ArrayList<>();
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] >= 0) {
                codes.add(decode(i));
            }
        }
        return codes.toArray(byte[][]::new);
    }

    private byte[] decode(int number) {
        byte[] code = new byte[radix.length];
        int rest = number;
        for (int d = radix.length - 1; d >= 0; d--) {
            int digit = rest % radix[d];
            rest /= radix[d];
            code[d] = (byte) (digit < dimensions.get(d).labels().size() ? digit : digit - radix[d]);
        }
        return code;
    }
}
