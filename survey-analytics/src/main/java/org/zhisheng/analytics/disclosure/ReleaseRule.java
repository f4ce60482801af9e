package org.zhisheng.analytics.disclosure;

/**
 * The threshold under which nothing is shown.
 *
 * @param minimumGroup fewest respondents in a group, in the rest of its table, and in the base of a figure; at least 3
 */
public record ReleaseRule(int minimumGroup) {
    /** Lowest threshold that may be asked for: with two, each of a pair knows the other's answer. */
    private static final int LOWEST = 3;

    public ReleaseRule {
        if (minimumGroup < LOWEST) {
            throw new IllegalArgumentException(
                    "minimum group " + minimumGroup + ": a release shows no group under " + LOWEST + " respondents");
        }
    }
}
