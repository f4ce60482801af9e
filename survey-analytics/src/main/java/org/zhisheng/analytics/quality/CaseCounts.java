package org.zhisheng.analytics.quality;

/**
 * Final dispositions of a survey in the groups of the AAPOR Standard Definitions.
 *
 * @param complete I, complete interviews
 * @param partial P, partial interviews
 * @param refusal R, refusals and break-offs
 * @param nonContact NC
 * @param other O, other eligible cases without an interview
 * @param unknownHousehold UH, unknown whether a case exists
 * @param unknownOther UO, eligibility unknown for another reason
 */
public record CaseCounts(
        long complete,
        long partial,
        long refusal,
        long nonContact,
        long other,
        long unknownHousehold,
        long unknownOther) {
    public CaseCounts {
        require("complete", complete);
        require("partial", partial);
        require("refusal", refusal);
        require("non-contact", nonContact);
        require("other", other);
        require("unknown household", unknownHousehold);
        require("unknown other", unknownOther);
    }

    private static void require(String disposition, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("disposition " + disposition + " counts " + count + " cases");
        }
    }

    /** A frame of known headcounts: whoever did not answer is a non-contact, and nobody's eligibility is unknown. */
    public static CaseCounts closedFrame(long headcount, long complete, long partial) {
        return new CaseCounts(complete, partial, 0, headcount - complete - partial, 0, 0, 0);
    }

    long interviews() {
        return complete + partial;
    }

    /** Cases known to be eligible. */
    public long eligible() {
        return interviews() + refusal + nonContact + other;
    }

    /** Cases of unknown eligibility. */
    public long unknown() {
        return unknownHousehold + unknownOther;
    }

    /**
     * e by proportional allocation (CASRO): eligible over all cases whose eligibility is known.
     *
     * @param ineligible cases known not to be eligible
     */
    public double proportionalEligibility(long ineligible) {
        require("ineligible", ineligible);
        if (eligible() + ineligible == 0) {
            throw new IllegalArgumentException("no case of known eligibility: e cannot be estimated, give it yourself");
        }
        return (double) eligible() / (eligible() + ineligible);
    }
}
