package org.zhisheng.analytics.reliability;

import org.apache.commons.math3.distribution.FDistribution;
import org.zhisheng.analytics.data.Interval;

/**
 * Interval of alpha by the F distribution of (1 − α)/(1 − α̂) (Feldt, Woodruff and Salih 1987, Applied Psychological
 * Measurement 11, 93–103). It assumes independent respondents of equal weight, compound symmetry and near-normal scores.
 */
public final class FeldtInterval {
    private FeldtInterval() {}

    /**
     * The two-sided interval, as {@code psych::alpha.ci}.
     *
     * @param alpha the estimate, below 1
     * @param respondents number of respondents, at least 2
     * @param items number of items, at least 2
     * @param level nominal coverage between 0 and 1
     */
    public static Interval of(double alpha, int respondents, int items, double level) {
        if (!(alpha < 1) || respondents < 2 || items < 2) {
            throw new IllegalArgumentException(
                    "Feldt's interval needs alpha below 1, two respondents and two items: got alpha " + alpha + ", "
                            + respondents + " respondents, " + items + " items");
        }
        FDistribution f = new FDistribution(null, respondents - 1.0, (respondents - 1.0) * (items - 1.0), 1e-14);
        double tail = (1 - level) / 2;
        return new Interval(
                1 - (1 - alpha) * f.inverseCumulativeProbability(1 - tail),
                1 - (1 - alpha) * f.inverseCumulativeProbability(tail),
                level,
                "Feldt");
    }
}
