package org.zhisheng.analytics.disclosure;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.zhisheng.analytics.data.Interval;

/**
 * Wilson's score interval of a printed rate: the p for which the rate found lies within z standard errors, with the error
 * shrunk by the finite population correction (Wilson 1927; the correction enters as n / (1 − f)).
 */
final class WilsonInterval {
    private WilsonInterval() {}

    /**
     * The interval, rounded to four decimals.
     *
     * @param rate the rate as it is printed
     * @param base people it rests on
     * @param open share of the population that did not answer, 1 where it is not known
     */
    static Interval of(double rate, long base, double open, double level) {
        double z = new NormalDistribution(0, 1).inverseCumulativeProbability((1 + level) / 2);
        double z2n = z * z * open / base;
        double centre = (rate + z2n / 2) / (1 + z2n);
        double half = z / (1 + z2n) * Math.sqrt(open * rate * (1 - rate) / base + z2n * open / (4 * base));
        return new Interval(
                Rounding.four(Math.max(0, centre - half)), Rounding.four(Math.min(1, centre + half)), level, "wilson");
    }
}
