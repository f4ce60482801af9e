package org.zhisheng.analytics.reliability;

import java.util.Arrays;

/** The composite of a scale: each respondent's mean over the items he or she answered. */
public final class PersonMeans {
    private final double[] means;
    private final int minimum;

    private PersonMeans(double[] means, int minimum) {
        this.means = means;
        this.minimum = minimum;
    }

    /**
     * Means over answered items. The mean of persons differs from the mean of item means when blanks are unequal.
     *
     * @param minimumAnswered fewest answers that make a composite, from 1 to the number of items
     */
    public static PersonMeans of(ItemScores scores, int minimumAnswered) {
        if (minimumAnswered < 1 || minimumAnswered > scores.itemCount()) {
            throw new IllegalArgumentException("a minimum of " + minimumAnswered + " answered items: scale "
                    + scores.names() + " allows 1 to " + scores.itemCount());
        }
        double[] means = new double[scores.respondents()];
        for (int row = 0; row < means.length; row++) {
            means[row] = scores.answeredBy(row) < minimumAnswered ? Double.NaN : mean(scores, row);
        }
        return new PersonMeans(means, minimumAnswered);
    }

    private static double mean(ItemScores scores, int row) {
        double sum = 0;
        for (int item = 0; item < scores.itemCount(); item++) {
            double score = scores.score(item, row);
            sum += Double.isNaN(score) ? 0 : score;
        }
        return sum / scores.answeredBy(row);
    }

    /** One composite for each respondent, NaN where too few items were answered; a copy. */
    public double[] values() {
        return means.clone();
    }

    /** Number of respondents with a composite. */
    public int valid() {
        return (int) Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).count();
    }

    /** The rule that was applied, for the conventions of an estimate. */
    public String convention() {
        return "mean of answered items, at least " + minimum + " answered";
    }
}
