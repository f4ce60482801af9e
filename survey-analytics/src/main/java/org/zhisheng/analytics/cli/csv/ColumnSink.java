package org.zhisheng.analytics.cli.csv;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/** Where the cells of one column go while the file is read; rows are written by several threads, each its own rows. */
final class ColumnSink {
    static final int BYTE_VALUES = 124;

    final ColumnRequest request;
    final Dictionary dictionary;
    private final byte[][] tokenBytes;
    byte[] bytes = {};
    int[] ints = {};
    double[] doubles = {};
    byte[] tokens = {};

    ColumnSink(ColumnRequest request, int rows, Charset charset) {
        this.request = request;
        boolean few = request.kind() != ColumnRequest.Kind.IDENTIFIER;
        dictionary = new Dictionary(request.name(), few ? BYTE_VALUES : Integer.MAX_VALUE, charset);
        tokenBytes = request.tokens().stream().map(t -> t.getBytes(charset)).toArray(byte[][]::new);
        switch (request.kind()) {
            case CATEGORY, AUTO -> bytes = new byte[rows];
            case IDENTIFIER -> ints = new int[rows];
            case NUMBER -> doubles = new double[rows];
        }
    }

    /** The place of a cell among the tokens of the request, or -1. */
    int tokenAt(byte[] cell, int from, int to) {
        for (int i = 0; i < tokenBytes.length; i++) {
            if (Arrays.equals(tokenBytes[i], 0, tokenBytes[i].length, cell, from, to)) {
                return i;
            }
        }
        return -1;
    }

    /** Marks a row of a number column as blank (1) or as a token (from 2). */
    synchronized void token(int row, int token) {
        if (tokens.length == 0) {
            tokens = new byte[doubles.length];
        }
        tokens[row] = (byte) token;
        doubles[row] = Double.NaN;
    }

    /** Moves rows towards the beginning, over a gap that blank lines left. */
    void move(int from, int to, int count) {
        for (Object array : List.of(bytes, ints, doubles, tokens)) {
            if (java.lang.reflect.Array.getLength(array) > 0) {
                System.arraycopy(array, from, array, to, count);
            }
        }
    }

    void truncate(int rows) {
        bytes = bytes.length > rows ? Arrays.copyOf(bytes, rows) : bytes;
        ints = ints.length > rows ? Arrays.copyOf(ints, rows) : ints;
        doubles = doubles.length > rows ? Arrays.copyOf(doubles, rows) : doubles;
        tokens = tokens.length > rows ? Arrays.copyOf(tokens, rows) : tokens;
    }

    /** The finished column, its values sorted so that the order in which threads met them leaves no trace. */
    CsvColumn finish() {
        if (request.kind() == ColumnRequest.Kind.NUMBER) {
            return new CsvColumn.Doubles(doubles, tokens);
        }
        int[] order = dictionary.order();
        int[] rank = new int[order.length];
        boolean sorted = true;
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
            sorted &= order[i] == i;
        }
        if (!sorted) {
            dictionary.reorder(order);
            recode(rank);
        }
        return request.kind() == ColumnRequest.Kind.IDENTIFIER
                ? new CsvColumn.Ints(ints, dictionary.values())
                : new CsvColumn.Bytes(bytes, dictionary.values());
    }

    private void recode(int[] rank) {
        byte[] byteRank = new byte[256];
        for (int i = 0; i < Math.min(rank.length, byteRank.length); i++) {
            byteRank[i] = (byte) rank[i];
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = byteRank[bytes[i] & 0xff];
        }
        for (int i = 0; i < ints.length; i++) {
            ints[i] = rank[ints[i]];
        }
    }
}
