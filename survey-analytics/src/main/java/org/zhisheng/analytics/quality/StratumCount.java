package org.zhisheng.analytics.quality;

/**
 * A stratum's answers beside its headcount.
 *
 * @param name used in errors and reports
 * @param responses valid answers, from 0 to the headcount
 * @param population headcount, at least 1
 */
public record StratumCount(String name, long responses, long population) {
    public StratumCount {
        if (population < 1 || responses < 0) {
            throw new IllegalArgumentException(
                    "stratum " + name + ": " + responses + " answers of " + population + " people have no rate");
        }
        if (responses > population) {
            throw new IllegalArgumentException("stratum " + name + " has " + responses + " answers from " + population
                    + " people: correct its headcount before it can have a rate");
        }
    }

    /** Answers over headcount. */
    public double rate() {
        return (double) responses / population;
    }
}
