package org.zhisheng.analytics.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the codes of the cube's dimensions into one cell number a row. Only combinations that occur become cells: a
 * workshop that follows from the stratum adds none, and the counting tables stay inside the processor's cache.
 */
final class CellTable {
    private static final int LIMIT = 1 << 24;
    private static final int KEPT_LIMIT = 1 << Character.SIZE;

    private final List<CategoryColumn> dimensions;
    private final int[] radix;
    private final int combinations;
    /** Combination of every row, kept so that it is computed once; empty when there are too many to fit. */
    private final char[] kept;

    private final int[] cellOf;
    private int cells;

    CellTable(List<CategoryColumn> dimensions, int threads) {
        this.dimensions = dimensions;
        this.radix = new int[dimensions.size()];
        long product = 1;
        for (int d = 0; d < radix.length; d++) {
            radix[d] = Math.max(1, dimensions.get(d).labels().size() + missingCodes(dimensions.get(d)));
            product *= radix[d];
            if (product > LIMIT) {
                throw new IllegalArgumentException("the dimensions "
                        + dimensions.stream().map(CategoryColumn::name).toList()
                        + " cross to more than " + LIMIT + " cells; drop or group one of them");
            }
        }
        this.combinations = (int) product;
        int rows = dimensions.getFirst().size();
        this.kept = new char[combinations <= KEPT_LIMIT ? rows : 0];
        this.cellOf = new int[combinations];
        numberCells(rows, threads);
    }

    /** Codes below zero that occur: 0 if none, else 3, so that a cell's code can be read back from its number. */
    private static int missingCodes(CategoryColumn column) {
        byte least = 0;
        for (byte code : column.codes()) {
            least = (byte) Math.min(least, code);
        }
        return least < 0 ? Missing.values().length : 0;
    }

    private void numberCells(int rows, int threads) {
        boolean[][] seen = new boolean[threads][combinations];
        Parallel.run(rows, threads, (thread, from, to) -> mark(from, to, seen[thread]));
        for (int i = 0; i < combinations; i++) {
            boolean any = false;
            for (boolean[] one : seen) {
                any |= one[i];
            }
            cellOf[i] = any ? cells++ : -1;
        }
    }

    private void mark(int from, int to, boolean[] seen) {
        int[] block = new int[CountCube.BLOCK];
        for (int start = from; start < to; start += CountCube.BLOCK) {
            int end = Math.min(to, start + CountCube.BLOCK);
            combine(start, end, block);
            for (int i = 0; i < end - start; i++) {
                seen[block[i]] = true;
            }
            for (int row = start; row < end && kept.length > 0; row++) {
                kept[row] = (char) block[row - start];
            }
        }
    }

    private void combine(int from, int to, int[] block) {
        Arrays.fill(block, 0, to - from, 0);
        for (int d = 0; d < radix.length; d++) {
            byte[] codes = dimensions.get(d).codes();
            int size = radix[d];
            for (int row = from; row < to; row++) {
                int code = codes[row];
                block[row - from] = block[row - from] * size + (code < 0 ? size + code : code);
            }
        }
    }

    int cells() {
        return cells;
    }

    /** Writes the cells of the rows {@code from} to {@code to} (exclusive) into the block. */
    void cellsOf(int from, int to, int[] block) {
        if (kept.length > 0) {
            for (int row = from; row < to; row++) {
                block[row - from] = cellOf[kept[row]];
            }
            return;
        }
        combine(from, to, block);
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
