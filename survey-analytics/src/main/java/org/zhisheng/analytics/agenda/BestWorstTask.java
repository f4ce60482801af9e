package org.zhisheng.analytics.agenda;

import java.util.List;

/**
 * One best–worst question.
 *
 * @param respondent who answered it, a row of the sample from 0
 * @param shown positions of the topics shown, at least two, none twice
 * @param best position of the topic picked as best, one of those shown
 * @param worst position of the topic picked as worst, one of those shown and not the best
 */
public record BestWorstTask(int respondent, List<Integer> shown, int best, int worst) {
    public BestWorstTask {
        shown = List.copyOf(shown);
        if (shown.stream().distinct().count() != shown.size()
                || best == worst
                || !shown.contains(best)
                || !shown.contains(worst)) {
            throw new IllegalArgumentException("respondent " + (respondent + 1) + ": best " + best + " and worst "
                    + worst + " must be two different topics of those shown, " + shown + ", none shown twice");
        }
    }
}
