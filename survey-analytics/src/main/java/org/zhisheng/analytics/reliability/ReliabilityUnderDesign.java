package org.zhisheng.analytics.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.InfluenceCovariance;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Alpha and omega of the population that a design represents: weighted by it, over respondents who answered every item,
 * with Taylor-linearised errors and Wald intervals, t on the domain's degrees of freedom.
 */
public final class ReliabilityUnderDesign {
    private ReliabilityUnderDesign() {}

    /**
     * Cronbach's alpha.
     *
     * @param scores one row for each row of the design; their own weights are replaced by the design's
     * @throws IllegalArgumentException naming an item without variance or a stratum with a single sampling unit
     */
    public static Estimate alpha(ItemScores scores, Design design, Domain domain, double level) {
        ItemScores weighted = within(scores, design, domain);
        double value =
                CronbachAlpha.of(weighted, MissingItems.LISTWISE, level).raw().value();
        return estimate("alpha", value, CronbachAlpha.influence(weighted), weighted, design, level);
    }

    /**
     * One-factor omega by minimum residuals.
     *
     * @param scores one row for each row of the design; their own weights are replaced by the design's
     * @throws IllegalArgumentException as {@link OneFactorOmega#of}, or naming a stratum with a single sampling unit
     */
    public static Estimate omega(ItemScores scores, Design design, Domain domain, double level) {
        ItemScores weighted = within(scores, design, domain);
        double value = OneFactorOmega.of(weighted, MissingItems.LISTWISE, level)
                .omega()
                .value();
        return estimate("omega", value, OneFactorOmega.influence(weighted), weighted, design, level);
    }

    private static ItemScores within(ItemScores scores, Design design, Domain domain) {
        double[] weights = design.weights();
        for (int row = 0; row < weights.length; row++) {
            weights[row] = domain.contains(row) ? weights[row] : 0;
        }
        return scores.weightedBy(weights);
    }

    private static Estimate estimate(
            String statistic, double value, double[] influence, ItemScores scores, Design design, double level) {
        int[] rows = scores.rowsWith(scores.itemCount());
        boolean[] counted = new boolean[scores.respondents()];
        Arrays.stream(rows).forEach(row -> counted[row] = true);
        Domain base = Domain.where("complete", counted.length, row -> counted[row]);
        double variance = InfluenceCovariance.of(design, new double[][] {influence}, base)[0][0];
        double freedom = new Estimator(design).degreesOfFreedom(base);
        double half = Distributions.tQuantile((1 + level) / 2, freedom) * Math.sqrt(variance);
        List<String> conventions = new ArrayList<>(design.conventions());
        conventions.add(MissingItems.LISTWISE.convention() + "; the others are outside the domain");
        return new Estimate(
                statistic,
                value,
                Math.sqrt(variance),
                Double.isNaN(half) ? null : new Interval(value - half, value + half, level, "wald"),
                freedom,
                rows.length,
                Double.NaN,
                "weighted " + statistic + ", Taylor linearisation",
                conventions);
    }
}
