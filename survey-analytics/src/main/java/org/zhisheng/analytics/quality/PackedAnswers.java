package org.zhisheng.analytics.quality;

/**
 * Answers packed into lanes of four bits (up to 15 categories) or eight, 0 for a blank, so that one exclusive-or compares
 * 16 or 8 items at once.
 */
final class PackedAnswers {
    private static final long LOW_OF_FOUR = 0x1111_1111_1111_1111L;
    private static final long LOW_OF_EIGHT = 0x0101_0101_0101_0101L;

    private final long[] lanes;
    private final long[] answered;
    private final int words;
    private final boolean narrow;

    PackedAnswers(AnswerGrid grid) {
        narrow = grid.largestCode() < 15;
        int width = narrow ? 4 : 8;
        int perWord = Long.SIZE / width;
        words = Math.ceilDiv(grid.items(), perWord);
        lanes = new long[grid.rows() * words];
        answered = new long[grid.rows() * words];
        for (int row = 0; row < grid.rows(); row++) {
            for (int item = 0; item < grid.items(); item++) {
                long code = Math.max(0, grid.code(item, row) + 1);
                lanes[row * words + item / perWord] |= code << (item % perWord * width);
            }
            for (int word = 0; word < words; word++) {
                answered[row * words + word] = occupied(lanes[row * words + word]);
            }
        }
    }

    /** Number of items that both rows answered. */
    int shared(int first, int second) {
        return (int) (compare(first, second, BlankRule.SKIP) >>> 32);
    }

    /**
     * Items that both rows answered in the upper half, items with different answers in the lower; a blank being an answer
     * of its own or not. One pass for both, since this runs for every pair of respondents.
     */
    long compare(int first, int second, BlankRule blanks) {
        int shared = 0;
        int different = 0;
        int a = first * words;
        int b = second * words;
        long counted = blanks == BlankRule.SKIP ? 0 : -1;
        for (int word = 0; word < words; word++, a++, b++) {
            long both = answered[a] & answered[b];
            shared += Long.bitCount(both);
            different += Long.bitCount(occupied(lanes[a] ^ lanes[b]) & (both | counted));
        }
        return (long) shared << 32 | different;
    }

    /** The lowest bit of each lane that holds any bit; bits that drift in from the next lane never reach it. */
    private long occupied(long word) {
        if (narrow) {
            long folded = word | word >>> 2;
            return (folded | folded >>> 1) & LOW_OF_FOUR;
        }
        long folded = word | word >>> 4;
        folded |= folded >>> 2;
        return (folded | folded >>> 1) & LOW_OF_EIGHT;
    }
}
