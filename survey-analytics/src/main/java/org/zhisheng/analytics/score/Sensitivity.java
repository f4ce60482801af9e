package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How totals and order change when something about the scheme does. */
public final class Sensitivity {
    /**
     * One change.
     *
     * @param what an indicator that was left out, or a scheme
     * @param totals of the units in their order; NaN without a rating
     * @param ranks of those with totals before and after; 0 without
     * @param rankCorrelation Spearman's, between the orders before and after; NaN with fewer than two units
     * @param largestShift the most places that a unit moves
     */
    public record Variant(String what, double[] totals, int[] ranks, double rankCorrelation, int largestShift) {}

    private final double[] base;
    private final int[] baseRanks;

    private Sensitivity(double[] base) {
        this.base = base;
        this.baseRanks = ranks(base);
    }

    /** Leaves out each indicator in turn; the others keep their proportions. */
    public static List<Variant> leaveOneOut(Scheme scheme, List<Unit> units) {
        Sensitivity sensitivity = new Sensitivity(totals(scheme, units));
        List<Variant> variants = new ArrayList<>();
        for (Indicator indicator : scheme.indicators()) {
            if (scheme.indicators().size() > 1) {
                Scheme without = uncapped(Reweighting.without(scheme, indicator.id()));
                variants.add(sensitivity.variant(indicator.id(), totals(without, units)));
            }
        }
        return variants;
    }

    /** Scores the same units by another scheme, such as a fork, or the same one with other weights or another mean. */
    public static Variant by(Scheme scheme, List<Unit> units, String what, Scheme other) {
        return new Sensitivity(totals(scheme, units)).variant(what, totals(other, units));
    }

    /** Totals do not depend on caps, which may look at what was left out. */
    private static Scheme uncapped(Scheme s) {
        return new Scheme(
                s.id(),
                s.parent(),
                s.dimensions(),
                s.indicators(),
                List.of(),
                s.aggregation(),
                s.missingAllowed(),
                s.bands(),
                List.of(),
                s.vetoes(),
                s.coverage(),
                s.smallUnit());
    }

    private static double[] totals(Scheme scheme, List<Unit> units) {
        Scorer scorer = Scorer.fitted(scheme, units);
        return units.stream().mapToDouble(u -> scorer.score(u).total()).toArray();
    }

    private Variant variant(String what, double[] totals) {
        int[] ranks = ranks(totals);
        int shift = 0;
        List<Integer> both = new ArrayList<>();
        for (int u = 0; u < totals.length; u++) {
            if (ranks[u] > 0 && baseRanks[u] > 0) {
                shift = Math.max(shift, Math.abs(ranks[u] - baseRanks[u]));
                both.add(u);
            }
        }
        double[] a = both.stream().mapToDouble(u -> base[u]).toArray();
        double[] b = both.stream().mapToDouble(u -> totals[u]).toArray();
        return new Variant(what, totals, ranks, a.length < 2 ? Double.NaN : spearman(a, b), shift);
    }

    /** Ranks among the units with totals, 0 for the others. */
    private static int[] ranks(double[] totals) {
        int[] ranks = new int[totals.length];
        for (int u = 0; u < totals.length; u++) {
            if (!Double.isNaN(totals[u])) {
                double total = totals[u];
                ranks[u] =
                        1 + (int) Arrays.stream(totals).filter(t -> t > total).count();
            }
        }
        return ranks;
    }

    /** Pearson's correlation of average ranks, as R's {@code cor(method = "spearman")}. */
    static double spearman(double[] a, double[] b) {
        return new org.apache.commons.math3.stat.correlation.SpearmansCorrelation().correlation(a, b);
    }
}
