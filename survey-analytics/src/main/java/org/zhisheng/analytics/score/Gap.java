package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Why a unit's total differs from that of a unit made of its peers' medians. The parts add up to the difference exactly:
 * for a mean f⁻¹(Σwf(x)) the part of x is w·(f(x) − f(m)) times (T − T₀)/(f(T) − f(T₀)), and the same again for its
 * dimension.
 *
 * @param reference the total of the medians
 * @param parts by indicator, in points of the total
 */
public record Gap(double total, double reference, List<Part> parts) {
    /** The part of one indicator. */
    public record Part(String indicator, double points, double median, double part) {}

    public Gap {
        parts = List.copyOf(parts);
    }

    /**
     * Compares a unit with its peers.
     *
     * @param peers the others, or all; their medians are taken over what each indicator has, and an indicator that no peer
     *     has is compared with the unit's own value
     * @throws IllegalArgumentException where the unit has no rating or nobody to compare with
     */
    public static Gap of(Scorer scorer, Unit unit, List<Unit> peers) {
        Score score = scorer.score(unit);
        if (Double.isNaN(score.total()) || peers.isEmpty()) {
            throw new IllegalArgumentException(unit.name() + " has no rating or no peers to compare with");
        }
        List<Reading> readings = scorer.readings(unit);
        BitSet present = scorer.present(readings);
        double[] points = scorer.points(readings);
        double[] medians = points.clone();
        List<double[]> others =
                peers.stream().map(p -> scorer.points(scorer.readings(p))).toList();
        present.stream().forEach(i -> medians[i] = median(others, i, points[i]));
        Composition composition = scorer.composition(present);
        double total = composition.total(points);
        double reference = composition.total(medians);
        double[] parts = parts(scorer.scheme().aggregation(), composition, points, medians);
        List<Part> named = new ArrayList<>();
        present.stream()
                .forEach(i ->
                        named.add(new Part(scorer.scheme().indicators().get(i).id(), points[i], medians[i], parts[i])));
        return new Gap(total, reference, named);
    }

    private static double median(List<double[]> others, int i, double own) {
        double[] known = others.stream()
                .mapToDouble(p -> p[i])
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return own;
        }
        return (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
    }

    private static double[] parts(Aggregation rule, Composition composition, double[] x, double[] m) {
        double[] parts = new double[x.length];
        double outer = secant(rule.across(), composition.total(x), composition.total(m));
        double[] dx = composition.dimensions(x);
        double[] dm = composition.dimensions(m);
        Arrays.setAll(parts, i -> {
            if (!composition.has(i)) {
                return 0;
            }
            int d = composition.dimensionOf(i);
            Mean first = rule.twoLevel() ? rule.within() : rule.across();
            double inner =
                    rule.twoLevel() ? secant(rule.within(), dx[d], dm[d]) / secant(rule.across(), dx[d], dm[d]) : 1;
            return composition.shares()[i] * (first.transform(x[i]) - first.transform(m[i])) * inner * outer;
        });
        return parts;
    }

    /** (a − b)/(f(a) − f(b)), and its limit 1/f′(a) where they are equal. */
    private static double secant(Mean mean, double a, double b) {
        double rise = mean.transform(a) - mean.transform(b);
        return rise == 0 ? 1 / mean.slope(a) : (a - b) / rise;
    }
}
