package org.zhisheng.analytics.score;

import java.util.function.DoubleConsumer;

/**
 * For each unit the interval of ranks that holds a share of draws. Rank 1 is the best; the result does not depend on the
 * number of threads.
 */
public final class RankIntervals {
    private static final int BATCH = 16;
    private static final int FEW = 1000;

    private final int[] lower;
    private final int[] upper;

    private RankIntervals(int[] lower, int[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Ranks the units in every draw.
     *
     * @param draws how many; each end of the interval leaves out at most {@code (1 − level)/2} of them
     * @param progress told the share that is done
     */
    public static RankIntervals of(RankDraws source, int draws, double level, int threads, DoubleConsumer progress) {
        if (draws < 20 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("rank intervals need at least 20 draws and a level between 0 and 1");
        }
        int units = source.units();
        // starting a thread costs as much as ranking a few hundred units
        int workers = units < FEW ? 1 : Math.max(1, threads);
        // the slack keeps (1 − 0.9)/2 · 1000 from becoming 51 in binary
        int tail = Math.max(1, (int) Math.ceil((1 - level) / 2 * draws - 1e-9));
        RankTails tails = new RankTails(units, tail);
        int[][] best = new int[BATCH][units];
        int[][] worst = new int[BATCH][units];
        Scratch[] scratch = new Scratch[workers];
        for (int w = 0; w < workers; w++) {
            scratch[w] = new Scratch(units);
        }
        for (int first = 0; first < draws; first += BATCH) {
            int begin = first;
            int count = Math.min(BATCH, draws - first);
            Threads.run(workers, w -> {
                for (int b = w; b < count; b += workers) {
                    source.draw(begin + b, scratch[w].values);
                    scratch[w].order.rank(scratch[w].values, best[b], worst[b]);
                }
            });
            Threads.run(workers, w -> {
                int from = (int) ((long) units * w / workers);
                int to = (int) ((long) units * (w + 1) / workers);
                tails.add(begin, count, best, worst, from, to);
            });
            progress.accept((double) (first + count) / draws);
        }
        int[] lower = new int[units];
        int[] upper = new int[units];
        for (int u = 0; u < units; u++) {
            lower[u] = tails.lower(u);
            upper[u] = tails.upper(u);
        }
        return new RankIntervals(lower, upper);
    }

    private static final class Scratch {
        final float[] values;
        final DrawOrder order;

        Scratch(int units) {
            values = new float[units];
            order = new DrawOrder(units);
        }
    }

    /** The best rank of the interval. */
    public int lower(int unit) {
        return lower[unit];
    }

    /** The worst rank of the interval. */
    public int upper(int unit) {
        return upper[unit];
    }

    /** Ranks of totals by themselves: 1 is the largest, equal totals share the best rank (as COINr does). */
    public static int[] ranks(double[] totals) {
        Integer[] order = new Integer[totals.length];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(order, (a, b) -> Double.compare(totals[b], totals[a]));
        int[] ranks = new int[totals.length];
        for (int k = 0; k < order.length; k++) {
            boolean same = k > 0 && totals[order[k]] == totals[order[k - 1]];
            ranks[order[k]] = same ? ranks[order[k - 1]] : k + 1;
        }
        return ranks;
    }
}
