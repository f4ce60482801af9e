package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Weights from pairwise judgements (Saaty 1980, The Analytic Hierarchy Process): the principal eigenvector, with the
 * consistency ratio CR = ((λ − n)/(n − 1))/RI. Judgements of several experts are put together by the geometric mean of
 * each entry, which keeps the matrix reciprocal (Aczél and Saaty 1983).
 *
 * @param weights of the aggregated judgements, adding up to 1
 * @param lambda principal eigenvalue of the aggregated judgements
 * @param ratio its consistency ratio; 0 for one or two items
 * @param experts weights and ratio of each expert alone
 */
public record Ahp(double[] weights, double lambda, double ratio, List<Expert> experts) {
    /** Above this ratio judgements should be looked at again. */
    public static final double TOLERABLE = 0.10;

    /** Random indices for n = 1 to 10, Saaty 1980; other tables exist. */
    private static final double[] RANDOM_INDEX = {0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};

    /** Judgements are typed as 1/3 or 0.333. */
    private static final double ROUNDED = 2e-3;

    /** The judgements of one expert by themselves. */
    public record Expert(double[] weights, double lambda, double ratio) {}

    /**
     * Weighs items.
     *
     * @param judgements one square matrix an expert; entry (i, j) says how many times as important i is as j
     * @throws IllegalArgumentException naming expert and entries where a matrix is not square, not positive or not
     *     reciprocal, or where there are more than ten items
     */
    public static Ahp of(List<double[][]> judgements) {
        if (judgements.isEmpty()) {
            throw new IllegalArgumentException(
                    "weights by pairwise comparison need the judgements of at least one expert");
        }
        int n = judgements.getFirst().length;
        List<Expert> experts = new ArrayList<>();
        double[][] together = new double[n][n];
        for (int e = 0; e < judgements.size(); e++) {
            double[][] matrix = judgements.get(e);
            require(matrix, n, "expert " + (e + 1));
            experts.add(solve(matrix));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    together[i][j] += Math.log(matrix[i][j]) / judgements.size();
                }
            }
        }
        for (double[] row : together) {
            for (int j = 0; j < n; j++) {
                row[j] = Math.exp(row[j]);
            }
        }
        Expert all = solve(together);
        return new Ahp(all.weights(), all.lambda(), all.ratio(), List.copyOf(experts));
    }

    private static void require(double[][] matrix, int n, String expert) {
        if (n < 1 || n > RANDOM_INDEX.length) {
            throw new IllegalArgumentException(n + " items: pairwise comparison is for 1 to " + RANDOM_INDEX.length
                    + "; compare dimensions first, then the indicators within each");
        }
        if (matrix.length != n) {
            throw new IllegalArgumentException(expert + " compared " + matrix.length + " items, the first one " + n);
        }
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException(
                        expert + ": row " + (i + 1) + " has " + matrix[i].length + " entries, not " + n);
            }
            for (int j = 0; j < n; j++) {
                if (!(matrix[i][j] > 0) || Double.isInfinite(matrix[i][j])) {
                    throw new IllegalArgumentException(expert + ": entry (" + (i + 1) + ", " + (j + 1) + ") is "
                            + matrix[i][j] + "; judgements are above 0");
                }
                if (j <= i && Math.abs(matrix[i][j] * matrix[j][i] - 1) > ROUNDED) {
                    throw new IllegalArgumentException(expert + ": entries (" + (j + 1) + ", " + (i + 1) + ") = "
                            + matrix[j][i] + " and (" + (i + 1) + ", " + (j + 1) + ") = " + matrix[i][j]
                            + " are not reciprocal; one must be 1 over the other");
                }
            }
        }
    }

    /** Power iteration; it converges for every matrix of positive entries (Perron). */
    private static Expert solve(double[][] matrix) {
        int n = matrix.length;
        double[] weights = new double[n];
        java.util.Arrays.fill(weights, 1.0 / n);
        double lambda = n;
        for (int round = 0; round < 10_000; round++) {
            double[] next = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += matrix[i][j] * weights[j];
                }
                sum += next[i];
            }
            double change = 0;
            for (int i = 0; i < n; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - weights[i]));
            }
            weights = next;
            lambda = sum;
            if (change < 1e-16) {
                break;
            }
        }
        double index = RANDOM_INDEX[n - 1];
        double ratio = index == 0 ? 0 : Math.max(0, (lambda - n) / (n - 1)) / index;
        return new Expert(weights, lambda, ratio);
    }
}
