package org.zhisheng.analytics.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * Newcombe's hybrid score interval (1998, method 10) for the difference of two independent proportions, which holds its
 * level in small groups where a Wald interval does not.
 */
public final class Newcombe {
    private Newcombe() {}

    /**
     * First proportion less the second, from simple counts.
     *
     * @param hits how many of the first group
     * @param size size of the first group, at least 1
     */
    public static Estimate difference(long hits, long size, long otherHits, long otherSize, double level) {
        requireCounts(hits, size);
        requireCounts(otherHits, otherSize);
        double p = (double) hits / size;
        double q = (double) otherHits / otherSize;
        double se = Math.sqrt(p * (1 - p) / size + q * (1 - q) / otherSize);
        Interval interval = combine(p, wilson(p, (double) size, level), q, wilson(q, (double) otherSize, level), level);
        return estimate(p - q, se, interval, Math.toIntExact(size + otherSize), List.of("simple random groups"));
    }

    /**
     * First proportion less the second, from estimates whose intervals were made by a score method on their effective
     * sample sizes. The groups must be independent.
     *
     * @throws IllegalArgumentException if an interval is missing or the levels differ
     */
    public static Estimate difference(Estimate first, Estimate second) {
        Interval a = requireInterval(first);
        Interval b = requireInterval(second);
        if (a.level() != b.level()) {
            throw new IllegalArgumentException("intervals of level " + a.level() + " and " + b.level()
                    + " cannot be combined; ask for the same level");
        }
        double se = Math.hypot(first.standardError(), second.standardError());
        Interval interval = combine(first.value(), a, second.value(), b, a.level());
        return estimate(
                first.value() - second.value(),
                se,
                interval,
                first.sampleSize() + second.sampleSize(),
                first.conventions());
    }

    private static Interval requireInterval(Estimate estimate) {
        @Nullable Interval interval = estimate.interval();
        if (interval == null) {
            throw new IllegalArgumentException(
                    "Newcombe's interval combines two intervals; an estimate of " + estimate.value() + " has none");
        }
        return interval;
    }

    private static void requireCounts(long hits, long size) {
        if (size < 1 || hits < 0 || hits > size) {
            throw new IllegalArgumentException(hits + " of " + size + " is not a proportion");
        }
    }

    private static Interval wilson(double p, double n, double level) {
        double z = Distributions.normalQuantile(0.5 + level / 2);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double centre = p + z * z / (2 * n);
        double scale = 1 + z * z / n;
        return new Interval(
                Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale), level, "wilson");
    }

    private static Interval combine(double p, Interval a, double q, Interval b, double level) {
        double down = Math.hypot(p - a.lower(), b.upper() - q);
        double up = Math.hypot(a.upper() - p, q - b.lower());
        return new Interval(p - q - down, p - q + up, level, "newcombe");
    }

    private static Estimate estimate(double value, double se, Interval interval, int n, List<String> conventions) {
        return new Estimate(
                "difference of proportions",
                value,
                se,
                interval,
                Double.NaN,
                n,
                Double.NaN,
                "Newcombe's hybrid score interval, independent groups",
                conventions);
    }
}
