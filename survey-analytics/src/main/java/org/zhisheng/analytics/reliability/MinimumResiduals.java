package org.zhisheng.analytics.reliability;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * One factor by minimum residuals (minres, Harman and Jones 1966): the loadings that minimise Σᵢ﹤ⱼ(rᵢⱼ − λᵢλⱼ)².
 * Cyclic least squares come near, Newton steps finish to rounding error.
 */
final class MinimumResiduals {
    private static final int SWEEPS = 500;
    private static final int NEWTON_STEPS = 50;

    private MinimumResiduals() {}

    static double[] loadings(double[][] r, List<String> names) {
        double[] loadings = start(r);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            cyclicLeastSquares(r, loadings);
        }
        for (int step = 0; step < NEWTON_STEPS; step++) {
            if (newton(r, loadings, names) < 1e-14) {
                return oriented(refuseHeywood(loadings, names));
            }
        }
        throw new IllegalArgumentException("scale " + names + ": the one-factor model did not converge");
    }

    private static double[] start(double[][] r) {
        double[] loadings = new double[r.length];
        for (int item = 0; item < r.length; item++) {
            for (int other = 0; other < r.length; other++) {
                loadings[item] += r[item][other] / r.length;
            }
        }
        return loadings;
    }

    private static void cyclicLeastSquares(double[][] r, double[] loadings) {
        for (int item = 0; item < r.length; item++) {
            double products = 0;
            double squares = 0;
            for (int other = 0; other < r.length; other++) {
                if (other != item) {
                    products += r[item][other] * loadings[other];
                    squares += loadings[other] * loadings[other];
                }
            }
            loadings[item] = squares == 0 ? 0 : products / squares;
        }
    }

    /** One Newton step on the loadings, in place; the largest change. */
    private static double newton(double[][] r, double[] loadings, List<String> names) {
        int size = r.length;
        double[][] hessian = new double[size][size];
        double[] gradient = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    double fitted = loadings[i] * loadings[j];
                    gradient[i] -= (r[i][j] - fitted) * loadings[j];
                    hessian[i][j] = -(r[i][j] - 2 * fitted);
                    hessian[i][i] += loadings[j] * loadings[j];
                }
            }
        }
        try {
            RealVector step = new LUDecomposition(new Array2DRowRealMatrix(hessian, false))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false));
            for (int i = 0; i < size; i++) {
                loadings[i] -= step.getEntry(i);
            }
            return step.getLInfNorm();
        } catch (SingularMatrixException flat) {
            throw new IllegalArgumentException(
                    "scale " + names + ": its correlations do not determine one factor", flat);
        }
    }

    private static double[] refuseHeywood(double[] loadings, List<String> names) {
        for (int item = 0; item < loadings.length; item++) {
            if (!(Math.abs(loadings[item]) < 1)) {
                throw new IllegalArgumentException("item " + names.get(item) + ": its loading reaches " + loadings[item]
                        + " (a Heywood case), one factor does not fit these items");
            }
        }
        return loadings;
    }

    /** A factor has no sign of its own: the one with a positive sum of loadings is reported. */
    private static double[] oriented(double[] loadings) {
        double sum = 0;
        for (double loading : loadings) {
            sum += loading;
        }
        if (sum < 0) {
            for (int item = 0; item < loadings.length; item++) {
                loadings[item] = -loadings[item];
            }
        }
        return loadings;
    }
}
