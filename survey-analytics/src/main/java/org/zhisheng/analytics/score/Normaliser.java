package org.zhisheng.analytics.score;

import java.util.Arrays;

/** A normalisation ready for use: a function made of straight pieces, so that slopes and kinks are known exactly. */
public final class Normaliser {
    private final double[] x;
    private final double[] y;
    private final double leftSlope;
    private final double rightSlope;
    private final double flaggedAbove;

    private Normaliser(double[] x, double[] y, double leftSlope, double rightSlope, double flaggedAbove) {
        this.x = x;
        this.y = y;
        this.leftSlope = leftSlope;
        this.rightSlope = rightSlope;
        this.flaggedAbove = flaggedAbove;
    }

    /**
     * Fits a normalisation.
     *
     * @param indicator its name, for errors
     * @param peers values of all units, NaN where missing; needed only where {@link Normalisation#needsPeers()}
     * @throws IllegalArgumentException naming the indicator where its values are all the same, or its target lies on the
     *     wrong side of all values
     */
    static Normaliser fit(String indicator, Normalisation normalisation, double[] peers) {
        return switch (normalisation) {
            case Normalisation.Identity i -> line(0, 0, 1);
            case Normalisation.TargetRatio t -> ramp(t.target(), Double.POSITIVE_INFINITY);
            case Normalisation.TargetBand b -> ramp(b.lower(), b.upper());
            case Normalisation.MinMax m -> minMax(indicator, m, peers);
            case Normalisation.DistanceToTarget d -> distance(indicator, d, peers);
            case Normalisation.ZScore z -> zScore(indicator, z, peers);
        };
    }

    private static Normaliser line(double x, double y, double slope) {
        return new Normaliser(new double[] {x}, new double[] {y}, slope, slope, Double.POSITIVE_INFINITY);
    }

    private static Normaliser ramp(double target, double flaggedAbove) {
        return new Normaliser(new double[] {0, target}, new double[] {0, 100}, 0, 0, flaggedAbove);
    }

    private static Normaliser minMax(String indicator, Normalisation.MinMax rule, double[] peers) {
        Range posts = rule.goalposts();
        double low = posts == null ? least(indicator, peers) : posts.lower();
        double high = posts == null ? most(indicator, peers) : posts.upper();
        requireSpread(indicator, low, high);
        boolean up = rule.direction() == Direction.HIGHER_IS_BETTER;
        double atLow = up ? rule.onto().lower() : rule.onto().upper();
        double atHigh = up ? rule.onto().upper() : rule.onto().lower();
        double beyond = posts == null ? (atHigh - atLow) / (high - low) : 0;
        return new Normaliser(
                new double[] {low, high}, new double[] {atLow, atHigh}, beyond, beyond, Double.POSITIVE_INFINITY);
    }

    private static Normaliser distance(String indicator, Normalisation.DistanceToTarget rule, double[] peers) {
        boolean up = rule.direction() == Direction.HIGHER_IS_BETTER;
        double start = up ? least(indicator, peers) : most(indicator, peers);
        double way = rule.target() - start;
        if (up ? !(way > 0) : !(way < 0)) {
            throw new IllegalArgumentException(indicator + ": the target " + rule.target() + " is not beyond the "
                    + (up ? "least" : "largest") + " value " + start + ", so there is no distance to measure");
        }
        double slope = 100 / way;
        if (!rule.capped()) {
            return line(start, 0, slope);
        }
        return up
                ? new Normaliser(new double[] {start, rule.target()}, new double[] {0, 100}, slope, 0, Double.NaN)
                : new Normaliser(new double[] {rule.target(), start}, new double[] {100, 0}, 0, slope, Double.NaN);
    }

    private static Normaliser zScore(String indicator, Normalisation.ZScore rule, double[] peers) {
        double[] known = known(indicator, peers);
        double mean = Arrays.stream(known).sum() / known.length;
        double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        requireSpread(indicator, least(indicator, peers), most(indicator, peers));
        double sd = Math.sqrt(squares / (known.length - 1));
        double sign = rule.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        return line(mean, rule.mean(), sign * rule.sd() / sd);
    }

    private static double least(String indicator, double[] peers) {
        return Arrays.stream(known(indicator, peers)).min().orElseThrow();
    }

    private static double most(String indicator, double[] peers) {
        return Arrays.stream(known(indicator, peers)).max().orElseThrow();
    }

    private static double[] known(String indicator, double[] peers) {
        double[] known = Arrays.stream(peers).filter(v -> !Double.isNaN(v)).toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException(
                    indicator + " has no values to compare with: its normalisation needs peers");
        }
        return known;
    }

    private static void requireSpread(String indicator, double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    indicator + " is " + low
                            + " in every unit: a constant column cannot be normalised against peers; leave it out or give it a target");
        }
    }

    /** The points of a value. */
    public double points(double value) {
        int last = x.length - 1;
        if (value <= x[0]) {
            return value == x[0] ? y[0] : y[0] + leftSlope * (value - x[0]);
        }
        if (value >= x[last]) {
            return value == x[last] ? y[last] : y[last] + rightSlope * (value - x[last]);
        }
        return y[0] + (value - x[0]) / (x[last] - x[0]) * (y[last] - y[0]);
    }

    /** The slope at a value; at a kink that of the piece below it. */
    double slope(double value) {
        int last = x.length - 1;
        if (value <= x[0]) {
            return leftSlope;
        }
        return value > x[last] ? rightSlope : (y[last] - y[0]) / (x[last] - x[0]);
    }

    /** Whether the slope changes within {@code reach} of a value. */
    boolean bends(double value, double reach) {
        if (x.length == 1) {
            return false;
        }
        double inner = (y[1] - y[0]) / (x[1] - x[0]);
        return (leftSlope != inner && Math.abs(value - x[0]) <= reach)
                || (rightSlope != inner && Math.abs(value - x[1]) <= reach);
    }

    /** Whether a value lies above the upper edge of a target band. */
    boolean flags(double value) {
        return value > flaggedAbove;
    }

    /** The value that is worth so many points, on the inner piece; NaN where no value is. */
    double value(double points) {
        if (x.length == 1) {
            return leftSlope == 0 ? Double.NaN : x[0] + (points - y[0]) / leftSlope;
        }
        return x[0] + (points - y[0]) / (y[1] - y[0]) * (x[1] - x[0]);
    }
}
