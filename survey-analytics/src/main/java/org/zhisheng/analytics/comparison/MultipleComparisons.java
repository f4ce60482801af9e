package org.zhisheng.analytics.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/** P values corrected for being many; NaN p values stay NaN and are not counted. */
public final class MultipleComparisons {
    private MultipleComparisons() {}

    /** Holm (1979): controls the chance of any false finding. */
    public static double[] holm(double[] pValues) {
        Integer[] order = order(pValues);
        double[] adjusted = pValues.clone();
        double running = 0;
        for (int rank = 0; rank < order.length; rank++) {
            running = Math.max(running, (order.length - rank) * pValues[order[rank]]);
            adjusted[order[rank]] = Math.min(1, running);
        }
        return adjusted;
    }

    /** Benjamini and Hochberg (1995): controls the expected share of false findings. */
    public static double[] benjaminiHochberg(double[] pValues) {
        Integer[] order = order(pValues);
        double[] adjusted = pValues.clone();
        double running = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            running = Math.min(running, pValues[order[rank]] * order.length / (rank + 1));
            adjusted[order[rank]] = running;
        }
        return adjusted;
    }

    private static Integer[] order(double[] pValues) {
        for (double p : pValues) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("p value " + p + " lies outside 0 to 1");
            }
        }
        return IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toArray(Integer[]::new);
    }
}
