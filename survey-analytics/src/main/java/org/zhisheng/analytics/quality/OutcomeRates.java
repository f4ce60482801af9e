package org.zhisheng.analytics.quality;

/**
 * Outcome rates of the AAPOR Standard Definitions (10th edition, 2023). RR counts complete (odd) or also partial (even)
 * interviews; 1–2 take every unknown case as eligible, 3–4 the share e of them, 5–6 none. A rate without cases below is
 * NaN. In a closed frame of known headcounts RR1, RR3 and RR5 are equal.
 *
 * @param eligibility e, the share of unknown cases taken as eligible, between 0 and 1
 * @param rr1 response rate 1, and so on
 * @param coop1 cooperation rate 1: complete interviews over eligible cases ever contacted; 2 counts partial ones; 3 and
 *     4 leave out those who could not take part
 * @param ref1 refusal rate 1: refusals over all cases; 2 and 3 as for response rates
 * @param con1 contact rate 1: eligible cases reached over all cases; 2 and 3 as for response rates
 */
public record OutcomeRates(
        double eligibility,
        double rr1,
        double rr2,
        double rr3,
        double rr4,
        double rr5,
        double rr6,
        double coop1,
        double coop2,
        double coop3,
        double coop4,
        double ref1,
        double ref2,
        double ref3,
        double con1,
        double con2,
        double con3) {
    /**
     * All rates of a survey.
     *
     * @param eligibility e, by {@link CaseCounts#proportionalEligibility} or from a source that the report names
     */
    public static OutcomeRates of(CaseCounts cases, double eligibility) {
        if (!(eligibility >= 0 && eligibility <= 1)) {
            throw new IllegalArgumentException(
                    "e is " + eligibility + ": a share of unknown cases lies between 0 and 1");
        }
        double everybody = cases.eligible() + cases.unknown();
        double estimated = cases.eligible() + eligibility * cases.unknown();
        double known = cases.eligible();
        double complete = cases.complete();
        double interviews = cases.interviews();
        double contacted = interviews + cases.refusal() + cases.other();
        double able = interviews + cases.refusal();
        double refusals = cases.refusal();
        return new OutcomeRates(
                eligibility,
                complete / everybody,
                interviews / everybody,
                complete / estimated,
                interviews / estimated,
                complete / known,
                interviews / known,
                complete / contacted,
                interviews / contacted,
                complete / able,
                interviews / able,
                refusals / everybody,
                refusals / estimated,
                refusals / known,
                contacted / everybody,
                contacted / estimated,
                contacted / known);
    }
}
