package org.zhisheng.analytics.numeric;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Solves symmetric positive semidefinite systems that may be singular, as those of overlapping margins are. */
public final class Symmetric {
    private static final double RANK_TOLERANCE = 1e-11;

    private Symmetric() {}

    /**
     * The least-norm solution of {@code matrix · x = right}, columns scaled to unit diagonal first so that the rank
     * decision does not depend on units. One step of refinement follows.
     */
    public static double[] solve(double[][] matrix, double[] right) {
        double[] scale = scales(matrix);
        double[][] inverse = pseudoInverse(scaled(matrix, scale));
        double[] first = apply(inverse, right, scale);
        double[] residual = right.clone();
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j < right.length; j++) {
                residual[i] -= matrix[i][j] * first[j];
            }
        }
        double[] correction = apply(inverse, residual, scale);
        for (int i = 0; i < right.length; i++) {
            first[i] += correction[i];
        }
        return first;
    }

    private static double[] scales(double[][] matrix) {
        double[] scale = new double[matrix.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = matrix[i][i] > 0 ? 1 / Math.sqrt(matrix[i][i]) : 0;
        }
        return scale;
    }

    private static double[][] scaled(double[][] matrix, double[] scale) {
        double[][] scaled = new double[scale.length][scale.length];
        for (int i = 0; i < scale.length; i++) {
            for (int j = 0; j < scale.length; j++) {
                scaled[i][j] = matrix[i][j] * scale[i] * scale[j];
            }
        }
        return scaled;
    }

    private static double[][] pseudoInverse(double[][] matrix) {
        int n = matrix.length;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
        double[] values = eigen.getRealEigenvalues();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        double[][] inverse = new double[n][n];
        for (int k = 0; k < n; k++) {
            if (values[k] > RANK_TOLERANCE * largest) {
                addOuter(inverse, eigen.getEigenvector(k).toArray(), 1 / values[k]);
            }
        }
        return inverse;
    }

    private static void addOuter(double[][] sum, double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum[i][j] += factor * vector[i] * vector[j];
            }
        }
    }

    private static double[] apply(double[][] inverse, double[] right, double[] scale) {
        double[] solution = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            double sum = 0;
            for (int j = 0; j < right.length; j++) {
                sum += inverse[i][j] * scale[j] * right[j];
            }
            solution[i] = scale[i] * sum;
        }
        return solution;
    }
}
