package org.zhisheng.analytics.weighting;

/**
 * Weights cut to a range, what is cut being shared equally among the weights inside it, so that the sum stays.
 *
 * <p>Trimming explains nothing: the variance is that of an estimate with the trimmed weights as they are. After an
 * adjustment the residuals of that adjustment stay in force, as in R's survey package.
 */
public final class WeightTrimming implements WeightAdjustment {
    private static final int MAX_ROUNDS = 1000;

    private final double[] weights;
    private final double lower;
    private final double upper;

    private WeightTrimming(double[] weights, double lower, double upper) {
        this.weights = weights;
        this.lower = lower;
        this.upper = upper;
    }

    /** Trims the weights of a design; parameters as for {@link #trim}. */
    public static WeightTrimming of(double[] weights, double[] frequency, double lower, double upper, boolean strict) {
        return new WeightTrimming(trim(weights, frequency, lower, upper, strict), lower, upper);
    }

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
        boolean any = false;
        boolean[] outside = new boolean[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            outside[cell] = frequency[cell] > 0 && (weights[cell] < lower || weights[cell] > upper);
            any |= outside[cell];
            inside += outside[cell] ? 0 : frequency[cell];
            double kept = outside[cell] ? Math.clamp(weights[cell], lower, upper) : weights[cell];
            cut += frequency[cell] * (weights[cell] - kept);
            weights[cell] = kept;
        }
        if (any && inside == 0) {
            throw new IllegalArgumentException("no weight lies within [" + lower + ", " + upper + "]");
        }
        for (int cell = 0; any && cell < weights.length; cell++) {
            weights[cell] += outside[cell] ? 0 : cut / inside;
        }
        return any;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public void removeExplained(double[] influence, int width, double[] frequency) {
        // Nothing about the variable is known from having cut a weight.
    }

    @Override
    public String convention() {
        return "weights trimmed to [" + lower + ", " + upper + "], the excess shared equally";
    }
}
