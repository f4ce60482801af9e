package org.zhisheng.analytics.agenda;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * McFadden's conditional logit: an alternative is chosen with probability proportional to exp(xβ). The weighted
 * likelihood is climbed by Newton steps, halved while they overshoot, until nothing changes.
 */
final class ConditionalLogit {
    private static final int ITERATIONS = 100;

    private final Choices choices;
    private final double[] weights;
    private final int size;
    private double[] beta;
    private double logLikelihood;
    private double[] gradient;
    private double[][] information;

    private ConditionalLogit(Choices choices, double[] weights) {
        this.choices = choices;
        this.weights = weights;
        this.size = choices.coefficients().size();
        this.beta = new double[size];
        this.gradient = new double[size];
        this.information = new double[size][size];
    }

    static ChoiceModel fit(Choices choices, double[] weights) {
        ConditionalLogit fit = new ConditionalLogit(choices, weights);
        double atZero = fit.evaluate();
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            double[] step = fit.step();
            double before = fit.logLikelihood;
            double largest = fit.climb(step, before);
            if (largest < 1e-11) {
                return fit.model(atZero, iteration);
            }
        }
        throw new IllegalArgumentException("the choices by " + choices.coefficients()
                + " have no finite utilities: some attribute separates what was taken from what was not");
    }

    private ChoiceModel model(double atZero, int iterations) {
        double[][] inverse = MatrixUtils.inverse(new Array2DRowRealMatrix(information, false))
                .getData();
        return new ChoiceModel(choices, beta, inverse, influence(inverse), logLikelihood, atZero, iterations);
    }

    private double[] step() {
        try {
            DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(information), 1e-13).getSolver();
            return solver.solve(new ArrayRealVector(gradient, false)).toArray();
        } catch (SingularMatrixException flat) {
            throw new IllegalArgumentException(
                    "the choices do not tell the coefficients " + choices.coefficients()
                            + " apart: an attribute is constant within every choice or a combination of others",
                    flat);
        }
    }

    /** Moves by the step or its largest half that does not lower the likelihood; the largest change made. */
    private double climb(double[] step, double before) {
        double[] start = beta;
        double tolerance = 1e-12 * (1 + Math.abs(before));
        for (double factor = 1; factor > 1e-6; factor /= 2) {
            double scale = factor;
            double[] trial = new double[size];
            Arrays.setAll(trial, k -> start[k] + scale * step[k]);
            beta = trial;
            if (evaluate() >= before - tolerance) {
                return Arrays.stream(step).map(Math::abs).max().orElse(0) * factor;
            }
        }
        return 0;
    }

    private double evaluate() {
        gradient = new double[size];
        information = new double[size][size];
        logLikelihood = 0;
        double[] score = new double[size];
        for (ChoiceSet set : choices.sets()) {
            double weight = weights[set.respondent()];
            double[] p = probabilities(set);
            logLikelihood += weight * Math.log(p[set.chosen()]);
            Arrays.fill(score, 0);
            double[] mean = mean(set, p);
            addScore(set, mean, score, weight);
            for (int k = 0; k < size; k++) {
                gradient[k] += score[k];
            }
            addInformation(set, p, mean, weight);
        }
        return logLikelihood;
    }

    private double[] probabilities(ChoiceSet set) {
        double[] p = new double[set.alternatives().size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < p.length; a++) {
            p[a] = set.alternatives().get(a).dot(beta);
            largest = Math.max(largest, p[a]);
        }
        double sum = 0;
        for (int a = 0; a < p.length; a++) {
            p[a] = Math.exp(p[a] - largest);
            sum += p[a];
        }
        for (int a = 0; a < p.length; a++) {
            p[a] /= sum;
        }
        return p;
    }

    private double[] mean(ChoiceSet set, double[] p) {
        double[] mean = new double[size];
        for (int a = 0; a < p.length; a++) {
            add(set.alternatives().get(a), p[a], mean);
        }
        return mean;
    }

    private static void addScore(ChoiceSet set, double[] mean, double[] score, double weight) {
        add(set.alternatives().get(set.chosen()), weight, score);
        for (int k = 0; k < score.length; k++) {
            score[k] -= weight * mean[k];
        }
    }

    private static void add(Attributes attributes, double factor, double[] sum) {
        for (int position = 0; position < attributes.size(); position++) {
            sum[attributes.index(position)] += factor * attributes.value(position);
        }
    }

    private void addInformation(ChoiceSet set, double[] p, double[] mean, double weight) {
        for (int a = 0; a < p.length; a++) {
            Attributes x = set.alternatives().get(a);
            for (int i = 0; i < x.size(); i++) {
                for (int j = 0; j < x.size(); j++) {
                    information[x.index(i)][x.index(j)] += weight * p[a] * x.value(i) * x.value(j);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size && mean[i] != 0; j++) {
                information[i][j] -= weight * mean[i] * mean[j];
            }
        }
    }

    /** Weighted influence of each respondent on each coefficient: the inverse information times the respondent's score. */
    private double[][] influence(double[][] inverse) {
        double[][] scores = new double[choices.respondents()][size];
        for (ChoiceSet set : choices.sets()) {
            double[] mean = mean(set, probabilities(set));
            addScore(set, mean, scores[set.respondent()], weights[set.respondent()]);
        }
        double[][] influence = new double[size][choices.respondents()];
        for (int row = 0; row < scores.length; row++) {
            for (int k = 0; k < size; k++) {
                for (int j = 0; j < size; j++) {
                    influence[k][row] += inverse[k][j] * scores[row][j];
                }
            }
        }
        return influence;
    }
}
