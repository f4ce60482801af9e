package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.Variable;

/**
 * All best–worst questions of a survey.
 *
 * @param topics names by position
 * @param respondents rows of the sample, whether they answered or not
 * @param tasks the questions answered
 */
public record BestWorstTasks(List<String> topics, int respondents, List<BestWorstTask> tasks) {
    public BestWorstTasks {
        topics = List.copyOf(topics);
        tasks = List.copyOf(tasks);
        for (BestWorstTask task : tasks) {
            if (task.respondent() < 0 || task.respondent() >= respondents) {
                throw new IllegalArgumentException(
                        "a task names respondent " + (task.respondent() + 1) + " of " + respondents);
            }
            for (int topic : task.shown()) {
                if (topic < 0 || topic >= topics.size()) {
                    throw new IllegalArgumentException("respondent " + (task.respondent() + 1) + " was shown topic "
                            + topic + ", there are only " + topics.size());
                }
            }
        }
    }

    /** How often each respondent saw a topic: the denominator of its score under the survey's design. */
    public double[] shownCounts(int topic) {
        double[] counts = new double[respondents];
        for (BestWorstTask task : tasks) {
            counts[task.respondent()] += task.shown().contains(topic) ? 1 : 0;
        }
        return counts;
    }

    /** How often each respondent picked a topic as best less as worst: the numerator of its score. */
    public double[] netCounts(int topic) {
        double[] counts = new double[respondents];
        for (BestWorstTask task : tasks) {
            counts[task.respondent()] += (task.best() == topic ? 1 : 0) - (task.worst() == topic ? 1 : 0);
        }
        return counts;
    }

    /**
     * Each topic's best–worst score under a design: weighted best less worst over times shown, between −1 and 1.
     *
     * @param estimator its design has one row for each respondent
     * @param rule Wald interval or none, since the score is no proportion
     */
    public List<RankedEstimate> scores(Estimator estimator, EstimateRule rule) {
        List<Estimate> scores = new ArrayList<>();
        for (int topic = 0; topic < topics.size(); topic++) {
            Variable net = Variable.ofRows(topics.get(topic), netCounts(topic));
            Variable shown = Variable.ofRows(topics.get(topic) + " shown", shownCounts(topic));
            scores.add(estimator.ratio(net, shown, Domain.all(), rule));
        }
        return RankedEstimate.of(topics, scores);
    }
}
