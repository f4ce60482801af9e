package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The weights of what is there, and the total that they make. An indicator that is not there shares its weight over the
 * others of its dimension in proportion; a dimension with none shares its weight over the other dimensions.
 */
final class Composition {
    private final Scheme scheme;
    private final int[] dimensionOf;
    /** Shares of the total in effect, adding up to 1; 0 where an indicator is not there. */
    private final double[] share;

    private final double[] dimensionShare;

    private Composition(Scheme scheme, int[] dimensionOf, double[] share, double[] dimensionShare) {
        this.scheme = scheme;
        this.dimensionOf = dimensionOf;
        this.share = share;
        this.dimensionShare = dimensionShare;
    }

    /**
     * @param present which indicators are there, by position
     * @throws IllegalArgumentException where none is
     */
    static Composition of(Scheme scheme, BitSet present) {
        int[] dimensionOf = dimensionOf(scheme);
        int dimensions = scheme.dimensions().size();
        double[] there = new double[dimensions];
        present.stream()
                .forEach(
                        i -> there[dimensionOf[i]] += scheme.indicators().get(i).weight());
        double all = 0;
        for (int d = 0; d < dimensions; d++) {
            all += there[d] > 0 ? scheme.dimensions().get(d).weight() : 0;
        }
        if (!(all > 0)) {
            throw new IllegalArgumentException("not one indicator has a value, so there is nothing to weigh");
        }
        double[] dimensionShare = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            dimensionShare[d] = there[d] > 0 ? scheme.dimensions().get(d).weight() / all : 0;
        }
        double[] share = new double[dimensionOf.length];
        present.stream()
                .filter(i -> there[dimensionOf[i]] > 0)
                .forEach(i -> share[i] =
                        scheme.indicators().get(i).weight() / there[dimensionOf[i]] * dimensionShare[dimensionOf[i]]);
        return new Composition(scheme, dimensionOf, share, dimensionShare);
    }

    private static int[] dimensionOf(Scheme scheme) {
        List<String> dimensions =
                scheme.dimensions().stream().map(Dimension::id).toList();
        int[] of = new int[scheme.indicators().size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = dimensions.indexOf(scheme.indicators().get(i).dimension());
        }
        return of;
    }

    /** Weight in effect of an indicator, in points of 100. */
    double weight(int indicator) {
        return 100 * share[indicator];
    }

    /** Weight in effect of a dimension, in points of 100. */
    double dimensionWeight(int dimension) {
        return 100 * dimensionShare[dimension];
    }

    boolean has(int indicator) {
        return share[indicator] > 0;
    }

    /** Whether the total is a plain weighted sum. */
    boolean isArithmetic() {
        return rule().across() == Mean.ARITHMETIC && (!rule().twoLevel() || rule().within() == Mean.ARITHMETIC);
    }

    private Aggregation rule() {
        return scheme.aggregation();
    }

    /**
     * The total of points.
     *
     * @param points by indicator; what is not there is not looked at
     * @throws IllegalArgumentException naming the indicator where a geometric or harmonic mean meets a value of 0 or less
     */
    double total(double[] points) {
        if (rule().needsPositive()) {
            requirePositive(points);
        }
        return limit(points);
    }

    /** The total without the check: 0 where a geometric or harmonic mean meets a 0, as its limit is. */
    double limit(double[] points) {
        if (!rule().twoLevel() || isArithmetic()) {
            Mean mean = rule().across();
            double sum = 0;
            for (int i = 0; i < share.length; i++) {
                sum += share[i] == 0 ? 0 : share[i] * mean.transform(points[i]);
            }
            return mean.back(sum);
        }
        return across(dimensions(points));
    }

    private double across(double[] dimensions) {
        double sum = 0;
        for (int d = 0; d < dimensions.length; d++) {
            sum += dimensionShare[d] == 0
                    ? 0
                    : dimensionShare[d] * rule().across().transform(dimensions[d]);
        }
        return rule().across().back(sum);
    }

    /** The means of the dimensions; NaN where nothing of one is there. */
    double[] dimensions(double[] points) {
        Mean mean = rule().twoLevel() ? rule().within() : rule().across();
        double[] sums = new double[dimensionShare.length];
        for (int i = 0; i < share.length; i++) {
            if (share[i] != 0) {
                sums[dimensionOf[i]] += share[i] * mean.transform(points[i]);
            }
        }
        for (int d = 0; d < sums.length; d++) {
            sums[d] = dimensionShare[d] == 0 ? Double.NaN : mean.back(sums[d] / dimensionShare[d]);
        }
        return sums;
    }

    /** ∂total/∂points; 0 for what is not there. */
    double[] gradient(double[] points) {
        double[] gradient = new double[share.length];
        double total = total(points);
        double[] dimensions = rule().twoLevel() ? dimensions(points) : new double[0];
        for (int i = 0; i < share.length; i++) {
            if (share[i] != 0) {
                double outer = rule().across().slope(total);
                double inner = rule().twoLevel()
                        ? rule().within().slope(points[i])
                                / rule().within().slope(dimensions[dimensionOf[i]])
                                * rule().across().slope(dimensions[dimensionOf[i]])
                        : rule().across().slope(points[i]);
                gradient[i] = share[i] * inner / outer;
            }
        }
        return gradient;
    }

    /** ∂dimension/∂points of each indicator towards its own dimension. */
    double[] dimensionGradient(double[] points) {
        Mean mean = rule().twoLevel() ? rule().within() : rule().across();
        double[] dimensions = dimensions(points);
        double[] gradient = new double[share.length];
        for (int i = 0; i < share.length; i++) {
            if (share[i] != 0) {
                int d = dimensionOf[i];
                gradient[i] = share[i] / dimensionShare[d] * mean.slope(points[i]) / mean.slope(dimensions[d]);
            }
        }
        return gradient;
    }

    int dimensionOf(int indicator) {
        return dimensionOf[indicator];
    }

    double[] shares() {
        return share;
    }

    private void requirePositive(double[] points) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            if (share[i] != 0 && !(points[i] > 0)) {
                wrong.add(scheme.indicators().get(i).id() + " (" + points[i] + ")");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("a geometric or harmonic mean needs points above 0, but has "
                    + String.join(", ", wrong) + ": aggregate arithmetically, or set a floor above 0");
        }
    }
}
