package org.zhisheng.analytics.reliability;

/**
 * Weighted covariances of items: Σw(x − x̄)(y − ȳ)/Σw × m/(m − 1) over the m respondents who answered both, means over
 * the same respondents. With equal weights these are R's {@code cov}; with weights they are {@code survey::svyvar}'s.
 */
final class Covariances {
    private Covariances() {}

    /** Rows of {@code scores} that count under the rule, then their covariance matrix. */
    static double[][] of(ItemScores scores) {
        int items = scores.itemCount();
        double[][] matrix = new double[items][items];
        for (int first = 0; first < items; first++) {
            for (int second = 0; second <= first; second++) {
                matrix[first][second] = pair(scores, first, second);
                matrix[second][first] = matrix[first][second];
            }
            if (!(matrix[first][first] > 0)) {
                throw new IllegalArgumentException(
                        "item " + scores.names().get(first) + ": all its answers are equal, leave it out of the scale");
            }
        }
        return matrix;
    }

    private static double pair(ItemScores scores, int first, int second) {
        double weight = 0;
        double sumFirst = 0;
        double sumSecond = 0;
        int pairs = 0;
        for (int row = 0; row < scores.respondents(); row++) {
            if (both(scores, first, second, row)) {
                pairs++;
                weight += scores.weight(row);
                sumFirst += scores.weight(row) * scores.score(first, row);
                sumSecond += scores.weight(row) * scores.score(second, row);
            }
        }
        if (pairs < 2) {
            throw new IllegalArgumentException("items " + scores.names().get(first) + " and "
                    + scores.names().get(second) + " were both answered by " + pairs
                    + " respondents: a covariance needs at least two");
        }
        double products = 0;
        for (int row = 0; row < scores.respondents(); row++) {
            if (both(scores, first, second, row)) {
                products += scores.weight(row)
                        * (scores.score(first, row) - sumFirst / weight)
                        * (scores.score(second, row) - sumSecond / weight);
            }
        }
        return products / weight * pairs / (pairs - 1.0);
    }

    private static boolean both(ItemScores scores, int first, int second, int row) {
        return !Double.isNaN(scores.score(first, row)) && !Double.isNaN(scores.score(second, row));
    }

    /** Correlations whose standard deviations come from the covariance matrix (R's {@code cov2cor}, psych's alpha). */
    static double[][] correlations(double[][] covariances) {
        int items = covariances.length;
        double[][] matrix = new double[items][items];
        for (int row = 0; row < items; row++) {
            for (int column = 0; column < items; column++) {
                matrix[row][column] = row == column
                        ? 1
                        : covariances[row][column] / Math.sqrt(covariances[row][row] * covariances[column][column]);
            }
        }
        return matrix;
    }

    /** Correlations whose standard deviations rest on the same respondents as the covariance (R's {@code cor}). */
    static double[][] pairCorrelations(ItemScores scores) {
        double[][] matrix = of(scores);
        int items = matrix.length;
        for (int first = 0; first < items; first++) {
            for (int second = 0; second < first; second++) {
                ItemScores pair = scores.answering(first, second);
                double r = correlations(of(pair))[0][1];
                matrix[first][second] = r;
                matrix[second][first] = r;
            }
            matrix[first][first] = 1;
        }
        return matrix;
    }
}
