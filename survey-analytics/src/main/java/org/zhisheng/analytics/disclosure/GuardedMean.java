package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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
        // How many of each block left the item out is not public: as if it were the same share of all.
        double answered = (double) base / protection.frame().respondents();
        double error = Math.sqrt(greatestOfMean(protection, variance) / answered);
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
                List.of("greatest error that goes with the printed numbers"));
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

    /**
     * The greatest variance of the mean that goes with a variance of the points. Of blocks with shares {@code W} of the
     * workers, {@code n} respondents and sampling fractions {@code f} it is Σ W² (1 − f) v / (n − 1), Cochran 1977, 5.6; what
     * the blocks' own variances v are is not public, but Σ W v is at most the whole one, and each at most a quarter of the
     * squared range. So the whole one is given to the blocks that tell it most, one after the other.
     */
    private double greatestOfMean(Protection protection, double whole) {
        double range = points().max().orElse(0) - points().min().orElse(0);
        List<double[]> blocks = blocks(protection);
        blocks.sort(Comparator.comparingDouble(b -> -b[1]));
        double left = whole;
        double sum = 0;
        for (double[] block : blocks) {
            double given = Math.min(left, block[0] * range * range / 4);
            sum += block[1] * given;
            left -= given;
        }
        return sum;
    }

    /** For each block its share W of the workers, and W (1 − f) / (n − 1). */
    private static List<double[]> blocks(Protection protection) {
        UnitCounts unit = protection.frame();
        double workers = unit.headcount(unit.all());
        List<double[]> blocks = new ArrayList<>();
        for (BitSet block : protection.blockCells()) {
            double n = unit.size(block);
            if (n > 0) {
                boolean weighted = workers > 0;
                double share = weighted ? unit.headcount(block) / workers : n / unit.respondents();
                double open = weighted ? Math.max(0, 1 - n / unit.headcount(block)) : 1;
                blocks.add(new double[] {share, share * open / Math.max(1, n - 1)});
            }
        }
        return blocks;
    }
}
