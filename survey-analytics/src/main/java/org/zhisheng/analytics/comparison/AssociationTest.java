package org.zhisheng.analytics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.CrossTable;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Association of two categorical variables: Pearson's statistic of the weighted table, corrected for the design after
 * Rao and Scott (1984).
 *
 * @param pearson X² of the weighted table scaled to the number of rows of the domain
 * @param firstOrder X² with p from X² over the mean generalised design effect, on (r−1)(c−1) degrees of freedom
 * @param secondOrder F of Rao and Scott's second order with Satterthwaite's degrees of freedom
 * @param sampleSize respondents with both answers
 */
public record AssociationTest(double pearson, TestResult firstOrder, TestResult secondOrder, int sampleSize) {
    /**
     * Tests. The weighted table is scaled to the rows of the domain, respondents who lack an answer included.
     *
     * @throws IllegalArgumentException if fewer than two rows or columns are occupied
     */
    public static AssociationTest of(Estimator estimator, CrossTable table, Domain domain) {
        CrossTable occupied = table.occupied(estimator.design(), domain);
        int r = occupied.rows();
        int c = occupied.columns();
        if (r < 2 || c < 2) {
            throw new IllegalArgumentException("association needs two rows and two columns with respondents; "
                    + "occupied are rows " + occupied.rowLabels() + " and columns " + occupied.columnLabels());
        }
        EstimateRule rule = new EstimateRule(IntervalRule.none(), DesignEffect.NONE);
        EstimateVector shares = estimator.shares(occupied, domain, rule);
        double[] p = shares.estimates().stream().mapToDouble(Estimate::value).toArray();
        double n = estimator.rows(domain);
        return results(shares, pearson(p, r, c) * n, delta(shares, p, r, c).scalarMultiply(n), (r - 1) * (c - 1));
    }

    private static AssociationTest results(EstimateVector shares, double pearson, RealMatrix delta, int df) {
        double trace = delta.getTrace();
        double satterthwaite = trace * trace / delta.multiply(delta).getTrace();
        double nu = shares.degreesOfFreedom();
        List<String> conventions = new ArrayList<>(shares.estimates().getFirst().conventions());
        conventions.add("table scaled to the rows of the domain");
        TestResult first = new TestResult(
                "Pearson X²",
                pearson,
                df,
                Double.POSITIVE_INFINITY,
                Distributions.chiSquareUpperTail(pearson / (trace / df), df),
                "Rao-Scott first order: X² over the mean design effect",
                conventions);
        TestResult second = new TestResult(
                "F",
                pearson / trace,
                satterthwaite,
                satterthwaite * nu,
                Distributions.fUpperTail(pearson / trace, satterthwaite, satterthwaite * nu),
                "Rao-Scott second order: Satterthwaite",
                conventions);
        int n = shares.estimates().getFirst().sampleSize();
        return new AssociationTest(pearson, first, second, n);
    }

    /** X² per respondent. */
    private static double pearson(double[] p, int r, int c) {
        double[] row = new double[r];
        double[] column = new double[c];
        for (int k = 0; k < p.length; k++) {
            row[k / c] += p[k];
            column[k % c] += p[k];
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            double expected = row[k / c] * column[k % c];
            sum += (p[k] - expected) * (p[k] - expected) / expected;
        }
        return sum;
    }

    /** Generalised design effects of the interaction contrasts, for a sample of one. */
    private static RealMatrix delta(EstimateVector shares, double[] p, int r, int c) {
        RealMatrix contrasts = contrasts(r, c);
        double[][] scaled = new double[p.length][contrasts.getColumnDimension()];
        double[][] covariance = new double[p.length][p.length];
        for (int k = 0; k < p.length; k++) {
            for (int j = 0; j < scaled[k].length; j++) {
                scaled[k][j] = p[k] == 0 ? 0 : contrasts.getEntry(k, j) / p[k];
            }
            for (int l = 0; l < p.length; l++) {
                covariance[k][l] = shares.covariance(k, l);
            }
        }
        RealMatrix weighted = new Array2DRowRealMatrix(scaled, false);
        RealMatrix numerator = weighted.transpose()
                .multiply(new Array2DRowRealMatrix(covariance, false))
                .multiply(weighted);
        return new LUDecomposition(contrasts.transpose().multiply(weighted))
                .getSolver()
                .solve(numerator);
    }

    /** A basis of the interaction: products of differences from the last row and the last column. */
    private static RealMatrix contrasts(int r, int c) {
        double[][] basis = new double[r * c][(r - 1) * (c - 1)];
        for (int i = 0; i < r - 1; i++) {
            for (int j = 0; j < c - 1; j++) {
                int column = i * (c - 1) + j;
                basis[i * c + j][column] = 1;
                basis[i * c + c - 1][column] = -1;
                basis[(r - 1) * c + j][column] = -1;
                basis[(r - 1) * c + c - 1][column] = 1;
            }
        }
        return new Array2DRowRealMatrix(basis, false);
    }
}
