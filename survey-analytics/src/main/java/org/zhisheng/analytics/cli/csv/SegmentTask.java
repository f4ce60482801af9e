package org.zhisheng.analytics.cli.csv;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads the rows that begin in one segment, whose first is found after the segment's first line end. */
final class SegmentTask {
    private static final int OVERLAP = 1 << 14;

    private final FileChannel file;
    private final long fileEnd;
    private final RowReader rows;
    private byte[] buffer;
    private int limit;

    SegmentTask(FileChannel file, long fileEnd, RowReader rows, int size) {
        this.buffer = new byte[size + OVERLAP + 1];
        this.file = file;
        this.fileEnd = fileEnd;
        this.rows = rows;
    }

    /**
     * Reads the rows of the segment [from, to).
     *
     * @param quoted whether the segment begins inside a quoted cell
     * @param first whether a row begins at {@code from} (the first segment of the data)
     * @param row where the first row goes
     * @return the number of rows read, blank lines left out
     */
    int read(long from, long to, boolean quoted, boolean first, int row) throws IOException {
        fill(from, buffer.length - 1);
        int segment = (int) (to - from);
        int p = first ? 0 : firstRow(segment, quoted);
        int next = row;
        while (p >= 0 && p <= segment && from + p < fileEnd) {
            int blank = blankLine(p);
            if (blank > 0) {
                p += blank;
                continue;
            }
            int end = rows.read(buffer, p, limit, next);
            if (end == RowReader.INCOMPLETE) {
                extend(from, next);
                continue;
            }
            next++;
            p = end;
        }
        return next - row;
    }

    private int blankLine(int p) {
        if (buffer[p] == '\n') {
            return 1;
        }
        return buffer[p] == '\r' && buffer[p + 1] == '\n' ? 2 : 0;
    }

    private int firstRow(int segment, boolean quotedAtStart) {
        boolean quoted = quotedAtStart;
        for (int i = 0; i < segment; i++) {
            quoted ^= buffer[i] == '"';
            if (buffer[i] == '\n' && !quoted) {
                return i + 1;
            }
        }
        return -1;
    }

    private void fill(long from, int length) throws IOException {
        int wanted = (int) Math.min(length, fileEnd - from);
        limit = Segments.read(file, from, buffer, wanted);
        if (from + limit >= fileEnd && limit > 0 && buffer[limit - 1] != '\n') {
            buffer[limit++] = '\n'; // the last row may lack its line end
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, limit + 1);
        }
        buffer[limit] = '\n';
    }

    /** A row runs past the buffer: take in more of the file. */
    private void extend(long from, int row) throws IOException {
        if (from + limit >= fileEnd) {
            throw new CsvException(
                    "data row " + (row + 1) + ": the file ends inside a quoted cell; a quote is missing");
        }
        buffer = new byte[Math.multiplyExact(buffer.length, 2)];
        fill(from, buffer.length - 1);
    }
}
