package org.zhisheng.analytics.numeric;

/**
 * The lower triangular root of a symmetric positive definite matrix, which tells the first row that the rows before it
 * determine.
 */
public final class Cholesky {
    private final double[][] root;
    private final int dependent;

    private Cholesky(double[][] root, int dependent) {
        this.root = root;
        this.dependent = dependent;
    }

    /**
     * Takes the root.
     *
     * @param tolerance a pivot at most this share of its diagonal entry counts as zero
     */
    public static Cholesky of(double[][] matrix, double tolerance) {
        int size = matrix.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j && !(rest > tolerance * matrix[i][i])) {
                    return new Cholesky(root, i);
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return new Cholesky(root, -1);
    }

    /** Position of the first row that depends on those before it, or −1. */
    public int dependent() {
        return dependent;
    }

    /** Solves L·x = right. */
    public double[] solveLower(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= root[i][k] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }

    /** Solves L·Lᵀ·x = right. */
    public double[] solve(double[] right) {
        double[] x = solveLower(right);
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= root[k][i] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }

    /** The inverse of the whole matrix. */
    public double[][] inverse() {
        double[][] inverse = new double[root.length][];
        for (int column = 0; column < root.length; column++) {
            double[] unit = new double[root.length];
            unit[column] = 1;
            inverse[column] = solve(unit);
        }
        return inverse;
    }
}
