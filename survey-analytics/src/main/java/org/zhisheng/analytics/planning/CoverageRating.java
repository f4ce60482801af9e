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
    /**
     * Grades a unit.
     *
     * @param unit name for errors
     * @param responses valid answers, at least 0
     * @param population headcount, at least 1
     * @throws IllegalArgumentException naming the unit when there are more answers than people, or no people
     */
    public static CoverageRating of(String unit, long responses, long population, FieldingMode mode) {
        return of(unit, responses, population, mode, CoverageThresholds.DEFAULT);
    }

    /** Grades a unit by other thresholds, as {@link #of(String, long, long, FieldingMode)} does by the default ones. */
    public static CoverageRating of(
            String unit, long responses, long population, FieldingMode mode, CoverageThresholds rule) {
        if (population < 1 || responses < 0) {
            throw new IllegalArgumentException(
                    "unit " + unit + ": " + responses + " answers of " + population + " people have no rate");
        }
        if (responses > population) {
            throw new IllegalArgumentException("unit " + unit + " has " + responses + " answers from " + population
                    + " people: correct its headcount before it can have a rate");
        }
        long forA = needed(rule.halfWidthA(), population);
        long forB = needed(rule.halfWidthB(), population);
        Decision decision = decide(responses, population, forA, forB, mode, rule);
        return new CoverageRating(decision.grade(), responses, population, forA, forB, decision.reason());
    }

    private record Decision(CoverageGrade grade, String reason) {}

    private static Decision decide(
            long responses, long population, long forA, long forB, FieldingMode mode, CoverageThresholds rule) {
        if (responses < rule.fewest() || !atLeast(responses, population, rule.rateForNumber())) {
            return new Decision(
                    CoverageGrade.NONE,
                    "fewer than " + rule.fewest() + " answers or under " + rule.rateForNumber() + " %");
        }
        if (!atLeast(responses, population, rule.rateForBand())) {
            return new Decision(CoverageGrade.C, "under " + rule.rateForBand() + " % answered");
        }
        boolean a = responses >= forA || atLeast(responses, population, rule.rateA());
        boolean b = a || responses >= forB || atLeast(responses, population, rule.rateB());
        String reachedB = "n(" + rule.halfWidthB() + " %) reached or " + rule.rateB() + " % answered";
        if (a && mode == FieldingMode.TICKETS) {
            return new Decision(
                    CoverageGrade.A, "n(" + rule.halfWidthA() + " %) reached or " + rule.rateA() + " % answered");
        }
        if (b) {
            return new Decision(CoverageGrade.B, a ? "a poster cannot earn more than B" : reachedB);
        }
        return new Decision(
                CoverageGrade.C, "neither n(" + rule.halfWidthB() + " %) reached nor " + rule.rateB() + " % answered");
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
