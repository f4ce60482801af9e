package org.zhisheng.analytics.numeric;

import java.util.SplittableRandom;

/**
 * Normal numbers for hundreds of millions of draws: quantiles at 65,536 equally likely midpoints, scaled to a standard
 * deviation of 1, four from each random long. They reach 4.3 standard deviations and are ten times as fast as exact
 * ones ({@link Gaussian}), which is what makes a thousand orders of 360,000 units a matter of seconds. The same seed and
 * stream give the same numbers everywhere.
 */
public final class NormalTable {
    private static final int BITS = 16;
    private static final int SIZE = 1 << BITS;
    private static final float[] QUANTILES = quantiles();

    private NormalTable() {}

    private static float[] quantiles() {
        double[] exact = new double[SIZE];
        double squares = 0;
        for (int i = SIZE / 2; i < SIZE; i++) {
            exact[i] = Distributions.normalQuantile((i + 0.5) / SIZE);
            exact[SIZE - 1 - i] = -exact[i];
            squares += 2 * exact[i] * exact[i];
        }
        double scale = Math.sqrt(SIZE / squares);
        float[] table = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = (float) (exact[i] * scale);
        }
        return table;
    }

    /** Fills an array with independent standard normal numbers. */
    public static void fill(long seed, long stream, float[] into) {
        SplittableRandom random = Gaussian.random(seed, stream);
        int i = 0;
        for (; i + 4 <= into.length; i += 4) {
            long bits = random.nextLong();
            into[i] = QUANTILES[(int) bits & (SIZE - 1)];
            into[i + 1] = QUANTILES[(int) (bits >>> BITS) & (SIZE - 1)];
            into[i + 2] = QUANTILES[(int) (bits >>> (2 * BITS)) & (SIZE - 1)];
            into[i + 3] = QUANTILES[(int) (bits >>> (3 * BITS))];
        }
        for (; i < into.length; i++) {
            into[i] = QUANTILES[(int) random.nextLong() & (SIZE - 1)];
        }
    }
}
