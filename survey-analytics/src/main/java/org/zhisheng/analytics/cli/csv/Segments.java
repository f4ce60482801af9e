package org.zhisheng.analytics.cli.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The pieces that threads take of a file. A first pass over the bytes counts quotes and line ends, so that every piece
 * knows whether it begins inside a quoted cell and at which row, and rows can be written straight to their final place.
 */
final class Segments {
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

    private final int size;
    private final long start;
    private final long end;
    private final int[] quotes;
    /** Line ends outside and inside of quotes, if the piece began outside; if not, the two change places. */
    private final int[] linesOutside;

    private final int[] linesInside;

    /** @param size the bytes of a piece */
    Segments(long start, long end, int size) {
        this.size = size;
        this.start = start;
        this.end = Math.max(start, end);
        int count = (int) ((this.end - start + size - 1) / size);
        quotes = new int[count];
        linesOutside = new int[count];
        linesInside = new int[count];
    }

    int count() {
        return quotes.length;
    }

    long from(int segment) {
        return start + (long) segment * size;
    }

    long to(int segment) {
        return Math.min(end, from(segment) + size);
    }

    /** Counts the quotes and line ends of one piece; {@code buffer} holds a piece. */
    void scan(int segment, FileChannel file, byte[] buffer) throws IOException {
        int length = read(file, from(segment), buffer, (int) (to(segment) - from(segment)));
        int found = count(buffer, length, '"');
        quotes[segment] = found;
        if (found == 0) {
            linesOutside[segment] = count(buffer, length, '\n');
            return;
        }
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= buffer[i] == '"';
            if (buffer[i] == '\n') {
                linesOutside[segment] += quoted ? 0 : 1;
                linesInside[segment] += quoted ? 1 : 0;
            }
        }
    }

    private static int count(byte[] bytes, int length, char wanted) {
        long pattern = wanted * ONES;
        ByteBuffer words = ByteBuffer.wrap(bytes);
        int found = 0;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long x = words.getLong(i) ^ pattern;
            found += Long.bitCount(~(((x & LOW) + LOW) | x | LOW));
        }
        for (; i < length; i++) {
            found += bytes[i] == wanted ? 1 : 0;
        }
        return found;
    }

    boolean hasQuotes() {
        for (int q : quotes) {
            if (q > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether each piece begins inside a quoted cell. */
    boolean[] quotedAtStart() {
        boolean[] quoted = new boolean[count() + 1];
        for (int s = 0; s < count(); s++) {
            quoted[s + 1] = quoted[s] ^ (quotes[s] & 1) != 0;
        }
        return quoted;
    }

    /**
     * The first row of each piece, counting the rows that begin after a line end in it (and, for the first piece, the
     * first row of all); blank lines make it an upper bound. The last element is the bound of the number of rows.
     */
    int[] rowAtStart() {
        boolean[] quoted = quotedAtStart();
        int[] rows = new int[count() + 1];
        for (int s = 0; s < count(); s++) {
            int lines = quoted[s] ? linesInside[s] : linesOutside[s];
            rows[s + 1] = Math.addExact(rows[s], lines + (s == 0 ? 1 : 0));
        }
        return rows;
    }

    /** Fills the buffer from a place in the file; returns the bytes read. */
    static int read(FileChannel file, long position, byte[] buffer, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, 0, length);
        while (target.hasRemaining()) {
            if (file.read(target, position + target.position()) < 0) {
                break;
            }
        }
        return target.position();
    }
}
