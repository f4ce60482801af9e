package org.zhisheng.analytics.planning;

/**
 * The coverage grade of one unit and what led to it. Thresholds are compared in whole numbers, so that a rate of exactly
 * 80 % is never lost to rounding.
 *
 * @param grade the grade
 * @param responses n, valid answers
 * @param population N, headcount
 * @param neededForA n(5 %), answers for a half-width of 5 points at 95 %
 * @param neededForB n(10 %)
 * @param reason one sentence on the rule that decided
 */
public record CoverageRating(
        CoverageGrade grade, long responses, long population, long neededForA, long neededForB, String reason) {
    private static final long FEWEST = 10;

    /**
     * Grades a unit.
     *
     * @param unit name for errors
     * @param responses valid answers, at least 0
     * @param population headcount, at least 1
     * @throws IllegalArgumentException naming the unit when there are more answers than people, or no people
     */
    public static CoverageRating of(String unit, long responses, long population, FieldingMode mode) {
        if (population < 1 || responses < 0) {
            throw new IllegalArgumentException(
                    "unit " + unit + ": " + responses + " answers of " + population + " people have no rate");
        }
        if (responses > population) {
            throw new IllegalArgumentException("unit " + unit + " has " + responses + " answers from " + population
                    + " people: correct its headcount before it can have a rate");
        }
        long forA = needed(5, population);
        long forB = needed(10, population);
        boolean enoughForBand = atLeast(responses, population, 30);
        if (responses < FEWEST || !atLeast(responses, population, 15)) {
            return new CoverageRating(
                    CoverageGrade.NONE, responses, population, forA, forB, "fewer than 10 answers or under 15 %");
        }
        if (!enoughForBand) {
            return new CoverageRating(CoverageGrade.C, responses, population, forA, forB, "under 30 % answered");
        }
        return graded(responses, population, forA, forB, mode);
    }

    private static CoverageRating graded(long responses, long population, long forA, long forB, FieldingMode mode) {
        boolean a = responses >= forA || atLeast(responses, population, 80);
        boolean b = a || responses >= forB || atLeast(responses, population, 60);
        if (a && mode == FieldingMode.TICKETS) {
            return new CoverageRating(
                    CoverageGrade.A, responses, population, forA, forB, "n(5 %) reached or 80 % answered");
        }
        if (b) {
            String reason = a ? "a poster cannot earn more than B" : "n(10 %) reached or 60 % answered";
            return new CoverageRating(CoverageGrade.B, responses, population, forA, forB, reason);
        }
        return new CoverageRating(
                CoverageGrade.C, responses, population, forA, forB, "neither n(10 %) reached nor 60 % answered");
    }

    /** Answers over headcount, between 0 and 1. */
    public double rate() {
        return (double) responses / population;
    }

    /**
     * n = ⌈n₀/(1 + (n₀ − 1)/N)⌉ with n₀ = 1.96²·0.25/e² for a half-width of {@code percent} points, in whole numbers:
     * n₀ = 9604/percent².
     */
    static long needed(long percent, long population) {
        long square = percent * percent;
        long numerator = Math.multiplyExact(9604L, population);
        long denominator = square * population + 9604L - square;
        return Math.ceilDiv(numerator, denominator);
    }

    private static boolean atLeast(long responses, long population, long percent) {
        return 100 * responses >= percent * population;
    }
}
