package org.zhisheng.analytics.score;

/**
 * Ranks of one draw, exactly: a radix sort of the numbers' bits, because comparing 360,000 of them a thousand times over
 * would take minutes. Rank 1 is the largest. Equal numbers share a best and a worst rank.
 */
final class DrawOrder {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int PASSES = 3;

    private long[] keys;
    private long[] sorted;
    private final int[][] counts = new int[PASSES][BUCKETS];

    DrawOrder(int units) {
        keys = new long[units];
        sorted = new long[units];
    }

    /**
     * @param best receives for each unit one more than how many are larger
     * @param worst receives how many are larger or equal
     */
    void rank(float[] values, int[] best, int[] worst) {
        int n = values.length;
        for (int[] count : counts) {
            java.util.Arrays.fill(count, 0);
        }
        for (int i = 0; i < n; i++) {
            int key = descending(values[i]);
            keys[i] = ((long) key << 32) | i;
            counts[0][key & (BUCKETS - 1)]++;
            counts[1][(key >>> BITS) & (BUCKETS - 1)]++;
            counts[2][key >>> (2 * BITS)]++;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            pass(pass, n);
        }
        assign(n, best, worst);
    }

    /** Bits whose unsigned order is the descending order of the numbers; adding 0 makes −0 equal to 0. */
    private static int descending(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        int ascending = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
        return ~ascending;
    }

    private void pass(int pass, int n) {
        int[] start = counts[pass];
        int sum = 0;
        for (int b = 0; b < BUCKETS; b++) {
            int count = start[b];
            start[b] = sum;
            sum += count;
        }
        int shift = 32 + pass * BITS;
        for (int i = 0; i < n; i++) {
            long key = keys[i];
            sorted[start[(int) (key >>> shift) & (BUCKETS - 1)]++] = key;
        }
        long[] swap = keys;
        keys = sorted;
        sorted = swap;
    }

    private void assign(int n, int[] best, int[] worst) {
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            for (int k = from; k < to; k++) {
                int unit = (int) keys[k];
                best[unit] = from + 1;
                worst[unit] = to;
            }
            from = to;
        }
    }
}
