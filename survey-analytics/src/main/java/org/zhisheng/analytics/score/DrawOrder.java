package org.zhisheng.analytics.score;

import java.util.Arrays;

/**
 * Ranks of one draw, exactly: a radix sort of the numbers' bits, because comparing 360,000 of them a thousand times over
 * would take minutes. Rank 1 is the largest. Equal numbers share a best and a worst rank. Only the bits in which the numbers
 * of a draw differ are sorted by, which for totals of one scale saves a pass of three. (Buckets by value with a count in
 * each were tried: their random reads cost three times as much.)
 */
final class DrawOrder {
    private static final int BITS = 12;
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
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (float value : values) {
            int key = descending(value);
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        // the difference of two keys is an unsigned number
        int passes = Math.max(1, (32 - Integer.numberOfLeadingZeros(most - least) + BITS - 1) / BITS);
        count(values, least, passes);
        for (int pass = 0; pass < passes; pass++) {
            pass(pass, n);
        }
        assign(n, best, worst);
    }

    private void count(float[] values, int least, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            Arrays.fill(counts[pass], 0);
        }
        for (int i = 0; i < values.length; i++) {
            int key = descending(values[i]) - least;
            keys[i] = ((long) key << 32) | i;
            for (int pass = 0; pass < passes; pass++) {
                counts[pass][(key >>> (pass * BITS)) & (BUCKETS - 1)]++;
            }
        }
    }

    /** Integers whose order is the descending order of the numbers; adding 0 makes −0 equal to 0. */
    private static int descending(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return ~(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
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
