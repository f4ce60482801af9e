package org.zhisheng.analytics.agenda;

import java.util.Arrays;
import java.util.List;

/**
 * Ballots that put some topics in order, best first; what a ballot leaves out stands below what it names, in no order. An
 * empty ballot abstains.
 */
public final class RankedBallots {
    private final List<String> topics;
    private final int[][] orders;
    private final double[] weights;

    private RankedBallots(List<String> topics, int[][] orders, double[] weights) {
        this.topics = topics;
        this.orders = orders;
        this.weights = weights;
    }

    /**
     * Ballots with weights.
     *
     * @param topics names, at least two
     * @param orders for each ballot the positions of topics in {@code topics}, best first, none twice
     * @param weights one for each ballot, positive and finite
     * @throws IllegalArgumentException naming a ballot that lists an unknown topic or one twice
     */
    public static RankedBallots of(List<String> topics, int[][] orders, double[] weights) {
        if (topics.size() < 2 || orders.length != weights.length) {
            throw new IllegalArgumentException("a ranking needs two topics and one weight for each ballot: got "
                    + topics.size() + " topics, " + orders.length + " ballots, " + weights.length + " weights");
        }
        int[][] copy = new int[orders.length][];
        for (int ballot = 0; ballot < orders.length; ballot++) {
            copy[ballot] = requireOrder(topics, orders[ballot], ballot);
            if (!(weights[ballot] > 0) || Double.isInfinite(weights[ballot])) {
                throw new IllegalArgumentException("weight of ballot " + (ballot + 1) + " is " + weights[ballot]
                        + ": weights are positive and finite");
            }
        }
        return new RankedBallots(List.copyOf(topics), copy, weights.clone());
    }

    /** Ballots that all weigh 1. */
    public static RankedBallots of(List<String> topics, int[][] orders) {
        double[] ones = new double[orders.length];
        Arrays.fill(ones, 1);
        return of(topics, orders, ones);
    }

    private static int[] requireOrder(List<String> topics, int[] order, int ballot) {
        boolean[] named = new boolean[topics.size()];
        for (int topic : order) {
            if (topic < 0 || topic >= named.length) {
                throw new IllegalArgumentException(
                        "ballot " + (ballot + 1) + " names topic " + topic + ", there are only " + named.length);
            }
            if (named[topic]) {
                throw new IllegalArgumentException("ballot " + (ballot + 1) + " names " + topics.get(topic) + " twice");
            }
            named[topic] = true;
        }
        return order.clone();
    }

    /** The topics' names. */
    public List<String> topics() {
        return topics;
    }

    /** Number of ballots, abstentions included. */
    public int count() {
        return orders.length;
    }

    int[] order(int ballot) {
        return orders[ballot];
    }

    double weight(int ballot) {
        return weights[ballot];
    }

    /** Each ballot's weight; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Weight of the ballots that name a topic at all. */
    double votingWeight() {
        double sum = 0;
        for (int ballot = 0; ballot < orders.length; ballot++) {
            sum += orders[ballot].length > 0 ? weights[ballot] : 0;
        }
        return sum;
    }

    /** Weight of the ballots that put the first topic above the second. */
    double[][] preferences() {
        double[][] above = new double[topics.size()][topics.size()];
        for (int ballot = 0; ballot < orders.length; ballot++) {
            boolean[] below = new boolean[topics.size()];
            Arrays.fill(below, true);
            for (int topic : orders[ballot]) {
                below[topic] = false;
                for (int other = 0; other < below.length; other++) {
                    above[topic][other] += below[other] ? weights[ballot] : 0;
                }
            }
        }
        return above;
    }
}
