package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;

/** Several estimates of one design with their covariances, from which weighted sums are estimated. */
public final class EstimateVector {
    private final List<Estimate> estimates;
    private final double[][] covariance;
    private final double degreesOfFreedom;

    private EstimateVector(List<Estimate> estimates, double[][] covariance, double degreesOfFreedom) {
        this.estimates = estimates;
        this.covariance = covariance;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    static EstimateVector of(List<Estimate> estimates, double[][] covariance, double degreesOfFreedom) {
        return new EstimateVector(List.copyOf(estimates), covariance, degreesOfFreedom);
    }

    /** Degrees of freedom of the design over all that the estimates rest on together. */
    public double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** The estimates in the order of their variables. */
    public List<Estimate> estimates() {
        return estimates;
    }

    /** Covariance of two of the estimates. */
    public double covariance(int first, int second) {
        return covariance[first][second];
    }

    /**
     * A weighted sum of the estimates, for example the mean of four item means with coefficients of a quarter.
     *
     * @param statistic what the sum is called
     * @param coefficients one for each estimate
     * @param rule the interval; {@link IntervalMethod#WALD} or none
     * @return its sample size is the least of the parts', the one that limits it
     */
    public Estimate combination(String statistic, double[] coefficients, IntervalRule rule) {
        if (coefficients.length != estimates.size()) {
            throw new IllegalArgumentException(
                    statistic + ": " + coefficients.length + " coefficients for " + estimates.size() + " estimates");
        }
        double value = 0;
        double variance = 0;
        for (int i = 0; i < coefficients.length; i++) {
            value += coefficients[i] * estimates.get(i).value();
            for (int j = 0; j < coefficients.length; j++) {
                variance += coefficients[i] * coefficients[j] * covariance[i][j];
            }
        }
        double df = degreesOfFreedom;
        List<String> conventions = new ArrayList<>(estimates.getFirst().conventions());
        conventions.add("each part on its own base, covariances included");
        return new Estimate(
                statistic,
                value,
                Math.sqrt(Math.max(0, variance)),
                Estimator.wald(
                        value, variance, rule.reference() == Reference.NORMAL ? Double.POSITIVE_INFINITY : df, rule),
                df,
                estimates.stream().mapToInt(Estimate::sampleSize).min().orElse(0),
                Double.NaN,
                "weighted sum of estimates, Taylor linearisation",
                conventions);
    }
}
