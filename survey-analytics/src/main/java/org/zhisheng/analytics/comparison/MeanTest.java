package org.zhisheng.analytics.comparison;

import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalMethod;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.MissingValues;
import org.zhisheng.analytics.estimation.Reference;
import org.zhisheng.analytics.estimation.Variable;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Design-based t tests of means.
 *
 * @param estimate the mean less its null value, or the difference of two means; its interval uses the test's t
 * @param test the statistic with its degrees of freedom: one less than the design's
 */
public record MeanTest(Estimate estimate, TestResult test) {
    /**
     * Whether a mean differs from a value. Respondents without a value count in the degrees of freedom.
     *
     * @param level of the interval for the difference
     */
    public static MeanTest oneSample(Estimator estimator, Variable y, Domain domain, double nullValue, double level) {
        Estimate mean = estimator.mean(y, domain, rule(MissingValues.KEEP_IN_DESIGN, level));
        double df = mean.degreesOfFreedom() - 1;
        return test("one-sample t", "mean", mean, mean.value() - nullValue, df, level);
    }

    /**
     * Whether the means of two groups of one design differ: second less first, covariance included. Only respondents
     * with a value count in the degrees of freedom.
     */
    public static MeanTest twoSample(Estimator estimator, Variable y, Domain first, Domain second, double level) {
        EstimateRule rule = rule(MissingValues.OUTSIDE_DOMAIN, level);
        EstimateVector means = estimator.domainMeans(y, List.of(first, second), rule);
        for (int g = 0; g < 2; g++) {
            if (means.estimates().get(g).sampleSize() == 0) {
                throw new IllegalArgumentException(
                        "group " + (g == 0 ? first : second).name() + " has nobody with a value of " + y.name());
            }
        }
        Estimate difference = means.combination("difference in mean", new double[] {-1, 1}, rule.interval());
        int n = means.estimates().getFirst().sampleSize()
                + means.estimates().getLast().sampleSize();
        double df = means.degreesOfFreedom() - 1;
        return test("two-sample t", "difference in mean", withSize(difference, n), difference.value(), df, level);
    }

    private static EstimateRule rule(MissingValues missing, double level) {
        return new EstimateRule(
                new IntervalRule(IntervalMethod.WALD, Reference.NORMAL, level), DesignEffect.NONE, missing);
    }

    private static Estimate withSize(Estimate e, int n) {
        return new Estimate(
                e.statistic(),
                e.value(),
                e.standardError(),
                e.interval(),
                e.degreesOfFreedom(),
                n,
                e.designEffect(),
                e.method(),
                e.conventions());
    }

    private static MeanTest test(
            String name, String statistic, Estimate e, double difference, double df, double level) {
        double t = difference / e.standardError();
        double half = Distributions.tQuantile(0.5 + level / 2, df) * e.standardError();
        Interval interval = half >= 0 ? new Interval(difference - half, difference + half, level, "t") : null;
        Estimate estimate = new Estimate(
                statistic,
                difference,
                e.standardError(),
                interval,
                df,
                e.sampleSize(),
                Double.NaN,
                e.method(),
                e.conventions());
        return new MeanTest(
                estimate,
                new TestResult(name, t, 1, df, Distributions.tTwoSided(t, df), "design-based t", e.conventions()));
    }
}
