package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Estimates under a design, with Taylor-linearised standard errors.
 *
 * <p>Respondents without a value are outside the domain but keep their place among the sampling units; whether they
 * count in the degrees of freedom is the rule's choice.
 */
public final class Estimator {
    private final Design design;

    /** An estimator for a design. */
    public Estimator(Design design) {
        this.design = design;
    }

    /** The design estimated under. */
    public Design design() {
        return design;
    }

    /** Weighted mean of a variable in a domain. */
    public Estimate mean(Variable y, Domain domain, EstimateRule rule) {
        return finish(Linearized.mean(design, y, domain), rule);
    }

    /** Share of a 0/1 variable in a domain, between 0 and 1. */
    public Estimate proportion(Variable indicator, Domain domain, EstimateRule rule) {
        requireIndicator(indicator);
        Linearized mean = Linearized.mean(design, indicator, domain);
        return finish(
                new Linearized("proportion", mean.value, mean.influence, mean.included, mean.records, domain), rule);
    }

    /** Weighted sum of a variable over a domain. */
    public Estimate total(Variable y, Domain domain, EstimateRule rule) {
        return finish(Linearized.total(design, y, domain), rule);
    }

    /** Ratio of two weighted sums; respondents lacking either variable are outside. */
    public Estimate ratio(Variable numerator, Variable denominator, Domain domain, EstimateRule rule) {
        return finish(Linearized.ratio(design, numerator, denominator, domain), rule);
    }

    /** Means of a variable in several domains. */
    public List<Estimate> means(Variable y, List<Domain> domains, EstimateRule rule) {
        return domains.stream().map(domain -> mean(y, domain, rule)).toList();
    }

    /** Means of several row-wise variables in a domain, each on its own base, with their covariances. */
    public EstimateVector means(List<Variable> variables, Domain domain, EstimateRule rule) {
        List<Linearized> linear = new ArrayList<>();
        for (Variable variable : variables) {
            requireRows(variable);
            linear.add(Linearized.mean(design, variable, domain));
        }
        return vector(linear, rule);
    }

    /**
     * Means of several row-wise variables over the respondents who have all of them, with their covariances: what R's
     * {@code svymean} gives for several variables with {@code na.rm = TRUE}.
     */
    public EstimateVector completeCaseMeans(List<Variable> variables, Domain domain, EstimateRule rule) {
        variables.forEach(Estimator::requireRows);
        Domain complete = Domain.where(
                domain.name(),
                design.cells(),
                row -> domain.contains(row)
                        && variables.stream().noneMatch(variable -> Double.isNaN(variable.value(row))));
        List<Linearized> linear = new ArrayList<>();
        for (Variable variable : variables) {
            Linearized mean = Linearized.mean(design, variable, complete);
            linear.add(new Linearized("mean", mean.value, mean.influence, mean.included, mean.records, domain));
        }
        return vector(linear, rule);
    }

    /** Means of one variable in several domains with their covariances, for differences between them. */
    public EstimateVector domainMeans(Variable y, List<Domain> domains, EstimateRule rule) {
        return vector(
                domains.stream()
                        .map(domain -> Linearized.mean(design, y, domain))
                        .toList(),
                rule);
    }

    /**
     * Shares of the cells of a two-way table, row by row, among respondents with both answers, with their covariances.
     * They sum to 1.
     */
    public EstimateVector shares(CrossTable table, Domain domain, EstimateRule rule) {
        List<Linearized> linear = new ArrayList<>();
        for (int cell = 0; cell < table.rows() * table.columns(); cell++) {
            Linearized mean = Linearized.mean(design, table.indicator(cell), domain);
            linear.add(new Linearized("proportion", mean.value, mean.influence, mean.included, mean.records, domain));
        }
        return vector(linear, rule);
    }

    private EstimateVector vector(List<Linearized> linear, EstimateRule rule) {
        return EstimateVector.of(
                linear.stream().map(one -> finish(one, rule)).toList(),
                TaylorVariance.covariance(design, linear),
                DomainSize.of(design, linear, rule.missing()).degreesOfFreedom());
    }

