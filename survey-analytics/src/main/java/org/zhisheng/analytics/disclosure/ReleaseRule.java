package org.zhisheng.analytics.disclosure;

/**
 * The thresholds of a release. All of them follow from the smallest group: subgroups are shown from three times its size
 * on, everything from ten times, so that 10 gives 10, 30 and 100.
 *
 * @param minimumGroup k, the fewest respondents in a group, in the rest of its table, and in the base of a figure; at
 *     least 3. It counts people in a group, not people who gave one answer
 */
public record ReleaseRule(int minimumGroup) {
    /** A minority of so few is printed as a bound: whoever is one of two knows nearly everything about the other. */
    public static final int UNANIMITY = 2;

    /** An answer of a small group must stay uncertain by so many people, where so many could have given it at all. */
    public static final int REQUIRED_WIDTH = 3;

    /** Lowest threshold that may be asked for: with two, each of a pair knows the other's answer. */
    private static final int LOWEST = 3;

    private static final int SUBGROUPS = 3;
    private static final int EVERYTHING = 10;

    public ReleaseRule {
        if (minimumGroup < LOWEST) {
            throw new IllegalArgumentException(
                    "minimum group " + minimumGroup + ": a release shows no group under " + LOWEST + " respondents");
        }
    }

    /** What a unit of so many respondents may show. */
    public Detail detail(int respondents) {
        if (respondents < minimumGroup) {
            return Detail.COUNT_ONLY;
        }
        if (respondents < SUBGROUPS * minimumGroup) {
            return Detail.TWO_WAY;
        }
        return respondents < EVERYTHING * minimumGroup ? Detail.THREE_WAY : Detail.EVERYTHING;
    }

    /** Whether a group is so small that what is known of it is known of persons. */
    boolean small(int respondents) {
        return respondents > 0 && respondents < minimumGroup;
    }

    /** Whether a minority is too small to be printed: {@code hits} of {@code base}, or the others. */
    static boolean unanimous(long hits, long base) {
        return base > 0 && Math.min(hits, base - hits) <= UNANIMITY;
    }
}
