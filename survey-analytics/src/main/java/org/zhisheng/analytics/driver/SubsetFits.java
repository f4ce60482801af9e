package org.zhisheng.analytics.driver;

/**
 * R² of every subset of predictors. Subsets grow one predictor at a time, and with them one row of the Cholesky root, so
 * that a subset costs a triangular solve instead of a regression.
 */
final class SubsetFits {
    private final double[][] r;
    private final int predictors;
    private final double[][] root;
    private final double[] solved;
    private final int[] members;
    private final double[] explained;

    SubsetFits(double[][] r) {
        this.r = r;
        this.predictors = r.length - 1;
        this.root = new double[predictors][predictors];
        this.solved = new double[predictors];
        this.members = new int[predictors];
        this.explained = new double[1 << predictors];
    }

    /** R² by subset, bit j standing for predictor j. */
    double[] explained() {
        grow(0, 0, 0);
        return explained;
    }

    private void grow(int subset, int size, int next) {
        for (int j = next; j < predictors; j++) {
            double pivot = 1;
            double rest = r[j][predictors];
            for (int row = 0; row < size; row++) {
                double entry = r[j][members[row]];
                for (int k = 0; k < row; k++) {
                    entry -= root[size][k] * root[row][k];
                }
                entry /= root[row][row];
                root[size][row] = entry;
                pivot -= entry * entry;
                rest -= entry * solved[row];
            }
            root[size][size] = Math.sqrt(pivot);
            solved[size] = rest / root[size][size];
            members[size] = j;
            int larger = subset | 1 << j;
            explained[larger] = explained[subset] + solved[size] * solved[size];
            grow(larger, size + 1, j + 1);
        }
    }
}
