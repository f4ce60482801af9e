package org.zhisheng.analytics.reliability;

/**
 * Linearisation of one-factor omega through the correlations: the influence of a respondent with standardised answers
 * u on r is w(uᵢuⱼ − r(uᵢ² + uⱼ²)/2)/Σw, weighted by the slope of omega in r. Slopes are central differences of the
 * converged fit, good to about nine digits.
 */
final class OmegaInfluence {
    private static final double STEP = 1e-4;

    private OmegaInfluence() {}

    static double[] of(ItemScores scores, int[] rows) {
        ItemScores complete = scores.only(rows);
        double[][] r = Covariances.pairCorrelations(complete);
        double[][] slopes = slopes(r, complete);
        double[][] standardised = standardised(complete);
        double weight = 0;
        for (int row = 0; row < rows.length; row++) {
            weight += complete.weight(row);
        }
        double[] influence = new double[scores.respondents()];
        for (int row = 0; row < rows.length; row++) {
            influence[rows[row]] = complete.weight(row) / weight * contribution(standardised, row, r, slopes);
        }
        return influence;
    }

    private static double contribution(double[][] u, int row, double[][] r, double[][] slopes) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < i; j++) {
                double mid = (u[i][row] * u[i][row] + u[j][row] * u[j][row]) / 2;
                sum += slopes[i][j] * (u[i][row] * u[j][row] - r[i][j] * mid);
            }
        }
        return sum;
    }

    private static double[][] slopes(double[][] r, ItemScores scores) {
        double[][] slopes = new double[r.length][r.length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < i; j++) {
                slopes[i][j] =
                        (8 * difference(r, i, j, STEP, scores) - difference(r, i, j, 2 * STEP, scores)) / (12 * STEP);
            }
        }
        return slopes;
    }

    private static double difference(double[][] r, int i, int j, double step, ItemScores scores) {
        return shifted(r, i, j, step, scores) - shifted(r, i, j, -step, scores);
    }

    private static double shifted(double[][] r, int i, int j, double step, ItemScores scores) {
        double kept = r[i][j];
        r[i][j] = kept + step;
        r[j][i] = kept + step;
        double omega = OneFactorOmega.omega(MinimumResiduals.loadings(r, scores.names()));
        r[i][j] = kept;
        r[j][i] = kept;
        return omega;
    }

    /** Answers less their weighted mean, over the square root of the variance with divisor Σw. */
    private static double[][] standardised(ItemScores scores) {
        int rows = scores.respondents();
        double[][] result = new double[scores.itemCount()][rows];
        for (int item = 0; item < result.length; item++) {
            double weight = 0;
            double mean = 0;
            for (int row = 0; row < rows; row++) {
                weight += scores.weight(row);
                mean += scores.weight(row) * scores.score(item, row);
            }
            mean /= weight;
            double variance = 0;
            for (int row = 0; row < rows; row++) {
                variance += scores.weight(row) * Math.pow(scores.score(item, row) - mean, 2) / weight;
            }
            for (int row = 0; row < rows; row++) {
                result[item][row] = (scores.score(item, row) - mean) / Math.sqrt(variance);
            }
        }
        return result;
    }
}
