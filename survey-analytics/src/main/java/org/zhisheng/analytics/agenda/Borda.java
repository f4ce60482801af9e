package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.Variable;

/**
 * Borda's count: with m topics a ballot gives m − 1 points to its first, m − 2 to its second, and so on.
 */
public final class Borda {
    private Borda() {}

    /**
     * Topics by the weighted sum of their points, in the order given.
     *
     * @param unranked what topics left out receive
     */
    public static List<Ranking> rank(RankedBallots ballots, UnrankedPoints unranked) {
        double[] totals = new double[ballots.topics().size()];
        for (int ballot = 0; ballot < ballots.count(); ballot++) {
            for (int topic = 0; topic < totals.length; topic++) {
                double points = points(ballots, ballot, topic, unranked);
                totals[topic] += Double.isNaN(points) ? 0 : ballots.weight(ballot) * points;
            }
        }
        return Ranks.byScore(ballots.topics(), totals);
    }

    /**
     * The points that each ballot gives a topic, NaN for abstentions: a variable whose mean under the survey's design is
     * the topic's mean score.
     */
    public static double[] points(RankedBallots ballots, int topic, UnrankedPoints unranked) {
        double[] points = new double[ballots.count()];
        Arrays.setAll(points, ballot -> points(ballots, ballot, topic, unranked));
        return points;
    }

    /**
     * Mean points of each topic under a design, abstentions outside the base; the design has one row for each ballot
     * and its weights stand in for the ballots' own.
     */
    public static List<RankedEstimate> means(
            RankedBallots ballots, UnrankedPoints unranked, Estimator estimator, EstimateRule rule) {
        List<Estimate> means = new ArrayList<>();
        for (int topic = 0; topic < ballots.topics().size(); topic++) {
            Variable points = Variable.ofRows(ballots.topics().get(topic), points(ballots, topic, unranked));
            means.add(estimator.mean(points, Domain.all(), rule));
        }
        return RankedEstimate.of(ballots.topics(), means);
    }

    private static double points(RankedBallots ballots, int ballot, int topic, UnrankedPoints unranked) {
        int[] order = ballots.order(ballot);
        int topics = ballots.topics().size();
        if (order.length == 0) {
            return Double.NaN;
        }
        for (int place = 0; place < order.length; place++) {
            if (order[place] == topic) {
                return topics - 1.0 - place;
            }
        }
        return unranked == UnrankedPoints.ZERO ? 0 : (topics - order.length - 1) / 2.0;
    }
}
