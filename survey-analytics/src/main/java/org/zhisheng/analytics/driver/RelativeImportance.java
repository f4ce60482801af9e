package org.zhisheng.analytics.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.InfluenceCovariance;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * How much each predictor contributes to R², correlations weighted. Errors follow from the design by linearisation: the
 * slopes of a part in the correlations are central differences, good to about ten digits.
 */
public final class RelativeImportance {
    private static final int MOST_FOR_LMG = 12;
    private static final double STEP = 1e-3;

    private RelativeImportance() {}

    /**
     * Divides what a linear regression explains over its predictors.
     *
     * @param level nominal coverage of the Wald intervals, t on the design's degrees of freedom; not clipped at 0
     * @throws IllegalArgumentException naming a column that is constant or a combination of others, or on more predictors
     *     than LMG takes
     */
    public static ImportanceReport of(
            RegressionData data, ImportanceMethod method, ImportanceScale scale, double level) {
        int predictors = data.predictors().size();
        if (method == ImportanceMethod.LMG && predictors > MOST_FOR_LMG) {
            throw new IllegalArgumentException("LMG goes through every subset and takes at most " + MOST_FOR_LMG
                    + " predictors, not " + predictors + ": choose Johnson's weights or fewer predictors");
        }
        int[] rows = data.completeRows();
        if (rows.length <= predictors) {
            throw new IllegalArgumentException("outcome " + data.outcome().name() + ": " + rows.length
                    + " complete rows for " + predictors + " predictors");
        }
        WeightedCorrelations correlations = new WeightedCorrelations(data, rows);
        double[] parts = ImportanceSplit.of(correlations.r, method, scale);
        double[] slopes = correlations.slopes();
        double[] errors = errors(data, rows, correlations, method, scale);
        double rSquared = Arrays.stream(
                        ImportanceSplit.of(correlations.r, ImportanceMethod.JOHNSON, ImportanceScale.R_SQUARED))
                .sum();
        double freedom = new Estimator(data.design()).degreesOfFreedom(data.base(rows));
        List<DriverImportance> drivers = new ArrayList<>();
        for (int j = 0; j < predictors; j++) {
            drivers.add(new DriverImportance(
                    data.predictors().get(j).name(),
                    estimate(data, method, scale, new double[] {parts[j], errors[j], freedom, level}, rows.length),
                    correlations.r[j][predictors],
                    slopes[j]));
        }
        return new ImportanceReport(drivers, rSquared);
    }

    private static double[] errors(
            RegressionData data,
            int[] rows,
            WeightedCorrelations correlations,
            ImportanceMethod method,
            ImportanceScale scale) {
        int variables = correlations.r.length;
        double step = step(correlations.r);
        double[][] influence = new double[variables - 1][data.design().cells()];
        for (int v = 0; v < variables; v++) {
            for (int u = 0; u < v; u++) {
                double[] slope = slope(correlations.r, v, u, step, method, scale);
                for (int i = 0; i < rows.length; i++) {
                    double term = correlations.influence(v, u, i);
                    for (int j = 0; j < slope.length; j++) {
                        influence[j][rows[i]] += slope[j] * term;
                    }
                }
            }
        }
        Domain base = data.base(rows);
        double[][] covariance = InfluenceCovariance.of(data.design(), influence, base);
        double[] errors = new double[variables - 1];
        Arrays.setAll(errors, j -> Math.sqrt(covariance[j][j]));
        return errors;
    }

    /** Small enough that the stepped matrix stays positive definite: a step moves no eigenvalue by more than itself. */
    private static double step(double[][] r) {
        double smallest = 1;
        for (double value : new EigenDecomposition(new Array2DRowRealMatrix(r)).getRealEigenvalues()) {
            smallest = Math.min(smallest, value);
        }
        return Math.min(STEP, Math.max(smallest, 1e-9) / 20);
    }

    /** Derivative of every part in one correlation, five-point central differences. */
    private static double[] slope(
            double[][] r, int v, int u, double step, ImportanceMethod method, ImportanceScale scale) {
        double[] slope = new double[r.length - 1];
        double[] factors = {1, -8, 8, -1};
        double[] steps = {-2, -1, 1, 2};
        double kept = r[v][u];
        for (int s = 0; s < steps.length; s++) {
            r[v][u] = kept + steps[s] * step;
            r[u][v] = r[v][u];
            double[] parts = ImportanceSplit.of(r, method, scale);
            for (int j = 0; j < slope.length; j++) {
                slope[j] += factors[s] * parts[j] / (12 * step);
            }
        }
        r[v][u] = kept;
        r[u][v] = kept;
        return slope;
    }

    private static Estimate estimate(
            RegressionData data, ImportanceMethod method, ImportanceScale scale, double[] figures, int n) {
        double half = Distributions.tQuantile((1 + figures[3]) / 2, figures[2]) * figures[1];
        boolean made = !Double.isNaN(half);
        List<String> conventions = new ArrayList<>(data.design().conventions());
        conventions.add("rows lacking outcome or a predictor: outside the domain, sampling units kept");
        conventions.add(scale == ImportanceScale.SHARE ? "parts add up to 1" : "parts add up to R squared");
        return new Estimate(
                "relative importance",
                figures[0],
                figures[1],
                made ? new Interval(figures[0] - half, figures[0] + half, figures[3], "wald") : null,
                figures[2],
                n,
                Double.NaN,
                method == ImportanceMethod.LMG
                        ? "LMG over all subsets, weighted correlations, Taylor linearisation"
                        : "Johnson's relative weights, weighted correlations, Taylor linearisation",
                conventions);
    }
}
