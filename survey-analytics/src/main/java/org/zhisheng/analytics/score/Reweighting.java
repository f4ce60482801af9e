package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Schemes with other weights; a dimension weighs what its indicators weigh together. */
public final class Reweighting {
    private Reweighting() {}

    /**
     * The scheme with other weights, under the same id: for sensitivity analysis, and to be given an id of its own before it
     * is used.
     *
     * @param weights one an indicator, at least 0; scaled to 100
     */
    public static Scheme of(Scheme scheme, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        if (weights.length != scheme.indicators().size() || !(sum > 0)) {
            throw new IllegalArgumentException(weights.length + " weights that add up to " + sum + " for "
                    + scheme.indicators().size() + " indicators");
        }
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0)) {
                throw new IllegalArgumentException(scheme.indicators().get(i).id() + ": a weight of " + weights[i]);
            }
            indicators.add(withWeight(scheme.indicators().get(i), 100 * weights[i] / sum));
        }
        return replaced(scheme, indicators);
    }

    /** Every indicator the same. */
    public static Scheme equal(Scheme scheme) {
        double[] weights = new double[scheme.indicators().size()];
        Arrays.fill(weights, 1);
        return of(scheme, weights);
    }

    /** The scheme without one indicator; the others keep their proportions. */
    public static Scheme without(Scheme scheme, String indicator) {
        List<Indicator> left = scheme.indicators().stream()
                .filter(i -> !i.id().equals(indicator))
                .toList();
        double sum = left.stream().mapToDouble(Indicator::weight).sum();
        return replaced(
                scheme,
                left.stream().map(i -> withWeight(i, 100 * i.weight() / sum)).toList());
    }

    private static Indicator withWeight(Indicator i, double weight) {
        return new Indicator(i.id(), i.dimension(), weight, i.levels(), i.range(), i.normalisation(), i.sources());
    }

    private static Scheme replaced(Scheme s, List<Indicator> indicators) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Dimension dimension : s.dimensions()) {
            double sum = indicators.stream()
                    .filter(i -> i.dimension().equals(dimension.id()))
                    .mapToDouble(Indicator::weight)
                    .sum();
            if (indicators.stream().anyMatch(i -> i.dimension().equals(dimension.id()))) {
                dimensions.add(new Dimension(dimension.id(), sum));
            }
        }
        return new Scheme(
                s.id(),
                s.parent(),
                dimensions,
                indicators,
                s.measures(),
                s.aggregation(),
                s.missingAllowed(),
                s.bands(),
                s.caps(),
                s.vetoes(),
                s.coverage(),
                s.smallUnit());
    }
}
