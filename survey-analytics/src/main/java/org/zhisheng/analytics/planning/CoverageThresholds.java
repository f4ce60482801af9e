package org.zhisheng.analytics.planning;

/**
 * What coverage earns which grade. All numbers are whole: half-widths in percentage points, rates in percent.
 *
 * @param halfWidthA A needs the answers for this half-width, or {@code rateA}
 * @param halfWidthB B likewise
 * @param rateForBand below this rate there is no band
 * @param rateForNumber below this rate, or with fewer than {@code fewest} answers, there is no rating at all
 */
public record CoverageThresholds(
        long halfWidthA, long rateA, long halfWidthB, long rateB, long rateForBand, long rateForNumber, long fewest) {
    /** A: n(5 %) or 80 %; B: n(10 %) or 60 %; a band from 30 %; a number from 15 % and ten answers. */
    public static final CoverageThresholds DEFAULT = new CoverageThresholds(5, 80, 10, 60, 30, 15, 10);

    public CoverageThresholds {
        if (halfWidthA < 1 || halfWidthB < halfWidthA || rateB > rateA || rateForNumber > rateForBand || fewest < 1) {
            throw new IllegalArgumentException(
                    "grade A must ask for more than grade B, and a band for more than a number");
        }
    }
}
