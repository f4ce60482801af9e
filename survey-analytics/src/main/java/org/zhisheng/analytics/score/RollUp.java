package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * What a higher union sees of its enterprises together: a rate that each enterprise estimated by itself, pooled by covered
 * workers with the enterprises as strata; and the distribution of wage growth.
 */
public final class RollUp {
    private RollUp() {}

    /**
     * One enterprise's estimate.
     *
     * @param covered workers covered by its contract
     * @param value in the measure's unit, such as percent
     * @param standardError of the value
     */
    public record Part(String unit, long covered, double value, double standardError) {
        public Part {
            if (covered < 1 || Double.isNaN(value) || !(standardError >= 0)) {
                throw new IllegalArgumentException(unit + ": " + covered + " covered workers, value " + value + " ± "
                        + standardError + " cannot be pooled");
            }
        }
    }

    /**
     * A pooled value.
     *
     * @param value Σ Nᵢ xᵢ / Σ Nᵢ
     * @param standardError √Σ (Nᵢ/N)² sᵢ²
     */
    public record Pooled(double value, double standardError, double lower, double upper, long covered, int units) {}

    /** Pools a measure; small enterprises take part here though they are never listed. */
    public static Pooled pooled(List<Part> parts, double level) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no enterprise to pool");
        }
        long covered = parts.stream().mapToLong(Part::covered).sum();
        double value = 0;
        double variance = 0;
        for (Part part : parts) {
            double share = (double) part.covered() / covered;
            value += share * part.value();
            variance += share * share * part.standardError() * part.standardError();
        }
        double error = Math.sqrt(variance);
        double half = Distributions.normalQuantile((1 + level) / 2) * error;
        return new Pooled(value, error, value - half, value + half, covered, parts.size());
    }

    /**
     * Wage growth over enterprises, against a target band whose edges belong to it.
     *
     * @param below share of enterprises below the band; {@code within} and {@code above} likewise
     * @param workersBelow share of covered workers in enterprises below the band; likewise
     */
    public record Growth(
            int units,
            double median,
            double lowerQuartile,
            double upperQuartile,
            double below,
            double within,
            double above,
            double workersBelow,
            double workersWithin,
            double workersAbove) {}

    /** The distribution of wage growth; quartiles are those of R's default (type 7). */
    public static Growth growth(List<Part> parts, double lower, double upper) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no enterprise with a wage growth");
        }
        double[] units = new double[3];
        double[] workers = new double[3];
        for (Part part : parts) {
            int at = Rounding.isBelow(part.value(), lower) ? 0 : Rounding.isBelow(upper, part.value()) ? 2 : 1;
            units[at]++;
            workers[at] += part.covered();
        }
        double[] sorted = parts.stream().mapToDouble(Part::value).sorted().toArray();
        double all = Arrays.stream(workers).sum();
        double n = sorted.length;
        return new Growth(
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                units[0] / n,
                units[1] / n,
                units[2] / n,
                workers[0] / all,
                workers[1] / all,
                workers[2] / all);
    }

    /**
     * Enterprises by their wage growth in percent.
     *
     * @param name {@code fell} below 0, {@code flat} 0, then {@code under-5}, {@code 5-8}, {@code 8-12} and {@code over-12};
     *     lower edges belong to a class and upper ones do not, but for 12, which belongs to 8–12
     * @param workers share of the covered workers
     */
    public record GrowthClass(String name, int units, double workers) {}

    /** How many enterprises and workers each class of wage growth has; empty classes included. */
    public static List<GrowthClass> growthClasses(List<Part> parts) {
        List<String> names = List.of("fell", "flat", "under-5", "5-8", "8-12", "over-12");
        int[] units = new int[names.size()];
        double[] workers = new double[names.size()];
        double all = 0;
        for (Part part : parts) {
            int at = growthClass(part.value());
            units[at]++;
            workers[at] += part.covered();
            all += part.covered();
        }
        List<GrowthClass> classes = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            classes.add(new GrowthClass(names.get(i), units[i], all == 0 ? 0 : workers[i] / all));
        }
        return classes;
    }

    private static int growthClass(double growth) {
        if (Rounding.isBelow(growth, 0)) {
            return 0;
        }
        if (!Rounding.isBelow(0, growth)) {
            return 1;
        }
        return Rounding.isBelow(growth, 5) ? 2 : Rounding.isBelow(growth, 8) ? 3 : Rounding.isBelow(12, growth) ? 5 : 4;
    }

    private static double quantile(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /**
     * A target of a period, the seed's or a user's.
     *
     * @param atLeast the value to reach; null where only the direction counts
     * @param rising whether it must also be above the earlier value
     */
    public record Target(String measure, @Nullable Double atLeast, boolean rising) {
        /** Establishment 80 %, awareness 90 %, satisfaction rising: what 2014 to 2018 was to reach. */
        public static final List<Target> SEED = List.of(
                new Target("establishment", 80.0, false),
                new Target("awareness", 90.0, false),
                new Target("satisfaction", null, true));
    }

    /**
     * How a value stands to its target.
     *
     * @param reached by the point estimate
     * @param certain whether the interval (or, for rising, the test of change) leaves no doubt at its level
     * @param change from the earlier value; NaN where there is none
     * @param pValue of the change, two-sided
     */
    public record Standing(Target target, boolean reached, boolean certain, double change, double pValue) {}

    /**
     * Compares a pooled value with its target.
     *
     * @param before the earlier value, needed for a target that rises
     * @throws IllegalArgumentException where a target that rises has nothing before it
     */
    public static Standing standing(Target target, Pooled now, @Nullable Pooled before, double level) {
        double change = before == null ? Double.NaN : now.value() - before.value();
        double error = before == null ? Double.NaN : Math.hypot(now.standardError(), before.standardError());
        double p = error > 0 ? 2 * Distributions.normalCdf(-Math.abs(change) / error) : Double.NaN;
        List<Boolean> reached = new ArrayList<>();
        List<Boolean> certain = new ArrayList<>();
        if (target.atLeast() != null) {
            reached.add(!Rounding.isBelow(now.value(), target.atLeast()));
            certain.add(!Rounding.isBelow(now.lower(), target.atLeast())
                    || Rounding.isBelow(now.upper(), target.atLeast()));
        }
        if (target.rising()) {
            if (before == null) {
                throw new IllegalArgumentException(
                        target.measure() + " is to rise: the earlier value is needed to tell whether it does");
            }
            reached.add(change > 0);
            certain.add(error > 0 ? p < 1 - level : change != 0);
        }
        return new Standing(
                target, reached.stream().allMatch(r -> r), certain.stream().allMatch(c -> c), change, p);
    }
}
