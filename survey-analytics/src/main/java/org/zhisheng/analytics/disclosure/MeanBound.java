package org.zhisheng.analytics.disclosure;

import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Where a rate of an item is printed as a bound, its mean must not undo that: a mean of 99 of 100 points would say that
 * nobody was unsatisfied. The mean is printed as far as it is possible with none, one and two people in the minority,
 * beside the item's other rates as they are printed.
 *
 * @param low least mean that leaves the minority open
 * @param high greatest mean that leaves it open
 */
record MeanBound(double low, double high) {
    /** The range in which a mean leaves open every rate of the item that is printed as a bound. */
    static MeanBound of(ItemCounts item, Outcome mean, int[] counts) {
        MeanBound bound = new MeanBound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (Outcome rate : rates(item)) {
            int base = rate.base(counts);
            long hits = (long) rate.sum(counts);
            if (ReleaseRule.unanimous(hits, base)) {
                for (int people = 0; people <= ReleaseRule.UNANIMITY; people++) {
                    bound = bound.and(with(item, mean, counts, rate, 2 * hits <= base ? people : base - people));
                }
            }
        }
        return bound;
    }

    private static List<Outcome> rates(ItemCounts item) {
        return item.outcomes().stream()
                .filter(o -> o.isRate() && o.isHeadline())
                .toList();
    }

    private MeanBound and(MeanBound other) {
        return new MeanBound(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** The means that are possible where a rate has so many hits; an empty range where nothing is. */
    private static MeanBound with(ItemCounts item, Outcome mean, int[] counts, Outcome rate, long hits) {
        Optimisation.Result least = model(item, mean, counts, rate, hits).minimise();
        Optimisation.Result most = model(item, mean, counts, rate, hits).maximise();
        return least.getState().isFeasible() && most.getState().isFeasible()
                ? new MeanBound(least.getValue(), most.getValue())
                : new MeanBound(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    private static ExpressionsBasedModel model(ItemCounts item, Outcome mean, int[] counts, Outcome rate, long hits) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] people = new Variable[counts.length];
        int all = 0;
        double base = mean.base(counts);
        for (int c = 0; c < counts.length; c++) {
            double points = mean.values().get(c);
            people[c] = model.newVariable("category " + c).lower(0).weight(Double.isNaN(points) ? 0 : points / base);
            all += counts[c];
        }
        sum(model, people, mean, false).level(base);
        Expression everyone = model.newExpression("everyone").level(all);
        for (Variable of : people) {
            everyone.set(of, 1);
        }
        for (Outcome other : rates(item)) {
            sum(model, people, other, false).level(other.base(counts));
            limit(sum(model, people, other, true), other, counts, other == rate ? hits : -1);
        }
        return model;
    }

    /** People in the base of a figure, or those of whom a rate is true. */
    private static Expression sum(ExpressionsBasedModel model, Variable[] people, Outcome of, boolean hits) {
        Expression sum = model.newExpression(of.statistic() + (hits ? " hits" : " base"));
        for (int c = 0; c < people.length; c++) {
            double value = of.values().get(c);
            if (!Double.isNaN(value) && (!hits || value == 1)) {
                sum.set(people[c], 1);
            }
        }
        return sum;
    }

    private static void limit(Expression hits, Outcome rate, int[] counts, long given) {
        long found = (long) rate.sum(counts);
        int base = rate.base(counts);
        if (given >= 0) {
            hits.level(given);
        } else if (!ReleaseRule.unanimous(found, base)) {
            hits.level(found);
        } else if (2 * found <= base) {
            hits.upper(ReleaseRule.UNANIMITY);
        } else {
            hits.lower(base - ReleaseRule.UNANIMITY);
        }
    }

    /** How a mean is printed. */
    Limit limit(double mean) {
        if (low > high) {
            return Limit.WITHHELD;
        }
        return mean > high ? Limit.AT_LEAST : mean < low ? Limit.AT_MOST : Limit.EXACT;
    }

    /** The mean as far as it may be printed. */
    double clamp(double mean) {
        return low > high ? Double.NaN : Math.clamp(mean, low, high);
    }
}
