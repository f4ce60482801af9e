package org.zhisheng.analytics.score;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Totals of many units at once, with the same numbers as {@link Scorer}, unit by unit. Coverage and vetoes are not looked
 * at; a unit with more missing weight than the scheme allows has no total.
 */
public final class ScoreTable {
    private final Scorer scorer;
    private final int units;
    private final int width;
    /** Points, a row a unit; NaN where missing. */
    private final double[] points;
    /** Which of the patterns of missing values a unit has. */
    private final short[] patternOf;

    private final List<BitSet> patterns;
    private final boolean[] rated;

    private ScoreTable(
            Scorer scorer, int units, double[] points, short[] patternOf, List<BitSet> patterns, boolean[] rated) {
        this.scorer = scorer;
        this.units = units;
        this.width = scorer.scheme().indicators().size();
        this.points = points;
        this.patternOf = patternOf;
        this.patterns = patterns;
        this.rated = rated;
    }

    /**
     * Normalises a table.
     *
     * @param columns one an indicator in the scheme's order; NaN where missing
     * @param level indicators without a meaning at this level are inapplicable, whatever their column says
     */
    public static ScoreTable of(Scorer scorer, Level level, double[][] columns, int threads) {
        int units = columns[0].length;
        int width = columns.length;
        if (width != scorer.scheme().indicators().size()) {
            throw new IllegalArgumentException(
                    width + " columns for " + scorer.scheme().indicators().size() + " indicators of "
                            + scorer.scheme().id());
        }
        double[] points = new double[units * width];
        boolean[] applies = new boolean[width];
        for (int i = 0; i < width; i++) {
            applies[i] = scorer.scheme().indicators().get(i).levels().contains(level);
        }
        inParallel(units, threads, (from, to) -> {
            for (int u = from; u < to; u++) {
                for (int i = 0; i < width; i++) {
                    double value = applies[i] ? columns[i][u] : Double.NaN;
                    points[u * width + i] = Double.isNaN(value)
                            ? Double.NaN
                            : scorer.normaliser(i).points(value);
                }
            }
        });
        return patterned(scorer, applies, units, points);
    }

    private static ScoreTable patterned(Scorer scorer, boolean[] applies, int units, double[] points) {
        int width = applies.length;
        Map<BitSet, Short> known = new HashMap<>();
        List<BitSet> patterns = new java.util.ArrayList<>();
        List<Boolean> ratable = new java.util.ArrayList<>();
        short[] patternOf = new short[units];
        boolean[] rated = new boolean[units];
        BitSet present = new BitSet(width);
        short last = -1;
        for (int u = 0; u < units; u++) {
            if (last < 0 || !sameAsLast(points, u, width)) {
                present.clear();
                for (int i = 0; i < width; i++) {
                    present.set(i, !Double.isNaN(points[u * width + i]));
                }
                Short seen = known.get(present);
                if (seen == null) {
                    if (patterns.size() == Short.MAX_VALUE) {
                        throw new IllegalArgumentException("more than 32,767 different patterns of missing values");
                    }
                    seen = (short) patterns.size();
                    BitSet copy = (BitSet) present.clone();
                    known.put(copy, seen);
                    patterns.add(copy);
                    ratable.add(ratable(scorer.scheme(), applies, copy));
                }
                last = seen;
            }
            patternOf[u] = last;
            rated[u] = ratable.get(last);
        }
        return new ScoreTable(scorer, units, points, patternOf, patterns, rated);
    }

    private static boolean sameAsLast(double[] points, int u, int width) {
        for (int i = 0; i < width; i++) {
            if (Double.isNaN(points[u * width + i]) != Double.isNaN(points[(u - 1) * width + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean ratable(Scheme scheme, boolean[] applies, BitSet present) {
        double missing = 0;
        for (int i = 0; i < applies.length; i++) {
            missing +=
                    applies[i] && !present.get(i) ? scheme.indicators().get(i).weight() : 0;
        }
        return !present.isEmpty() && !Rounding.isBelow(scheme.missingAllowed(), missing);
    }

    public int units() {
        return units;
    }

    /** Points of an indicator of a unit; NaN where missing. */
    public double points(int unit, int indicator) {
        return points[unit * width + indicator];
    }

    /** The totals; NaN without one. */
    public double[] totals(int threads) {
        return totals(pattern -> scorer.composition(patterns.get(pattern)), threads);
    }

    /** The totals by other compositions, one for each pattern. */
    double[] totals(java.util.function.IntFunction<Composition> composition, int threads) {
        @Nullable Composition[] compositions = compositions(composition);
        double[] totals = new double[units];
        inParallel(units, threads, (from, to) -> {
            double[] row = new double[width];
            for (int u = from; u < to; u++) {
                Composition by = compositions[patternOf[u]];
                if (!rated[u] || by == null) {
                    totals[u] = Double.NaN;
                } else if (by.isArithmetic()) {
                    totals[u] = sum(by.shares(), u * width);
                } else {
                    System.arraycopy(points, u * width, row, 0, width);
                    totals[u] = by.total(row);
                }
            }
        });
        return totals;
    }

    /** One for each pattern, null for the pattern that has nothing. */
    private @Nullable Composition[] compositions(java.util.function.IntFunction<Composition> composition) {
        @Nullable Composition[] compositions = new @Nullable Composition[patterns.size()];
        for (int p = 0; p < compositions.length; p++) {
            compositions[p] = patterns.get(p).isEmpty() ? null : composition.apply(p);
        }
        return compositions;
    }

    /** The arithmetic mean, in the order of {@link Composition#total}, so that both give the same last bit. */
    private double sum(double[] shares, int base) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += shares[i] == 0 ? 0 : shares[i] * points[base + i];
        }
        return sum;
    }

    BitSet pattern(int at) {
        return patterns.get(at);
    }

    /**
     * First-order standard errors of the totals from independent standard errors of the values.
     *
     * @param errors one column an indicator, null where it is known exactly; NaN counts as 0
     * @param values the values, for the slopes
     */
    public double[] deltaErrors(double[] @Nullable [] errors, double[][] values, int threads) {
        @Nullable Composition[] compositions = compositions(pattern -> scorer.composition(patterns.get(pattern)));
        double[] out = new double[units];
        inParallel(units, threads, (from, to) -> {
            double[] row = new double[width];
            for (int u = from; u < to; u++) {
                Composition by = compositions[patternOf[u]];
                if (!rated[u] || by == null) {
                    out[u] = Double.NaN;
                    continue;
                }
                System.arraycopy(points, u * width, row, 0, width);
                double[] gradient = by.gradient(row);
                double variance = 0;
                for (int i = 0; i < width; i++) {
                    double[] column = errors[i];
                    double error = column == null || gradient[i] == 0 || Double.isNaN(column[u]) ? 0 : column[u];
                    if (error > 0) {
                        double part = gradient[i] * scorer.normaliser(i).slope(values[i][u]) * error;
                        variance += part * part;
                    }
                }
                out[u] = Math.sqrt(variance);
            }
        });
        return out;
    }

    /** Work on the units {@code from} to {@code to}. */
    interface Part {
        void run(int from, int to);
    }

    static void inParallel(int units, int threads, Part part) {
        int workers = units < 1000 ? 1 : Math.max(1, threads);
        Threads.run(
                workers, w -> part.run((int) ((long) units * w / workers), (int) ((long) units * (w + 1) / workers)));
    }
}
