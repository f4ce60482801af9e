package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * A mean beside a rate that is printed as a bound. The mean with its own error would tell in whole people what the bound
 * hides: a mean of points gives their sum, its error their sum of squares, and few tables in whole people have both. So the
 * error printed here is the greatest that goes with what is printed anyway: public numbers in, public numbers out.
 */
final class GuardedMean {
    /** Marks a mean whose error has no covariances. */
    static final String METHOD = "weighted mean; greatest error that goes with the printed rates";

    private static final double HALF_A_UNIT = 0.5e-4;

    private final Outcome mean;
    private final Estimate estimate;
    private final List<Outcome> rates = new ArrayList<>();
    private final List<Figure> printed = new ArrayList<>();

    GuardedMean(Outcome mean, Estimate estimate) {
        this.mean = mean;
        this.estimate = estimate;
    }

    /** Adds a rate of the same item as it is printed. */
    void beside(Outcome rate, Figure figure) {
        boolean sameBase = true;
        for (int c = 0; c < mean.values().size(); c++) {
            sameBase &= Double.isNaN(mean.values().get(c))
                    == Double.isNaN(rate.values().get(c));
        }
        if (sameBase && figure.limit().hasValue()) {
            rates.add(rate);
            printed.add(figure);
        }
    }

    /** The mean with the error. */
    Estimate print(Protection protection, double level) {
        double value = Rounding.four(estimate.value());
        double variance = greatestVariance(value);
        int base = estimate.sampleSize();
        double error = Math.sqrt(inflation(protection) * variance / Math.max(1, base - 1));
        return estimate(value, error, estimate, level);
    }

    /** The mean of some means: its error is the mean of their errors at most, whatever their covariances are. */
    static Estimate of(List<Figure> parts, double value, Estimate composite, double level) {
        double error = parts.stream()
                .mapToDouble(f -> f.estimate().standardError())
                .average()
                .orElse(Double.NaN);
        return estimate(value, error, composite, level);
    }

    private static Estimate estimate(double value, double error, Estimate of, double level) {
        double half = new NormalDistribution(0, 1).inverseCumulativeProbability((1 + level) / 2) * error;
        Interval interval = Double.isFinite(half)
                ? new Interval(Rounding.four(value - half), Rounding.four(value + half), level, "wald")
                : null;
        return new Estimate(
                of.statistic(),
                value,
                Rounding.six(error),
                interval,
                Double.NaN,
                of.sampleSize(),
                Double.NaN,
                METHOD,
                List.of("error from printed numbers alone, as if respondents were a simple random sample"));
    }

    /**
     * The greatest variance of points with this mean and these rates; where no distribution has them to the last decimal,
     * because they rest on weights, the greatest with the mean alone (Bhatia and Davis 2000).
     */
    private double greatestVariance(double value) {
        double low = points().min().orElse(value);
        double high = points().max().orElse(value);
        Optimisation.Result result = program(value).maximise();
        double square = result.getState().isFeasible() ? result.getValue() : Double.NaN;
        double widest = Math.max(0, (high - value) * (value - low));
        return Double.isNaN(square) ? widest : Math.clamp(square - value * value, 0, widest);
    }

    private java.util.stream.DoubleStream points() {
        return mean.values().stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v));
    }

    private ExpressionsBasedModel program(double value) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression all = model.newExpression("all").level(1);
        double slack = HALF_A_UNIT;
        Expression sum = model.newExpression("mean").lower(value - slack).upper(value + slack);
        List<Expression> rows = new ArrayList<>();
        printed.forEach(f -> rows.add(rate(model, f)));
        for (int c = 0; c < mean.values().size(); c++) {
            double points = mean.values().get(c);
            if (!Double.isNaN(points)) {
                Variable share = model.newVariable("share " + c).lower(0).weight(points * points);
                all.set(share, 1);
                sum.set(share, points);
                for (int r = 0; r < rows.size(); r++) {
                    rows.get(r).set(share, rates.get(r).values().get(c));
                }
            }
        }
        return model;
    }

    private static Expression rate(ExpressionsBasedModel model, Figure figure) {
        double value = figure.estimate().value();
        Expression row = model.newExpression("rate " + figure.statistic());
        if (figure.limit() != Limit.AT_MOST) {
            row.lower(value - HALF_A_UNIT);
        }
        if (figure.limit() != Limit.AT_LEAST) {
            row.upper(value + HALF_A_UNIT);
        }
        return row;
    }

    /** The finite population correction, and Kish's factor for unequal weights, of the unit's headcounts. */
    private static double inflation(Protection protection) {
        UnitCounts unit = protection.frame();
        double people = unit.respondents();
        double workers = unit.headcount(unit.all());
        double sum = 0;
        double squares = 0;
        for (BitSet block : protection.blockCells()) {
            double n = unit.size(block);
            double weight = workers > 0 && n > 0 ? unit.headcount(block) / n : 1;
            sum += n * weight;
            squares += n * weight * weight;
        }
        double open = workers > 0 ? Math.max(0, 1 - people / workers) : 1;
        return open * people * squares / (sum * sum);
    }
}
