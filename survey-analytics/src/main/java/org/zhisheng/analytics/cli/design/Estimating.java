package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalMethod;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.QuantileEstimator;
import org.zhisheng.analytics.estimation.ReplicateEstimator;
import org.zhisheng.analytics.estimation.Variable;
import org.zhisheng.analytics.numeric.QuantileRule;

/** What makes estimates, by linearisation or by replicates. */
public sealed interface Estimating {
    Estimate mean(Variable y, Domain domain, EstimateRule rule);

    Estimate proportion(Variable indicator, Domain domain, EstimateRule rule);

    Estimate total(Variable y, Domain domain, EstimateRule rule);

    Estimate ratio(Variable numerator, Variable denominator, Domain domain, EstimateRule rule);

    Estimate quantile(Variable y, double share, QuantileRule how, Domain domain, IntervalRule rule);

    /** Taylor linearisation, and Woodruff's interval for quantiles. */
    record Linearised(Estimator estimator, QuantileEstimator quantiles) implements Estimating {
        Linearised(Design design) {
            this(new Estimator(design), new QuantileEstimator(design));
        }

        @Override
        public Estimate mean(Variable y, Domain domain, EstimateRule rule) {
            return estimator.mean(y, domain, rule);
        }

        @Override
        public Estimate proportion(Variable indicator, Domain domain, EstimateRule rule) {
            return estimator.proportion(indicator, domain, rule);
        }

        @Override
        public Estimate total(Variable y, Domain domain, EstimateRule rule) {
            return estimator.total(y, domain, rule);
        }

        @Override
        public Estimate ratio(Variable numerator, Variable denominator, Domain domain, EstimateRule rule) {
            return estimator.ratio(numerator, denominator, domain, rule);
        }

        @Override
        public Estimate quantile(Variable y, double share, QuantileRule how, Domain domain, IntervalRule rule) {
            return quantiles.quantile(y, share, how, domain, rule);
        }
    }

    /** Replicate weights; intervals are Wald intervals, and design effects are refused. */
    record Replicated(ReplicateEstimator estimator) implements Estimating {
        @Override
        public Estimate mean(Variable y, Domain domain, EstimateRule rule) {
            return estimator.mean(y, domain, interval(rule));
        }

        @Override
        public Estimate proportion(Variable indicator, Domain domain, EstimateRule rule) {
            IntervalRule asked = rule.interval();
            boolean wald = asked.method() == IntervalMethod.WALD || asked.method() == IntervalMethod.NONE;
            IntervalRule used = wald ? asked : new IntervalRule(IntervalMethod.WALD, asked.reference(), asked.level());
            Estimate mean = estimator.mean(indicator, domain, interval(new EstimateRule(used, rule.designEffect())));
            List<String> conventions = new ArrayList<>(mean.conventions());
            if (!wald) {
                conventions.add("replicates give Wald intervals, in place of "
                        + asked.method().name().toLowerCase(java.util.Locale.ROOT));
            }
            return new Estimate(
                    "proportion",
                    mean.value(),
                    mean.standardError(),
                    mean.interval(),
                    mean.degreesOfFreedom(),
                    mean.sampleSize(),
                    mean.designEffect(),
                    mean.method(),
                    conventions);
        }

        @Override
        public Estimate total(Variable y, Domain domain, EstimateRule rule) {
            return estimator.total(y, domain, interval(rule));
        }

        @Override
        public Estimate ratio(Variable numerator, Variable denominator, Domain domain, EstimateRule rule) {
            return estimator.ratio(numerator, denominator, domain, interval(rule));
        }

        @Override
        public Estimate quantile(Variable y, double share, QuantileRule how, Domain domain, IntervalRule rule) {
            return estimator.quantile(y, share, how, domain, rule);
        }

        private static IntervalRule interval(EstimateRule rule) {
            if (rule.designEffect() != DesignEffect.NONE) {
                throw new IllegalArgumentException(
                        "replicates give no design effect; leave out 'deff', or the design's 'replicates'");
            }
            return rule.interval();
        }
    }
}
