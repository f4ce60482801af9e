package org.zhisheng.analytics.planning;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Answers needed for a share with a given half-width: n₀ = z²·p(1 − p)/e², n = n₀/(1 + (n₀ − 1)/N) (Cochran 1977,
 * Sampling Techniques, sections 4.4 and 4.5).
 *
 * @param responses answers needed, rounded up
 * @param invitations people to invite at the expected response rate, at most the population; the response rate that
 *     would be needed is responses over invitations
 * @param infinite n₀ with the design effect, before the finite population counts
 * @param conventions how it was computed
 */
public record SampleSize(long responses, long invitations, double infinite, List<String> conventions) {
    public SampleSize {
        conventions = List.copyOf(conventions);
    }

    /**
     * What a survey must be able to tell.
     *
     * @param halfWidth e, the half-width of the interval as a share, for example 0.05
     * @param level confidence level between 0 and 1
     * @param anticipated p, the share that is expected; 0.5 is the cautious choice
     * @param population N, the headcount, at least 1
     * @param designEffect factor by which weights and clusters inflate the variance; 1 for a simple random sample
     * @param responseRate share of the invited who will answer, above 0, at most 1
     */
    public record Target(
            double halfWidth,
            double level,
            double anticipated,
            long population,
            double designEffect,
            double responseRate) {
        public Target {
            requireShare("half-width", halfWidth);
            requireShare("level", level);
            requireShare("anticipated share", anticipated);
            if (population < 1) {
                throw new IllegalArgumentException("a population of " + population + ": nobody can be sampled");
            }
            if (!(designEffect > 0) || Double.isInfinite(designEffect)) {
                throw new IllegalArgumentException("a design effect of " + designEffect + " is not a positive number");
            }
            if (!(responseRate > 0 && responseRate <= 1)) {
                throw new IllegalArgumentException(
                        "a response rate of " + responseRate + " is not above 0 and at most 1");
            }
        }

        private static void requireShare(String what, double value) {
            if (!(value > 0 && value < 1)) {
                throw new IllegalArgumentException("a " + what + " of " + value + " is not between 0 and 1");
            }
        }
    }

    /** The answers needed to reach the target. */
    public static SampleSize forShare(Target target) {
        double z = new NormalDistribution().inverseCumulativeProbability((1 + target.level()) / 2);
        double variance = target.anticipated() * (1 - target.anticipated());
        double infinite = target.designEffect() * z * z * variance / (target.halfWidth() * target.halfWidth());
        double population = target.population();
        double finite = infinite * population / (population + infinite - 1);
        long responses = Math.clamp((long) Math.ceil(finite), 1, target.population());
        long invitations = Math.min(target.population(), (long) Math.ceil(responses / target.responseRate()));
        return new SampleSize(
                responses,
                invitations,
                infinite,
                List.of("normal quantile " + z, "finite population of " + target.population(), "rounded up"));
    }
}
