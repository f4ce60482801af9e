package org.zhisheng.analytics.quality;

import java.util.List;

/** Shares of each answer, a blank included, among the respondents of all sites but one. */
final class PeerShares {
    private final long[][] counts;
    private long people;

    PeerShares(AnswerGrid grid, Sites sites, List<Integer> rows, int leftOut) {
        counts = new long[grid.items()][grid.largestCode() + 2];
        for (int row : rows) {
            if (sites.of(row) != leftOut) {
                people++;
                for (int item = 0; item < counts.length; item++) {
                    counts[item][Math.max(0, grid.code(item, row) + 1)]++;
                }
            }
        }
    }

    /** Chance that two people give the same vector if items were independent: Π over items of Σp². */
    double chanceOfTwins() {
        double chance = 1;
        for (long[] item : counts) {
            double same = 0;
            for (long count : item) {
                same += Math.pow((double) count / people, 2);
            }
            chance *= same;
        }
        return chance;
    }
}