    private static void requireRows(Variable variable) {
        if (variable.width() != 1) {
            throw new IllegalArgumentException("variable " + variable.name()
                    + " is counted, not given in rows; covariances of counted items come from a CubeEstimator");
        }
    }

    /** Degrees of freedom of the design in a domain: sampling units minus strata. */
    public double degreesOfFreedom(Domain domain) {
        return DomainSize.of(design, domain).degreesOfFreedom();
    }

    /** Rows of the design in a domain, with or without answers; all rows once weights were adjusted, as R keeps them. */
    public double rows(Domain domain) {
        return DomainSize.of(design, domain).rows();
    }

    Estimate finish(Linearized statistic, EstimateRule rule) {
        requireValues(statistic, rule.missing());
        double n = statistic.sampleSize();
        boolean empty = n == 0;
        double variance = empty ? Double.NaN : TaylorVariance.variance(design, statistic);
        DomainSize size = DomainSize.of(design, statistic, rule.missing());
        Interval interval = empty ? null : interval(statistic, variance, size, rule.interval());
        double effect = empty ? Double.NaN : EffectOfDesign.of(design, statistic, variance, rule.designEffect());
        return new Estimate(
                statistic.statistic,
                empty ? Double.NaN : statistic.value,
                Math.sqrt(variance),
                interval,
                size.degreesOfFreedom(),
                (int) n,
                effect,
                statistic.statistic + ", Taylor linearisation",
                conventions(rule));
    }

    private @Nullable Interval interval(Linearized statistic, double variance, DomainSize size, IntervalRule rule) {
        double df = rule.reference() == Reference.NORMAL ? Double.POSITIVE_INFINITY : size.degreesOfFreedom();
        if (statistic.statistic.equals("proportion")) {
            return ProportionInterval.of(
                    statistic.value,
                    variance,
                    rule,
                    df,
                    size.degreesOfFreedom(),
                    size.rows(),
                    DomainSize.effectiveSize(design, statistic),
                    !size.census());
        }
        return wald(statistic.value, variance, df, rule);
    }

    static @Nullable Interval wald(double value, double variance, double df, IntervalRule rule) {
        if (rule.method() == IntervalMethod.NONE) {
            return null;
        }
        if (rule.method() != IntervalMethod.WALD) {
            throw new IllegalArgumentException(
                    "interval method " + rule.method() + " is for proportions; means and totals take WALD");
        }
        double half = Distributions.tQuantile(0.5 + rule.level() / 2, df) * Math.sqrt(variance);
        boolean made = !Double.isNaN(half) && !Double.isNaN(value);
        return made ? new Interval(value - half, value + half, rule.level(), "wald") : null;
    }

    private List<String> conventions(EstimateRule rule) {
        List<String> list = new ArrayList<>(design.conventions());
        list.add("missing values: "
                + rule.missing().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (rule.interval().method() != IntervalMethod.NONE) {
            list.add(
                    rule.interval().reference() == Reference.NORMAL
                            ? "interval: normal reference"
                            : "interval: t on the domain's degrees of freedom");
        }
        if (rule.designEffect() != DesignEffect.NONE) {
            list.add("design effect: "
                    + rule.designEffect().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return list;
    }

    private void requireValues(Linearized statistic, MissingValues rule) {
        Variable y = statistic.records;
        for (int i = 0; rule == MissingValues.REFUSE && i < y.records(); i++) {
            int cell = i / y.width();
            boolean inside = y.frequency()[i] > 0 && statistic.domain.contains(cell) && design.weight(cell) != 0;
            if (inside && !statistic.included[i]) {
                throw new IllegalArgumentException("variable " + y.name() + " has missing values in domain "
                        + statistic.domain.name() + "; choose how they count");
            }
        }
    }

    private static void requireIndicator(Variable indicator) {
        for (int i = 0; i < indicator.records(); i++) {
            double value = indicator.value(i);
            if (value != 0 && value != 1 && !Double.isNaN(value)) {
                throw new IllegalArgumentException("variable " + indicator.name() + " has the value " + value
                        + "; a proportion needs 0 and 1 only");
            }
        }
    }
}
