package org.zhisheng.analytics.numeric;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** A matrix R with R·Rᵀ = covariance, also for covariances that are singular or were rounded. */
public final class CovarianceRoot {
    /** Rounding a published covariance can make eigenvalues of its correlation this much negative. */
    private static final double ROUNDED = 0.01;

    private CovarianceRoot() {}

    /**
     * The root, by the eigenvalues of the correlation matrix; small negative ones count as 0.
     *
     * @throws IllegalArgumentException where an eigenvalue is so negative that the matrix is no covariance, even rounded
     */
    public static double[][] of(double[][] covariance) {
        int n = covariance.length;
        double[][] root = new double[n][n];
        if (n == 0) {
            return root;
        }
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt(covariance[i][i]);
        }
        var eigen = new EigenDecomposition(new Array2DRowRealMatrix(correlation(covariance, scale), false));
        double[] values = eigen.getRealEigenvalues();
        for (int k = 0; k < n; k++) {
            if (values[k] < -ROUNDED * n) {
                throw new IllegalArgumentException(
                        "this is no covariance matrix, not even a rounded one: its correlations"
                                + " contradict each other (eigenvalue " + values[k] + ")");
            }
            double length = Math.sqrt(Math.max(0, values[k]));
            double[] vector = eigen.getEigenvector(k).toArray();
            for (int i = 0; i < n; i++) {
                root[i][k] = scale[i] * length * vector[i];
            }
        }
        return root;
    }

    private static double[][] correlation(double[][] covariance, double[] scale) {
        int n = scale.length;
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double both = scale[i] * scale[j];
                correlation[i][j] = i == j ? 1 : both > 0 ? covariance[i][j] / both : 0;
            }
        }
        return correlation;
    }
}
