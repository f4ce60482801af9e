package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.List;

/**
 * Choice sets and the coefficients that explain them.
 *
 * @param coefficients names of the attributes
 * @param respondents rows of the sample, whether they chose or not
 * @param sets the choices
 */
public record Choices(List<String> coefficients, int respondents, List<ChoiceSet> sets) {
    public Choices {
        coefficients = List.copyOf(coefficients);
        sets = List.copyOf(sets);
        for (ChoiceSet set : sets) {
            if (set.respondent() < 0 || set.respondent() >= respondents) {
                throw new IllegalArgumentException(
                        "a choice names respondent " + (set.respondent() + 1) + " of " + respondents);
            }
        }
    }

    /**
     * Rankings taken apart into choices (exploded logit): the first among all topics, the second among the others, and so
     * on; topics left out remain alternatives to the end. The ballots' weights do not enter.
     *
     * @param reference the topic whose utility is 0; the others get one coefficient each
     * @throws IllegalArgumentException naming topics that the ballots do not compare with the rest both ways
     */
    public static Choices ofRankings(RankedBallots ballots, int reference) {
        TopicSets sets = new TopicSets(ballots.topics(), reference);
        for (int ballot = 0; ballot < ballots.count(); ballot++) {
            List<Integer> left = new ArrayList<>();
            for (int topic = 0; topic < ballots.topics().size(); topic++) {
                left.add(topic);
            }
            for (int topic : ballots.order(ballot)) {
                sets.addChoice(ballot, left, topic, 1);
                left.remove(Integer.valueOf(topic));
            }
        }
        return sets.choices(ballots.count());
    }

    /**
     * Best–worst answers as choices.
     *
     * @param reference the topic whose utility is 0; the others get one coefficient each
     * @throws IllegalArgumentException naming topics that the answers do not compare with the rest both ways
     */
    public static Choices ofBestWorst(BestWorstTasks tasks, int reference, BestWorstModel model) {
        TopicSets sets = new TopicSets(tasks.topics(), reference);
        for (BestWorstTask task : tasks.tasks()) {
            if (model == BestWorstModel.PAIR) {
                sets.addPair(task);
            } else {
                sets.addChoice(task.respondent(), task.shown(), task.best(), 1);
                List<Integer> left = new ArrayList<>(task.shown());
                left.remove(Integer.valueOf(task.best()));
                sets.addChoice(task.respondent(), left, task.worst(), -1);
            }
        }
        return sets.choices(tasks.respondents());
    }
}
