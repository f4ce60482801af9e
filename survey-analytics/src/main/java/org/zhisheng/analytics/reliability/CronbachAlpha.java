package org.zhisheng.analytics.reliability;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * Cronbach's alpha, k/(k − 1)·(1 − Σσᵢ²/σ²), with what each item does to it. Unweighted scales get the asymptotic error
 * of van Zyl, Neudecker and Nel (2000, Psychometrika 65, 271–280), as {@code psych::alpha}, and Feldt's interval.
 */
public final class CronbachAlpha {
    private CronbachAlpha() {}

    /**
     * Alpha of a scale.
     *
     * <p>With survey weights the covariances are weighted and neither error nor interval is given, because both formulas
     * assume equal weights; {@link #influence} serves the design's variance.
     *
     * @param scores answers, reversed items already turned round
     * @param missing what happens to respondents with blanks; n is the number of rows with any answer (pairwise) or with
     *     every answer (listwise)
     * @param level nominal coverage of the interval
     * @throws IllegalArgumentException naming an item without variance or a pair that nobody answered
     */
    public static AlphaReport of(ItemScores scores, MissingItems missing, double level) {
        ItemScores base = base(scores, missing);
        double[][] covariances = Covariances.of(base);
        double[][] correlations = Covariances.correlations(covariances);
        int items = base.itemCount();
        double average = (sum(correlations) - items) / (items * (items - 1.0));
        List<ItemDiagnostics> diagnostics = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            diagnostics.add(diagnose(base, covariances, correlations, item));
        }
        return new AlphaReport(estimate(base, covariances, missing, level), alpha(correlations), average, diagnostics);
    }

    /**
     * Linearised values of weighted alpha: the design's variance of their sum is the variance of alpha (Taylor).
     *
     * @return one value for each row, its weight included; 0 for rows with a blank, which lie outside the domain
     */
    public static double[] influence(ItemScores scores) {
        int[] rows = scores.rowsWith(scores.itemCount());
        return AlphaInfluence.of(scores, rows);
    }

    static ItemScores base(ItemScores scores, MissingItems missing) {
        int[] rows = scores.rowsWith(missing == MissingItems.LISTWISE ? scores.itemCount() : 1);
        if (rows.length < 2) {
            throw new IllegalArgumentException("scale " + scores.names() + ": " + rows.length + " respondents remain ("
                    + missing.convention() + "), at least two are needed");
        }
        return scores.only(rows);
    }

    private static Estimate estimate(ItemScores base, double[][] covariances, MissingItems missing, double level) {
        double value = alpha(covariances);
        int n = base.respondents();
        boolean weighted = base.weighted();
        double error = weighted ? Double.NaN : Math.sqrt(asymptoticVariance(covariances) / n);
        Interval interval = weighted || value >= 1 ? null : FeldtInterval.of(value, n, base.itemCount(), level);
        return new Estimate(
                "alpha",
                value,
                error,
                interval,
                Double.NaN,
                n,
                Double.NaN,
                weighted ? "Cronbach's alpha from weighted covariances" : "Cronbach's alpha",
                List.of(
                        missing.convention(),
                        weighted
                                ? "no error without the design: use the linearised values"
                                : "error of van Zyl, Neudecker and Nel; Feldt's interval; n respondents"));
    }

    /** Variance of √n·α̂ under normal scores, the Q of psych. */
    private static double asymptoticVariance(double[][] c) {
        int k = c.length;
        double total = sum(c);
        double trace = trace(c);
        double traceOfSquare = 0;
        double sumOfSquare = 0;
        for (double[] row : c) {
            double rowSum = 0;
            for (double value : row) {
                rowSum += value;
                traceOfSquare += value * value;
            }
            sumOfSquare += rowSum * rowSum;
        }
        double scale = 2.0 * k * k / ((k - 1.0) * (k - 1.0) * total * total * total);
        return scale * (total * (traceOfSquare + trace * trace) - 2 * trace * sumOfSquare);
    }

    private static ItemDiagnostics diagnose(
            ItemScores base, double[][] covariances, double[][] correlations, int item) {
        double mean = 0;
        double weight = 0;
        int answered = 0;
        for (int row = 0; row < base.respondents(); row++) {
            if (!Double.isNaN(base.score(item, row))) {
                answered++;
                weight += base.weight(row);
                mean += base.weight(row) * base.score(item, row);
            }
        }
        double[][] rest = without(covariances, item);
        double shared = -covariances[item][item];
        for (double value : covariances[item]) {
            shared += value;
        }
        return new ItemDiagnostics(
                base.names().get(item),
                answered,
                mean / weight,
                Math.sqrt(covariances[item][item]),
                rest.length < 2 ? Double.NaN : alpha(rest),
                rest.length < 2 ? Double.NaN : alpha(without(correlations, item)),
                shared / Math.sqrt(covariances[item][item] * sum(rest)));
    }

    static double alpha(double[][] matrix) {
        int k = matrix.length;
        return (1 - trace(matrix) / sum(matrix)) * k / (k - 1.0);
    }

    private static double[][] without(double[][] matrix, int dropped) {
        int size = matrix.length - 1;
        double[][] rest = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                rest[row][column] = matrix[row < dropped ? row : row + 1][column < dropped ? column : column + 1];
            }
        }
        return rest;
    }

    private static double trace(double[][] matrix) {
        double trace = 0;
        for (int item = 0; item < matrix.length; item++) {
            trace += matrix[item][item];
        }
        return trace;
    }

    private static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
