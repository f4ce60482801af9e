package org.zhisheng.analytics.planning;

/**
 * A stratum as the plan knows it.
 *
 * @param name used in errors and reports
 * @param population its headcount, at least 1
 * @param standardDeviation anticipated standard deviation of the answer with divisor N − 1; for a share p about
 *     √(p(1 − p)), at most 0.5
 */
public record Stratum(String name, long population, double standardDeviation) {
    public Stratum {
        if (population < 1) {
            throw new IllegalArgumentException(
                    "stratum " + name + " has a headcount of " + population + ": leave out strata without people");
        }
        if (!(standardDeviation >= 0) || Double.isInfinite(standardDeviation)) {
            throw new IllegalArgumentException("stratum " + name + ": a standard deviation of " + standardDeviation
                    + " is not a number from 0 on");
        }
    }
}
