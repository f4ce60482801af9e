package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.InfluenceCovariance;
import org.zhisheng.analytics.numeric.Distributions;

/** A fitted conditional logit. */
public final class ChoiceModel {
    private final Choices choices;
    private final double[] beta;
    private final double[][] inverseInformation;
    private final double[][] influence;
    private final double logLikelihood;
    private final double logLikelihoodAtZero;
    private final int iterations;

    ChoiceModel(
            Choices choices,
            double[] beta,
            double[][] inverseInformation,
            double[][] influence,
            double logLikelihood,
            double logLikelihoodAtZero,
            int iterations) {
        this.choices = choices;
        this.beta = beta;
        this.inverseInformation = inverseInformation;
        this.influence = influence;
        this.logLikelihood = logLikelihood;
        this.logLikelihoodAtZero = logLikelihoodAtZero;
        this.iterations = iterations;
    }

    /**
     * Fits utilities to choices.
     *
     * @param weights one for each respondent, from 0 on and finite
     * @throws IllegalArgumentException when the choices do not identify a coefficient
     */
    public static ChoiceModel fit(Choices choices, double[] weights) {
        if (weights.length != choices.respondents()) {
            throw new IllegalArgumentException(
                    weights.length + " weights for " + choices.respondents() + " respondents: give one for each");
        }
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new IllegalArgumentException(
                        "weight of row " + (row + 1) + " is " + weights[row] + ": weights are finite and from 0 on");
            }
        }
        if (choices.sets().isEmpty()) {
            throw new IllegalArgumentException("nobody chose: there is nothing to fit");
        }
        return ConditionalLogit.fit(choices, weights.clone());
    }

    /** Fits utilities with weight 1 for everybody. */
    public static ChoiceModel fit(Choices choices) {
        double[] ones = new double[choices.respondents()];
        Arrays.fill(ones, 1);
        return fit(choices, ones);
    }

    /** The coefficients with errors and Wald intervals; t on the design's degrees of freedom, else normal. */
    public List<Estimate> coefficients(ChoiceErrors errors, double level) {
        double[][] covariance = covariance(errors);
        List<Estimate> estimates = new ArrayList<>();
        for (int k = 0; k < beta.length; k++) {
            estimates.add(estimate(choices.coefficients().get(k), beta[k], Math.sqrt(covariance[k][k]), errors, level));
        }
        return estimates;
    }

    /**
     * Preference shares of topics, exp(utility) over their sum with the reference at utility 0, first the reference and
     * then the coefficients in order; errors by the delta method. Meaningful only where each coefficient is a topic.
     */
    public List<Estimate> preferenceShares(String reference, ChoiceErrors errors, double level) {
        double[] share = shares();
        double[][] covariance = covariance(errors);
        List<Estimate> estimates = new ArrayList<>();
        for (int topic = 0; topic < share.length; topic++) {
            double[] slope = new double[beta.length];
            for (int k = 0; k < slope.length; k++) {
                slope[k] = share[topic] * ((topic == k + 1 ? 1 : 0) - share[k + 1]);
            }
            String name = topic == 0 ? reference : choices.coefficients().get(topic - 1);
            estimates.add(estimate(name + " share", share[topic], deltaError(slope, covariance), errors, level));
        }
        return estimates;
    }

    private double[] shares() {
        double largest = Math.max(0, Arrays.stream(beta).max().orElse(0));
        double[] share = new double[beta.length + 1];
        share[0] = Math.exp(-largest);
        for (int k = 0; k < beta.length; k++) {
            share[k + 1] = Math.exp(beta[k] - largest);
        }
        double sum = Arrays.stream(share).sum();
        return Arrays.stream(share).map(value -> value / sum).toArray();
    }

    private static double deltaError(double[] slope, double[][] covariance) {
        double variance = 0;
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                variance += slope[i] * covariance[i][j] * slope[j];
            }
        }
        return Math.sqrt(variance);
    }

    private Estimate estimate(String statistic, double value, double error, ChoiceErrors errors, double level) {
        double freedom = errors instanceof ChoiceErrors.UnderDesign(Design design)
                ? new Estimator(design).degreesOfFreedom(choosers())
                : Double.POSITIVE_INFINITY;
        double half = Distributions.tQuantile((1 + level) / 2, freedom) * error;
        int n = (int) choices.sets().stream()
                .mapToInt(ChoiceSet::respondent)
                .distinct()
                .count();
        return new Estimate(
                statistic,
                value,
                error,
                Double.isNaN(half) ? null : new Interval(value - half, value + half, level, "wald"),
                freedom,
                n,
                Double.NaN,
                "conditional logit, weighted maximum likelihood",
                List.of(errors.convention()));
    }

    private double[][] covariance(ChoiceErrors errors) {
        return switch (errors) {
            case ChoiceErrors.Information information -> inverseInformation;
            case ChoiceErrors.Respondents respondents -> sandwich();
            case ChoiceErrors.UnderDesign(Design design) -> InfluenceCovariance.of(design, influence, choosers());
        };
    }

    private double[][] sandwich() {
        double[][] covariance = new double[beta.length][beta.length];
        for (int i = 0; i < beta.length; i++) {
            for (int j = 0; j < beta.length; j++) {
                for (int row = 0; row < influence[i].length; row++) {
                    covariance[i][j] += influence[i][row] * influence[j][row];
                }
            }
        }
        return covariance;
    }

    private Domain choosers() {
        BitSet chose = new BitSet();
        choices.sets().forEach(set -> chose.set(set.respondent()));
        return Domain.where("who chose", choices.respondents(), chose::get);
    }

    /**
     * Weighted influence of each respondent on each coefficient, coefficient first: the design's covariance of their sums
     * is the coefficients' covariance.
     */
    public double[][] influence() {
        return Arrays.stream(influence).map(double[]::clone).toArray(double[][]::new);
    }

    /** The weighted log-likelihood at the estimate. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** McFadden's 1 − L/L₀, L₀ with all utilities equal. */
    public double pseudoRSquared() {
        return 1 - logLikelihood / logLikelihoodAtZero;
    }

    /** Newton steps taken. */
    public int iterations() {
        return iterations;
    }
}
