package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.analytics.numeric.Distributions;
import org.zhisheng.analytics.numeric.Gaussian;

/**
 * Rank sets by pairwise tests (Mogstad, Romano, Shaikh and Wilhelm, Inference for Ranks, 2024): a unit's best rank is one
 * more than how many are significantly better, its worst how many are not significantly worse. Units are independent and
 * assumptions about how they differ are not needed; the price is wide sets.
 */
public final class PairwiseRanks {
    /** Up to so many units the critical value is simulated; beyond, Bonferroni's bound serves. */
    private static final int SIMULATED = 200;

    private final double[] totals;
    private final double[] errors;
    private final double critical;

    private PairwiseRanks(double[] totals, double[] errors, double critical) {
        this.totals = totals;
        this.errors = errors;
        this.critical = critical;
    }

    /**
     * Sets that hold for all units together.
     *
     * @param errors standard errors; 0 where known exactly
     * @param level of all sets together
     */
    public static PairwiseRanks simultaneous(double[] totals, double[] errors, double level, int draws, long seed) {
        int n = totals.length;
        double critical = n <= SIMULATED
                ? simulated(errors, level, draws, seed)
                : Distributions.normalQuantile(1 - (1 - level) / ((double) n * (n - 1)));
        return new PairwiseRanks(totals.clone(), errors.clone(), critical);
    }

    /** The quantile of the largest |difference of two errors| over its standard error. */
    private static double simulated(double[] errors, double level, int draws, long seed) {
        Gaussian gaussian = Gaussian.of(seed, 0);
        double[] most = new double[draws];
        double[] drawn = new double[errors.length];
        for (int d = 0; d < draws; d++) {
            for (int u = 0; u < drawn.length; u++) {
                drawn[u] = errors[u] * gaussian.next();
            }
            for (int a = 0; a < drawn.length; a++) {
                for (int b = 0; b < a; b++) {
                    double error = Math.hypot(errors[a], errors[b]);
                    if (error > 0) {
                        most[d] = Math.max(most[d], Math.abs(drawn[a] - drawn[b]) / error);
                    }
                }
            }
        }
        Arrays.sort(most);
        return most[Math.min(draws - 1, (int) Math.ceil(level * (draws + 1)) - 1)];
    }

    /** Standard errors of a difference that a pair must be apart. */
    public double critical() {
        return critical;
    }

    /** Whether one unit is significantly better than another. */
    public boolean better(int one, int other) {
        return totals[one] - totals[other] > critical * Math.hypot(errors[one], errors[other]);
    }

    public int lower(int unit) {
        return 1
                + (int) IntStream.range(0, totals.length)
                        .filter(o -> better(o, unit))
                        .count();
    }

    public int upper(int unit) {
        return totals.length
                - (int) IntStream.range(0, totals.length)
                        .filter(o -> better(unit, o))
                        .count();
    }

    /**
     * Groups of neighbours in the order of totals of which no two can be told apart; a unit can stand in several. Every unit
     * stands in at least one, alone if need be.
     */
    public List<List<Integer>> groups() {
        List<Integer> order = IntStream.range(0, totals.length)
                .boxed()
                .sorted((a, b) -> Double.compare(totals[b], totals[a]))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        int reached = 0;
        for (int from = 0; from < order.size(); from++) {
            int to = from + 1;
            while (to < order.size() && likeAll(order, from, to)) {
                to++;
            }
            if (to > reached) {
                groups.add(order.subList(from, to));
                reached = to;
            }
        }
        return groups;
    }

    private boolean likeAll(List<Integer> order, int from, int to) {
        for (int k = from; k < to; k++) {
            if (better(order.get(k), order.get(to))) {
                return false;
            }
        }
        return true;
    }
}
