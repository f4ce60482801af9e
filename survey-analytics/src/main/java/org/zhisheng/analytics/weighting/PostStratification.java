package org.zhisheng.analytics.weighting;

/**
 * Post-stratification: within each level of one margin, weights are multiplied to sum to its population count.
 *
 * <p>Influence values become deviations from their level's mean, the mean being weighted by the weights <em>before</em>
 * adjustment.
 */
public final class PostStratification implements WeightAdjustment {
    private final Margin margin;
    private final double[] oldWeights;
    private final double[] weights;

    private PostStratification(Margin margin, double[] oldWeights, double[] weights) {
        this.margin = margin;
        this.oldWeights = oldWeights;
        this.weights = weights;
    }

    /**
     * Post-stratifies.
     *
     * @param margin population counts of the post-strata
     * @param weights weight of a respondent in each cell before adjustment
     * @param frequency respondents in each cell
     * @throws IllegalArgumentException naming the level that has respondents or a count but not both
     */
    public static PostStratification of(Margin margin, double[] weights, double[] frequency) {
        margin.requireUsable(weights, frequency);
        double[] sums = margin.sums(weights, frequency);
        double[] adjusted = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            int level = Math.max(0, margin.grouping().code(cell));
            adjusted[cell] =
                    sums[level] == 0 ? 0 : weights[cell] * margin.population().get(level) / sums[level];
        }
        return new PostStratification(margin, weights.clone(), adjusted);
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public void removeExplained(double[] influence, int width, double[] frequency) {
        double[] sums = new double[margin.levels()];
        double[] bases = new double[margin.levels()];
        for (int i = 0; i < influence.length; i++) {
            int cell = i / width;
            int level = margin.grouping().code(cell);
            if (frequency[i] > 0 && weights[cell] != 0) {
                sums[level] += frequency[i] * oldWeights[cell] * influence[i] / weights[cell];
                bases[level] += frequency[i] * oldWeights[cell];
            }
        }
        for (int i = 0; i < influence.length; i++) {
            int cell = i / width;
            if (frequency[i] > 0 && weights[cell] != 0) {
                int level = margin.grouping().code(cell);
                influence[i] -= weights[cell] * sums[level] / bases[level];
            }
        }
    }

    @Override
    public String convention() {
        return "post-stratified on " + margin.name() + ": residuals from level means under the old weights";
    }
}
