package org.zhisheng.analytics.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of respondents with identical answer vectors, blanks included. Few items make identical vectors ordinary: compare
 * with {@link IdenticalVectors} before suspecting anybody.
 *
 * @param groups row numbers from 0 of each group of two or more, groups in the order of their first row
 * @param judged rows with enough answers to be compared
 */
public record ExactDuplicates(List<List<Integer>> groups, int judged) {
    public ExactDuplicates {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Finds identical vectors in one pass.
     *
     * @param minimumAnswered rows with fewer answers are left out, since blanks alone make vectors alike
     */
    public static ExactDuplicates of(AnswerGrid grid, int minimumAnswered) {
        Map<Pattern, List<Integer>> rows = new LinkedHashMap<>();
        int judged = 0;
        for (int row = 0; row < grid.rows(); row++) {
            if (grid.answeredBy(row) >= minimumAnswered) {
                judged++;
                rows.computeIfAbsent(Pattern.of(grid, row), pattern -> new ArrayList<>())
                        .add(row);
            }
        }
        return new ExactDuplicates(
                rows.values().stream().filter(group -> group.size() > 1).toList(), judged);
    }

    /** Share of the judged rows that share their vector with another. */
    public double share() {
        return groups.stream().mapToInt(List::size).sum() / (double) judged;
    }
}
