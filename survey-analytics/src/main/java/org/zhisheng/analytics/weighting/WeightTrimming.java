package org.zhisheng.analytics.weighting;

/** Weights cut to a range, what is cut being shared equally among the weights inside it, so that the sum stays. */
public final class WeightTrimming {
    private static final int MAX_ROUNDS = 1000;

    private WeightTrimming() {}

    /**
     * Trims.
     *
     * @param weights weight of a respondent in each cell
     * @param frequency respondents in each cell
     * @param lower least weight, or negative infinity
     * @param upper greatest weight, or infinity
     * @param strict whether to repeat until the sharing itself pushes no weight out of the range
     * @throws IllegalArgumentException if no weight lies inside the range
     */
    public static double[] trim(double[] weights, double[] frequency, double lower, double upper, boolean strict) {
        double[] trimmed = weights.clone();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (!trimOnce(trimmed, frequency, lower, upper) || !strict) {
                return trimmed;
            }
        }
        throw new IllegalArgumentException("trimming to [" + lower + ", " + upper
                + "] never settles: the mean weight lies too near a bound; widen the range");
    }

    private static boolean trimOnce(double[] weights, double[] frequency, double lower, double upper) {
        double cut = 0;
        double inside = 0;
        boolean[] outside = new boolean[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            outside[cell] = frequency[cell] > 0 && (weights[cell] < lower || weights[cell] > upper);
            inside += outside[cell] ? 0 : frequency[cell];
            double kept = outside[cell] ? Math.clamp(weights[cell], lower, upper) : weights[cell];
            cut += frequency[cell] * (weights[cell] - kept);
            weights[cell] = kept;
        }
        boolean any = false;
        for (boolean out : outside) {
            any |= out;
        }
        if (any && inside == 0) {
            throw new IllegalArgumentException("no weight lies within [" + lower + ", " + upper + "]");
        }
        for (int cell = 0; any && cell < weights.length; cell++) {
            weights[cell] += outside[cell] ? 0 : cut / inside;
        }
        return any;
    }
}
