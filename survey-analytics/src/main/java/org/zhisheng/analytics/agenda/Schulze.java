package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.List;

/**
 * Schulze's beatpath ranking (Schulze 2011, Social Choice and Welfare 36, 267–303): a topic is better than another when
 * its strongest path of pairwise victories to the other is stronger than the way back.
 *
 * @param rankings each topic in the order given; its score is the number of topics it is better than
 * @param strongestPaths strength of the strongest path from row to column, 0 on the diagonal and without a path
 */
public record Schulze(List<Ranking> rankings, List<List<Double>> strongestPaths) {
    private static final double GRID = 1e-12;

    public Schulze {
        rankings = List.copyOf(rankings);
        strongestPaths = strongestPaths.stream().map(List::copyOf).toList();
    }

    /**
     * Ranks the topics. Strengths are compared to 1e-12 of the whole weight, so that the order in which ballots were
     * added decides nothing.
     */
    public static Schulze of(RankedBallots ballots, PathStrength strength) {
        double unit = GRID * Math.max(ballots.votingWeight(), Double.MIN_NORMAL);
        double[][] paths = widest(victories(ballots.preferences(), strength, unit));
        List<Ranking> rankings = new ArrayList<>();
        List<List<Double>> strengths = new ArrayList<>();
        for (int topic = 0; topic < paths.length; topic++) {
            int better = 0;
            int worse = 0;
            List<Double> row = new ArrayList<>();
            for (int other = 0; other < paths.length; other++) {
                better += paths[other][topic] > paths[topic][other] ? 1 : 0;
                worse += paths[other][topic] < paths[topic][other] ? 1 : 0;
                row.add(other == topic ? 0 : paths[topic][other] * unit);
            }
            rankings.add(new Ranking(ballots.topics().get(topic), worse, better + 1));
            strengths.add(row);
        }
        return new Schulze(rankings, strengths);
    }

    private static double[][] victories(double[][] above, PathStrength strength, double unit) {
        double[][] victories = new double[above.length][above.length];
        for (int i = 0; i < above.length; i++) {
            for (int j = 0; j < above.length; j++) {
                double forward = Math.rint(above[i][j] / unit);
                double back = Math.rint(above[j][i] / unit);
                if (forward > back) {
                    victories[i][j] = strength == PathStrength.MARGINS ? forward - back : forward;
                }
            }
        }
        return victories;
    }

    private static double[][] widest(double[][] paths) {
        for (int through = 0; through < paths.length; through++) {
            for (int from = 0; from < paths.length; from++) {
                for (int to = 0; to < paths.length; to++) {
                    if (from != to && from != through && to != through) {
                        paths[from][to] = Math.max(paths[from][to], Math.min(paths[from][through], paths[through][to]));
                    }
                }
            }
        }
        return paths;
    }
}
