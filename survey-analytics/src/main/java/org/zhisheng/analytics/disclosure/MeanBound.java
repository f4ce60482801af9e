package org.zhisheng.analytics.disclosure;

/**
 * Where a rate of an item is printed as a bound, its mean must not undo that: a mean of 99 of 100 points would say that
 * nobody was unsatisfied. The mean is printed as far as it is possible with none, one and two people in the minority.
 *
 * @param low least mean that leaves the minority open
 * @param high greatest mean that leaves it open
 */
record MeanBound(double low, double high) {
    /** The range in which a mean leaves open every rate of the item that is printed as a bound. */
    static MeanBound of(ItemCounts item, Outcome mean, int[] counts) {
        MeanBound bound = new MeanBound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (Outcome rate : item.outcomes()) {
            int base = rate.base(counts);
            long hits = rate.isRate() ? (long) rate.sum(counts) : 0;
            if (rate.isRate() && rate.isHeadline() && base > 0 && ReleaseRule.unanimous(hits, base)) {
                double minority = 2 * hits <= base ? 1 : 0;
                for (int people = 0; people <= ReleaseRule.UNANIMITY; people++) {
                    bound = bound.and(with(mean, rate, minority, people, base));
                }
            }
        }
        return bound;
    }

    private MeanBound and(MeanBound other) {
        return new MeanBound(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** The means that are possible with so many people in the minority. */
    private static MeanBound with(Outcome mean, Outcome rate, double minority, int people, int base) {
        double[] few = range(mean, rate, minority);
        double[] many = range(mean, rate, 1 - minority);
        return new MeanBound(
                (people * few[0] + (base - people) * many[0]) / base,
                (people * few[1] + (base - people) * many[1]) / base);
    }

    private static double[] range(Outcome mean, Outcome rate, double value) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int c = 0; c < mean.values().size(); c++) {
            double points = mean.values().get(c);
            if (!Double.isNaN(points) && rate.values().get(c) == value) {
                range[0] = Math.min(range[0], points);
                range[1] = Math.max(range[1], points);
            }
        }
        return range;
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
