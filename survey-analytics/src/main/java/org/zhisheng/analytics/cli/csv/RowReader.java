package org.zhisheng.analytics.cli.csv;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Splits the bytes of rows into cells and puts them into the sinks; one for each thread. */
final class RowReader {
    /** The row is not complete within the buffer. */
    static final int INCOMPLETE = -1;

    private final byte delimiter;
    private final boolean quotes;
    private final Charset charset;
    private final ColumnSink[] sinks;

    /** The codes of byte columns, for the common case; empty for other columns. */
    private final byte[][] bytes;

    private final int[][] single;
    private final LocalCodes[] local;
    private byte[] unquoted = new byte[256];
    private int cellEnd;

    /** @param sinks a sink for each column of the file, null for one that is not wanted */
    RowReader(CsvFormat format, boolean quotes, ColumnSink[] sinks) {
        this.delimiter = (byte) format.delimiter();
        this.quotes = quotes;
        this.charset = format.charset();
        this.sinks = sinks;
        this.bytes = new byte[sinks.length][0];
        this.single = new int[sinks.length][];
        this.local = new LocalCodes[sinks.length];
        for (int c = 0; c < sinks.length; c++) {
            if (sinks[c] != null) {
                local[c] = new LocalCodes(sinks[c].dictionary);
                bytes[c] = sinks[c].bytes;
                single[c] = local[c].single();
            }
        }
    }

    /**
     * Reads the row that begins at {@code p}; {@code limit} is the buffer's end, where a line end stands as a guard.
     *
     * @return where the next row begins, or {@link #INCOMPLETE}
     */
    int read(byte[] buffer, int p, int limit, int row) {
        int last = sinks.length - 1;
        for (int c = 0; c <= last; c++) {
            byte terminator = c < last ? delimiter : (byte) '\n';
            if (bytes[c].length > 0 && p + 1 < limit && buffer[p + 1] == terminator) {
                int code = single[c][buffer[p] & 0xff];
                if (code >= 0) {
                    bytes[c][row] = (byte) code;
                    p += 2;
                    continue;
                }
            }
            p = cell(buffer, p, limit, c, row);
            if (p == INCOMPLETE) {
                return INCOMPLETE;
            }
            requireTerminator(buffer[p], c, row);
            p++;
        }
        return p;
    }

    private void requireTerminator(byte found, int column, int row) {
        boolean last = column == sinks.length - 1;
        if (last != (found == '\n')) {
            throw new CsvException("data row " + (row + 1) + " has " + (last ? "more" : "only " + (column + 1))
                    + " cells where the header has " + sinks.length
                    + "; if a cell holds the delimiter it must be quoted");
        }
    }

    /** Reads one cell; returns the place of what ends it. */
    private int cell(byte[] buffer, int p, int limit, int column, int row) {
        if (quotes && buffer[p] == '"') {
            int length = unquote(buffer, p, limit, row);
            if (length >= 0 && sinks[column] != null) {
                store(unquoted, 0, length, column, row);
            }
            return length < 0 ? INCOMPLETE : cellEnd;
        }
        int q = p;
        while (buffer[q] != delimiter && buffer[q] != '\n') {
            q++;
        }
        if (q >= limit) {
            return INCOMPLETE;
        }
        if (sinks[column] != null) {
            storeTrimmed(buffer, p, q, column, row);
        }
        return q;
    }

    private void storeTrimmed(byte[] buffer, int from, int to, int column, int row) {
        int f = from;
        int t = to;
        while (f < t && (buffer[f] == ' ' || buffer[f] == '\t')) {
            f++;
        }
        while (f < t && (buffer[t - 1] == ' ' || buffer[t - 1] == '\t' || buffer[t - 1] == '\r')) {
            t--;
        }
        store(buffer, f, t, column, row);
    }

    /** Copies a quoted cell without its quotes; returns its length or {@link #INCOMPLETE}. */
    private int unquote(byte[] buffer, int p, int limit, int row) {
        int length = 0;
        int q = p + 1;
        for (; q < limit; q++) {
            if (buffer[q] == '"' && (buffer[q + 1] != '"' || q + 1 >= limit)) {
                break;
            }
            q += buffer[q] == '"' ? 1 : 0;
            if (length == unquoted.length) {
                unquoted = Arrays.copyOf(unquoted, length * 2);
            }
            unquoted[length++] = buffer[q];
        }
        cellEnd = q + 1;
        if (cellEnd < limit && buffer[cellEnd] == '\r') {
            cellEnd++;
        }
        if (cellEnd >= limit) {
            return INCOMPLETE;
        }
        if (buffer[cellEnd] != delimiter && buffer[cellEnd] != '\n') {
            throw new CsvException("data row " + (row + 1) + ": text follows the closing quote of a cell");
        }
        return length;
    }

    private void store(byte[] cell, int from, int to, int column, int row) {
        ColumnSink sink = sinks[column];
        if (sink.request.kind() == ColumnRequest.Kind.NUMBER) {
            storeNumber(sink, cell, from, to, row);
            return;
        }
        int code = local[column].code(cell, from, to);
        if (code < 0) {
            throw new Overflow(sink);
        }
        if (sink.bytes.length > 0) {
            sink.bytes[row] = (byte) code;
        } else {
            sink.ints[row] = code;
        }
    }

    private void storeNumber(ColumnSink sink, byte[] cell, int from, int to, int row) {
        if (from == to) {
            sink.token(row, 1);
            return;
        }
        int token = sink.tokenAt(cell, from, to);
        if (token >= 0) {
            sink.token(row, token + 2);
            return;
        }
        double number = Numerals.parse(cell, from, to);
        if (Double.isNaN(number)) {
            throw new NotNumber(sink, row, new String(cell, from, to - from, charset));
        }
        sink.doubles[row] = number;
    }

    /** A column has more values than its store holds. */
    static final class Overflow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient ColumnSink sink;

        Overflow(ColumnSink sink) {
            super(sink.request.name(), null, false, false);
            this.sink = sink;
        }
    }

    /** A cell of a number column is no number. */
    static final class NotNumber extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient ColumnSink sink;

        NotNumber(ColumnSink sink, int row, String cell) {
            super(
                    "column '" + sink.request.name() + "', data row " + (row + 1) + ": '" + cell
                            + "' is not a number; declare it as a missing code of the column, or the column as a category",
                    null,
                    false,
                    false);
            this.sink = sink;
        }
    }
}
