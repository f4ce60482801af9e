package org.zhisheng.analytics.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Quantiles of weighted observations.
 *
 * <p>Cumulative weights are accumulated in twice the precision and rounded once, so that a share that falls exactly on
 * an observation is recognised whatever the number of observations before it.
 *
 * <p>As in R's survey package, a share below the first observation's weight gives the second observation under the
 * discrete rules.
 */
public final class WeightedQuantiles {
    private final double[] values;
    private final double[] weights;
    private final double[] cumulative;
    private final double total;

    private WeightedQuantiles(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        this.cumulative = cumulate(weights);
        this.total = cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    /** Observations in any order; those without weight are left out. Ties keep their order. */
    public static WeightedQuantiles of(double[] values, double[] weights) {
        Integer[] order = IntStream.range(0, values.length)
                .filter(i -> weights[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toArray(Integer[]::new);
        double[] sorted = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        double[] matching = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        return new WeightedQuantiles(sorted, matching);
    }

    /** The quantile of a share between 0 and 1; NaN without observations. */
    public double at(double share, QuantileRule rule) {
        if (values.length <= 1) {
            return values.length == 0 ? Double.NaN : values[0];
        }
        return switch (rule) {
            case MATH, HF1 -> discrete(share, false);
            case SCHOOL, HF2 -> discrete(share, true);
            case HF3 -> grouped().nearestEven(share);
            case HF4 -> interpolatedSteps(share);
            case HF5 -> interpolate(share, 0.5, 0);
            case HF6 -> interpolate(share, 1, 1);
            case HF7 -> modal(share);
            case HF8 -> interpolate(share, 2.0 / 3, 1.0 / 3);
            case HF9 -> interpolate(share, 5.0 / 8, 1.0 / 4);
        };
    }

    private static double[] cumulate(double[] weights) {
        double[] sums = new double[weights.length];
        double high = 0;
        double low = 0;
        for (int i = 0; i < weights.length; i++) {
            double sum = high + weights[i];
            double part = sum - high;
            low += (high - (sum - part)) + (weights[i] - part);
            high = sum;
            sums[i] = high + low;
        }
        return sums;
    }

    /** Last observation whose cumulative weight is within the share, or the first. */
    private int position(double share) {
        int position = 0;
        for (int i = 0; i < cumulative.length && cumulative[i] <= share * total; i++) {
            position = i;
        }
        return position;
    }

    private int after(int position) {
        return Math.min(position + 1, values.length - 1);
    }

    private boolean exact(double share, int position) {
        return share - cumulative[position] / total == 0;
    }

    private double discrete(double share, boolean average) {
        int position = position(share);
        double next = values[after(position)];
        return exact(share, position) ? average ? (values[position] + next) / 2 : values[position] : next;
    }

    /** The same observations with ties added up. */
    private WeightedQuantiles grouped() {
        double[] distinct = Arrays.stream(values).distinct().toArray();
        double[] sums = new double[distinct.length];
        int group = 0;
        for (int i = 0; i < values.length; i++) {
            group += values[i] == distinct[group] ? 0 : 1;
            sums[group] += weights[i];
        }
        return new WeightedQuantiles(distinct, sums);
    }

    private double nearestEven(double share) {
        int position = position(share);
        boolean even = (position + 1) % 2 == 0;
        return exact(share, position) && even ? values[position] : values[after(position)];
    }

    private double interpolatedSteps(double share) {
        int position = position(share);
        double below = share - cumulative[position] / total;
        double above = cumulative[after(position)] / total - share;
        double part = below / (above + below);
        return values[position] * (1 - part) + values[after(position)] * part;
    }

    /** Interpolates where an observation sits a share {@code own} into its step, the last step lengthened. */
    private double interpolate(double share, double own, double lengthened) {
        int n = values.length;
        double[] at = new double[n];
        double end = cumulative[n - 1] + lengthened * weights[n - 1];
        for (int i = 0; i < n; i++) {
            double before = i == 0 ? 0 : cumulative[i - 1];
            at[i] = (before * (1 - own) + cumulative[i] * own) / end;
        }
        return linear(at, share);
    }

    private double modal(double share) {
        int n = values.length;
        double[] at = new double[n];
        for (int i = 1; i < n; i++) {
            at[i] = cumulative[i - 1] / cumulative[n - 2];
        }
        return linear(at, share);
    }

    private double linear(double[] at, double share) {
        if (!(share > at[0])) {
            return values[0];
        }
        int n = at.length;
        if (share >= at[n - 1]) {
            return values[n - 1];
        }
        int high = 1;
        while (at[high] < share) {
            high++;
        }
        double part = (share - at[high - 1]) / (at[high] - at[high - 1]);
        return values[high - 1] + (values[high] - values[high - 1]) * part;
    }
}
