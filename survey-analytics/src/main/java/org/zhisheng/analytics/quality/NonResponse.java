package org.zhisheng.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Coverage, and how far the respondents differ from the frame. Known only for what the frame knows: strata that agree do
 * not prove that opinions do.
 *
 * @param responses answers of all strata
 * @param population headcount of all strata
 * @param rate answers over headcount
 * @param dissimilarity half the sum of absolute differences in composition: the share of respondents that would have to
 *     sit in another stratum, 0 to 1
 * @param representativity R-indicator 1 − 2S(ρ) of Schouten, Cobben and Bethlehem (2009, Survey Methodology 35,
 *     101–113), S² = ΣN_h(ρ_h − ρ)²/(N − 1): 1 where all strata answer alike
 * @param maximalBias (1 − R)/(2ρ), the largest bias of a mean in units of its standard deviation that the strata's
 *     response rates can cause; NaN without answers
 * @param chiSquare Pearson's statistic of stratum by answered or not
 * @param degreesOfFreedom strata less one
 * @param pValue of equal response rates; 1 where everybody or nobody answered
 * @param strata each stratum, in the order given
 */
public record NonResponse(
        long responses,
        long population,
        double rate,
        double dissimilarity,
        double representativity,
        double maximalBias,
        double chiSquare,
        int degreesOfFreedom,
        double pValue,
        List<StratumBias> strata) {
    public NonResponse {
        strata = List.copyOf(strata);
    }

    /**
     * One stratum's part in the answers beside its part in the frame.
     *
     * @param stratum its counts
     * @param frameShare N_h/N
     * @param respondentShare n_h/n; NaN without any answer
     * @param difference respondent share less frame share
     * @param standardError of the difference if everybody were as likely to answer: √(W(1 − W)/n·(N − n)/(N − 1))
     * @param partialIndicator √(N_h/N)·(ρ_h − ρ): below 0 for a stratum that is missing, its share of S
     */
    public record StratumBias(
            StratumCount stratum,
            double frameShare,
            double respondentShare,
            double difference,
            double standardError,
            double partialIndicator) {}

    /**
     * Compares respondents with the frame.
     *
     * @throws IllegalArgumentException without strata
     */
    public static NonResponse of(List<StratumCount> counts) {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("no strata: there is no frame to compare the answers with");
        }
        long responses = counts.stream().mapToLong(StratumCount::responses).sum();
        long population = counts.stream().mapToLong(StratumCount::population).sum();
        double rate = (double) responses / population;
        List<StratumBias> strata = new ArrayList<>();
        double apart = 0;
        double spread = 0;
        double chiSquare = 0;
        for (StratumCount count : counts) {
            StratumBias bias = compare(count, responses, population);
            strata.add(bias);
            apart += Math.abs(bias.difference()) / 2;
            double square = count.population() * Math.pow(count.rate() - rate, 2);
            spread += square;
            chiSquare += rate == 0 || rate == 1 ? 0 : square / (rate * (1 - rate));
        }
        double deviation = population == 1 ? 0 : Math.sqrt(spread / (population - 1));
        return new NonResponse(
                responses,
                population,
                rate,
                apart,
                1 - 2 * deviation,
                deviation / rate,
                chiSquare,
                counts.size() - 1,
                pValue(chiSquare, counts.size() - 1),
                strata);
    }

    private static StratumBias compare(StratumCount count, long responses, long population) {
        double frame = (double) count.population() / population;
        double answered = (double) count.responses() / responses;
        double correction = population == 1 ? 0 : (double) (population - responses) / (population - 1);
        double rate = (double) responses / population;
        return new StratumBias(
                count,
                frame,
                answered,
                answered - frame,
                Math.sqrt(frame * (1 - frame) / responses * correction),
                Math.sqrt(frame) * (count.rate() - rate));
    }

    private static double pValue(double chiSquare, int degreesOfFreedom) {
        return degreesOfFreedom == 0 || chiSquare == 0
                ? 1
                : Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, chiSquare / 2, 1e-15, 100_000);
    }
}
