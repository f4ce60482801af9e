package org.zhisheng.analytics.driver;

import java.util.Arrays;
import org.zhisheng.analytics.numeric.Cholesky;

/**
 * Weighted logistic regression of a 0/1 outcome with sandwich errors under the design, as
 * {@code svyglm(family = quasibinomial())}, iterated by Newton steps until nothing changes.
 */
public final class LogisticRegression {
    private static final int ITERATIONS = 60;
    private static final double LARGEST = 40;

    private final RegressionData data;
    private final ModelMatrix matrix;
    private final double[] fitted;
    private final double[] spread;
    private double[] gamma;

    private LogisticRegression(RegressionData data) {
        this.data = data;
        this.matrix = new ModelMatrix(data);
        this.fitted = new double[matrix.rows.length];
        this.spread = new double[matrix.rows.length];
        this.gamma = new double[matrix.size()];
    }

    /**
     * Fits log-odds = intercept + predictors.
     *
     * @param level nominal coverage of the coefficients' intervals
     * @throws IllegalArgumentException naming an outcome with other values than 0 and 1 or only one of them, a predictor
     *     that separates them, is constant or a combination of others, or a stratum with a single sampling unit
     */
    public static RegressionReport fit(RegressionData data, double level) {
        LogisticRegression fit = new LogisticRegression(data);
        double nullLikelihood = fit.start();
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            double step = fit.step();
            if (step < 1e-13 * (1 + largest(fit.gamma))) {
                return fit.report(level, nullLikelihood, iteration);
            }
        }
        throw fit.separated();
    }

    /** Begins at the overall share; the log-likelihood there. */
    private double start() {
        double ones = 0;
        double all = 0;
        for (int i = 0; i < fitted.length; i++) {
            double y = matrix.outcome[i];
            if (y != 0 && y != 1) {
                throw new IllegalArgumentException("outcome " + data.outcome().name() + " has the value " + y
                        + "; a logistic regression needs 0 and 1 only");
            }
            ones += matrix.weights[i] * y;
            all += matrix.weights[i];
        }
        if (ones == 0 || ones == all) {
            throw new IllegalArgumentException(
                    "outcome " + data.outcome().name() + " is constant among the complete rows: nothing to explain");
        }
        gamma[0] = Math.log(ones / (all - ones));
        evaluate();
        return logLikelihood();
    }

    private void evaluate() {
        double[] eta = matrix.linear(gamma);
        for (int i = 0; i < eta.length; i++) {
            fitted[i] = 1 / (1 + Math.exp(-eta[i]));
            spread[i] = matrix.weights[i] * fitted[i] * (1 - fitted[i]);
        }
    }

    private double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < fitted.length; i++) {
            sum += matrix.weights[i] * Math.log(matrix.outcome[i] == 1 ? fitted[i] : 1 - fitted[i]);
        }
        return sum;
    }

    private double[] residuals() {
        double[] residuals = new double[fitted.length];
        Arrays.setAll(residuals, i -> matrix.outcome[i] - fitted[i]);
        return residuals;
    }

    /** One Newton step, halved while it lowers the likelihood; the largest change. */
    private double step() {
        double[] weighted = residuals();
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] *= matrix.weights[i];
        }
        Cholesky information = Cholesky.of(matrix.crossProducts(spread), 1e-14);
        if (information.dependent() >= 0 || largest(gamma) > LARGEST) {
            throw separated();
        }
        double[] step = information.solve(matrix.transposed(weighted));
        double[] from = gamma;
        double before = logLikelihood();
        for (double factor = 1; factor > 1e-4; factor /= 2) {
            double scale = factor;
            gamma = new double[from.length];
            Arrays.setAll(gamma, k -> from[k] + scale * step[k]);
            evaluate();
            if (logLikelihood() >= before - 1e-10 * Math.abs(before)) {
                return largest(step) * factor;
            }
        }
        return 0;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private IllegalArgumentException separated() {
        int worst = 1;
        for (int k = 2; k < gamma.length; k++) {
            worst = Math.abs(gamma[k]) > Math.abs(gamma[worst]) ? k : worst;
        }
        return new IllegalArgumentException("outcome " + data.outcome().name() + " is separated, foremost by predictor "
                + matrix.name(worst) + ": its coefficient has no finite estimate, leave it out or merge categories");
    }

    private RegressionReport report(double level, double nullLikelihood, int iterations) {
        return new Sandwich(data, matrix, "weighted logistic regression, Taylor linearisation")
                .report(
                        gamma,
                        residuals(),
                        matrix.crossProducts(spread),
                        level,
                        1 - logLikelihood() / nullLikelihood,
                        iterations);
    }
}
