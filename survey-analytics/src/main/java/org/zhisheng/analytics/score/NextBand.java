package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The smallest set of improvements that reaches the next better band: the fewest indicators, and of those sets the one that
 * needs the fewest points added. Within the set all go the same share of their way to 100 points. Caps are lifted first,
 * since no total lifts them.
 *
 * @param band the band to reach
 * @param steps what must rise, and how far
 * @param needed the total that is needed before rounding
 * @param obstacles vetoes, and caps on measures, which no indicator lifts by itself
 */
public record NextBand(Band band, List<Step> steps, double needed, List<String> obstacles) {
    private static final int MOST_INDICATORS = 20;

    /**
     * One improvement.
     *
     * @param from its value today
     * @param to the value to reach
     */
    public record Step(String indicator, double from, double to, double pointsFrom, double pointsTo) {}

    public NextBand {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }

    /** Nothing where the unit has the best band, no band, or the next band is out of reach even with full points. */
    public static Optional<NextBand> of(Scorer scorer, Unit unit) {
        if (!(scorer.score(unit).rating() instanceof Rating.Banded banded)) {
            return Optional.empty();
        }
        int now = scorer.scheme().positionOfBand(banded.band().id());
        return now == 0 ? Optional.empty() : new Search(scorer, unit, now - 1).run();
    }

    private static final class Search {
        private final Scorer scorer;
        private final Scheme scheme;
        private final Unit unit;
        private final int target;
        private final double[] points;
        private final double[] floor;
        private final Composition composition;
        private final List<Integer> movable = new ArrayList<>();
        private final List<String> obstacles = new ArrayList<>();

        Search(Scorer scorer, Unit unit, int target) {
            this.scorer = scorer;
            this.scheme = scorer.scheme();
            this.unit = unit;
            this.target = target;
            List<Reading> readings = scorer.readings(unit);
            BitSet present = scorer.present(readings);
            this.points = scorer.points(readings);
            this.floor = points.clone();
            this.composition = scorer.composition(present);
            present.stream().filter(i -> points[i] < 100).forEach(movable::add);
            liftCaps();
        }

        /** Points that indicators must have for no cap to keep the band below the target. */
        private void liftCaps() {
            for (Veto veto : scheme.vetoes()) {
                if (unit.established().contains(veto.id()) && scheme.positionOfBand(veto.ceiling()) > target) {
                    obstacles.add(veto.id());
                }
            }
            for (Cap cap : scheme.caps()) {
                double value = unit.readings().value(cap.of());
                if (Double.isNaN(value)
                        || !Rounding.isBelow(value, cap.below())
                        || scheme.positionOfBand(cap.ceiling()) <= target) {
                    continue;
                }
                int at =
                        scheme.indicators().stream().map(Indicator::id).toList().indexOf(cap.of());
                if (at >= 0 && composition.has(at)) {
                    floor[at] = Math.max(floor[at], scorer.normaliser(at).points(cap.below()));
                } else {
                    obstacles.add(cap.id());
                }
            }
        }

        Optional<NextBand> run() {
            Band band = scheme.bands().get(target);
            // a total rounds up to the edge from five hundredths below it
            double needed = band.from() - 0.05;
            if (movable.size() > MOST_INDICATORS) {
                movable.sort((a, b) -> Double.compare(gain(b), gain(a)));
                movable.subList(MOST_INDICATORS, movable.size()).clear();
            }
            int must = 0;
            for (int k = 0; k < movable.size(); k++) {
                must |= floor[movable.get(k)] > points[movable.get(k)] ? 1 << k : 0;
            }
            double[] best = null;
            int bestSize = Integer.MAX_VALUE;
            double bestRise = Double.POSITIVE_INFINITY;
            for (int set = 0; set < 1 << movable.size(); set++) {
                if ((set & must) != must || Integer.bitCount(set) > bestSize) {
                    continue;
                }
                double[] raised = raised(set, needed);
                double rise = raised == null ? Double.POSITIVE_INFINITY : rise(raised);
                if (raised != null && (Integer.bitCount(set) < bestSize || rise < bestRise)) {
                    best = raised;
                    bestSize = Integer.bitCount(set);
                    bestRise = rise;
                }
            }
            return best == null ? Optional.empty() : Optional.of(new NextBand(band, steps(best), needed, obstacles));
        }

        private double gain(int i) {
            double[] full = points.clone();
            full[i] = 100;
            return composition.limit(full) - composition.limit(points);
        }

        private double rise(double[] raised) {
            double sum = 0;
            for (int i : movable) {
                sum += raised[i] - points[i];
            }
            return sum;
        }

        /** The points with the set raised just far enough, or null where full points do not suffice. */
        private double @org.jspecify.annotations.Nullable [] raised(int set, double needed) {
            double[] start = points.clone();
            double[] full = points.clone();
            for (int k = 0; k < movable.size(); k++) {
                if ((set >> k & 1) == 1) {
                    int i = movable.get(k);
                    start[i] = floor[i];
                    full[i] = 100;
                }
            }
            if (composition.limit(start) >= needed) {
                return start;
            }
            if (Rounding.isBelow(composition.limit(full), needed)) {
                return null;
            }
            double low = 0;
            double high = 1;
            for (int round = 0; round < 60; round++) {
                double share = (low + high) / 2;
                if (composition.limit(between(start, full, share)) < needed) {
                    low = share;
                } else {
                    high = share;
                }
            }
            return between(start, full, high);
        }

        private static double[] between(double[] start, double[] full, double share) {
            double[] out = new double[start.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = start[i] + share * (full[i] - start[i]);
            }
            return out;
        }

        private List<Step> steps(double[] raised) {
            List<Step> steps = new ArrayList<>();
            for (int i : movable) {
                if (raised[i] > points[i]) {
                    String id = scheme.indicators().get(i).id();
                    double to = scorer.normaliser(i).value(raised[i]);
                    steps.add(new Step(id, unit.readings().value(id), to, points[i], raised[i]));
                }
            }
            return steps;
        }
    }
}
