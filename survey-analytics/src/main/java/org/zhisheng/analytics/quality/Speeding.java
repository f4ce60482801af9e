package org.zhisheng.analytics.quality;

import java.util.Arrays;

/** Answers given too fast to have been read, relative to the median time of the same questionnaire. */
public final class Speeding {
    private final double[] relative;
    private final double median;
    private final double threshold;

    private Speeding(double[] relative, double median, double threshold) {
        this.relative = relative;
        this.median = median;
        this.threshold = threshold;
    }

    /**
     * Times beside their median.
     *
     * @param seconds time each respondent took, NaN where none was measured, otherwise not negative
     * @param threshold share of the median below which an answer is too fast, between 0 and 1, for example 0.3
     * @throws IllegalArgumentException naming a row with a negative time, or when no time was measured
     */
    public static Speeding of(double[] seconds, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "a threshold of " + threshold + ": a share of the median lies between 0 and 1");
        }
        for (int row = 0; row < seconds.length; row++) {
            if (seconds[row] < 0) {
                throw new IllegalArgumentException("row " + (row + 1) + " took " + seconds[row] + " seconds");
            }
        }
        double[] sorted = Arrays.stream(seconds)
                .filter(time -> !Double.isNaN(time))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no times were measured: speeding cannot be judged");
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        if (median == 0) {
            throw new IllegalArgumentException(
                    "the median time is 0: times were not measured, or in too coarse a unit");
        }
        return new Speeding(Arrays.stream(seconds).map(time -> time / median).toArray(), median, threshold);
    }

    /** The median of the measured times, in seconds. */
    public double median() {
        return median;
    }

    /** The row's time over the median; NaN without a time. */
    public double relative(int row) {
        return relative[row];
    }

    /** Whether the row is faster than the threshold; false without a time. */
    public boolean tooFast(int row) {
        return relative[row] < threshold;
    }

    /** Number of measured times. */
    public int measured() {
        return (int) Arrays.stream(relative).filter(time -> !Double.isNaN(time)).count();
    }

    /** Share of the measured answers that were too fast. */
    public double share() {
        return Arrays.stream(relative).filter(time -> time < threshold).count() / (double) measured();
    }
}
