package org.zhisheng.analytics.reliability;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * McDonald's omega from one factor fitted to the correlations by minimum residuals (minres, the default of
 * {@code psych::fa}). The factor is iterated to rounding error, where psych's optimiser stops near 1e-5.
 */
public final class OneFactorOmega {
    private OneFactorOmega() {}

    /**
     * Omega of a scale of at least three items.
     *
     * <p>Unweighted complete answers get an error by the infinitesimal jackknife (no normality assumed) and a Wald
     * interval, clipped at 1; under pairwise deletion or weights there is none ({@link #influence} serves the design).
     *
     * @throws IllegalArgumentException on two items, an item without variance, or a Heywood case, named
     */
    public static OmegaReport of(ItemScores scores, MissingItems missing, double level) {
        if (scores.itemCount() < 3) {
            throw new IllegalArgumentException("scale " + scores.names() + ": two items do not identify a factor");
        }
        ItemScores base = CronbachAlpha.base(scores, missing);
        double[][] r = Covariances.pairCorrelations(base);
        double[] loadings = MinimumResiduals.loadings(r, base.names());
        List<FactorLoading> items = new ArrayList<>();
        for (int item = 0; item < loadings.length; item++) {
            items.add(new FactorLoading(base.names().get(item), loadings[item], 1 - loadings[item] * loadings[item]));
        }
        return new OmegaReport(
                estimate(base, loadings, missing, level), observed(r, loadings), items, residual(r, loadings));
    }

    /**
     * Linearised values of weighted omega over complete answers: the design's variance of their sum is omega's variance.
     *
     * @return one value for each row, its weight included; 0 for rows with a blank
     */
    public static double[] influence(ItemScores scores) {
        return OmegaInfluence.of(scores, scores.rowsWith(scores.itemCount()));
    }

    static double omega(double[] loadings) {
        double sum = 0;
        double unique = 0;
        for (double loading : loadings) {
            sum += loading;
            unique += 1 - loading * loading;
        }
        return sum * sum / (sum * sum + unique);
    }

    private static Estimate estimate(ItemScores base, double[] loadings, MissingItems missing, double level) {
        double value = omega(loadings);
        boolean withError = !base.weighted() && base.rowsWith(base.itemCount()).length == base.respondents();
        double error = withError ? jackknifeError(influence(base)) : Double.NaN;
        return new Estimate(
                "omega",
                value,
                error,
                withError ? wald(value, error, level) : null,
                Double.POSITIVE_INFINITY,
                base.respondents(),
                Double.NaN,
                "McDonald's omega, one factor by minimum residuals on " + (base.weighted() ? "weighted " : "")
                        + "correlations",
                List.of(
                        missing.convention(),
                        "model-implied variance of the standardised total below",
                        withError
                                ? "error by the infinitesimal jackknife"
                                : "no error without the design or with blanks"));
    }

    private static double jackknifeError(double[] influence) {
        double squares = 0;
        for (double value : influence) {
            squares += value * value;
        }
        return Math.sqrt(squares * influence.length / (influence.length - 1.0));
    }

    private static Interval wald(double value, double error, double level) {
        double half = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2) * error;
        return new Interval(value - half, Math.min(1, value + half), level, "wald");
    }

    private static double observed(double[][] r, double[] loadings) {
        double unique = 0;
        double total = 0;
        for (int item = 0; item < r.length; item++) {
            unique += 1 - loadings[item] * loadings[item];
            for (double value : r[item]) {
                total += value;
            }
        }
        return 1 - unique / total;
    }

    private static double residual(double[][] r, double[] loadings) {
        double squares = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < i; j++) {
                squares += Math.pow(r[i][j] - loadings[i] * loadings[j], 2);
            }
        }
        return Math.sqrt(squares / (r.length * (r.length - 1.0) / 2));
    }
}
