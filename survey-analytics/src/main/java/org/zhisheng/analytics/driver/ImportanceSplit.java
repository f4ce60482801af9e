package org.zhisheng.analytics.driver;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Divides R² over predictors, from their correlation matrix with the outcome in the last row and column. */
final class ImportanceSplit {
    private ImportanceSplit() {}

    static double[] of(double[][] r, ImportanceMethod method, ImportanceScale scale) {
        double[] parts = method == ImportanceMethod.LMG ? lmg(r) : johnson(r);
        double sum = scale == ImportanceScale.SHARE ? Arrays.stream(parts).sum() : 1;
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    /** Σ over subsets S without j of |S|!(p − |S| − 1)!/p!·(R²(S ∪ j) − R²(S)). */
    private static double[] lmg(double[][] r) {
        int p = r.length - 1;
        double[] explained = new SubsetFits(r).explained();
        double[] weight = new double[p];
        weight[0] = 1.0 / p;
        for (int size = 1; size < p; size++) {
            weight[size] = weight[size - 1] * size / (p - size);
        }
        double[] parts = new double[p];
        for (int subset = 0; subset < explained.length; subset++) {
            for (int j = 0; j < p; j++) {
                if ((subset >> j & 1) == 0) {
                    double gain = explained[subset | 1 << j] - explained[subset];
                    parts[j] += weight[Integer.bitCount(subset)] * gain;
                }
            }
        }
        return parts;
    }

    /** Λ = R½, weights λ² times the squared slopes on the orthogonal counterparts Λ⁻¹r. */
    private static double[] johnson(double[][] r) {
        int p = r.length - 1;
        double[][] predictors = new double[p][];
        for (int j = 0; j < p; j++) {
            predictors[j] = Arrays.copyOf(r[j], p);
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(predictors, false));
        double[][] root = power(eigen, 0.5);
        double[][] inverse = power(eigen, -0.5);
        double[] parts = new double[p];
        for (int k = 0; k < p; k++) {
            double slope = 0;
            for (int i = 0; i < p; i++) {
                slope += inverse[k][i] * r[i][p];
            }
            for (int j = 0; j < p; j++) {
                parts[j] += root[j][k] * root[j][k] * slope * slope;
            }
        }
        return parts;
    }

    private static double[][] power(EigenDecomposition eigen, double exponent) {
        double[] values = eigen.getRealEigenvalues();
        double[][] result = new double[values.length][values.length];
        for (int k = 0; k < values.length; k++) {
            double[] vector = eigen.getEigenvector(k).toArray();
            double factor = Math.pow(values[k], exponent);
            for (int i = 0; i < vector.length; i++) {
                for (int j = 0; j < vector.length; j++) {
                    result[i][j] += factor * vector[i] * vector[j];
                }
            }
        }
        return result;
    }
}
