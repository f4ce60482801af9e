package org.zhisheng.analytics.planning;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The error that a plan may expect before any answer is in. Anticipated, not estimated: simple random sampling without
 * replacement within each stratum, everybody drawn answers.
 *
 * @param standardError of the overall mean or share
 * @param halfWidth normal quantile times the error
 * @param level the confidence level
 */
public record ExpectedPrecision(double standardError, double halfWidth, double level) {
    /**
     * For a share from one simple random sample: SE² = p(1 − p)/n × (N − n)/(N − 1), the inverse of {@link SampleSize}.
     *
     * @param anticipated the share that is expected, between 0 and 1
     * @param responses n, from 1 to the population
     */
    public static ExpectedPrecision ofShare(double anticipated, long responses, long population, double level) {
        if (responses < 1 || responses > population) {
            throw new IllegalArgumentException(
                    responses + " answers from a population of " + population + ": expected 1 to " + population);
        }
        double correction = population == 1 ? 0 : (double) (population - responses) / (population - 1);
        return of(Math.sqrt(anticipated * (1 - anticipated) / responses * correction), level);
    }

    /**
     * For a stratified mean: SE² = Σ (N_h/N)²·(1 − n_h/N_h)·S_h²/n_h.
     *
     * @throws IllegalArgumentException naming a stratum without answers
     */
    public static ExpectedPrecision of(Allocation allocation, double level) {
        double population = allocation.shares().stream()
                .mapToDouble(share -> share.stratum().population())
                .sum();
        double variance = 0;
        for (Allocation.Share share : allocation.shares()) {
            Stratum stratum = share.stratum();
            if (share.size() < 1) {
                throw new IllegalArgumentException("stratum " + stratum.name()
                        + " is given no answers, so no error of the overall mean can be expected: set a minimum");
            }
            double weight = stratum.population() / population;
            double spread = stratum.standardDeviation();
            double fraction = (double) share.size() / stratum.population();
            variance += weight * weight * (1 - fraction) * spread * spread / share.size();
        }
        return of(Math.sqrt(variance), level);
    }

    private static ExpectedPrecision of(double standardError, double level) {
        double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        return new ExpectedPrecision(standardError, z * standardError, level);
    }
}
