package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhisheng.analytics.planning.CoverageGrade;

/** Scores units by one scheme. Safe for several threads. */
public final class Scorer {
    private final Scheme scheme;
    private final List<Normaliser> normalisers;
    private final Rater rater;
    private final Map<BitSet, Composition> compositions = new ConcurrentHashMap<>();

    private Scorer(Scheme scheme, List<Normaliser> normalisers) {
        this.scheme = scheme;
        this.normalisers = normalisers;
        this.rater = new Rater(scheme);
    }

    /**
     * A scorer of a scheme whose normalisations need no peers.
     *
     * @throws IllegalArgumentException naming every fault of the scheme, or the indicator that needs peers
     */
    public static Scorer of(Scheme scheme) {
        return fitted(scheme, List.of());
    }

    /**
     * A scorer whose normalisations are fitted to the units, where they compare with peers.
     *
     * @param peers the units that are compared
     * @throws IllegalArgumentException naming every fault of the scheme, or the indicator that cannot be fitted
     */
    public static Scorer fitted(Scheme scheme, List<Unit> peers) {
        requireSound(scheme);
        List<Normaliser> normalisers = new ArrayList<>();
        for (Indicator indicator : scheme.indicators()) {
            double[] values = indicator.normalisation().needsPeers()
                    ? peers.stream()
                            .mapToDouble(u -> u.readings().value(indicator.id()))
                            .toArray()
                    : new double[0];
            normalisers.add(Normaliser.fit(indicator.id(), indicator.normalisation(), values));
        }
        return new Scorer(scheme, normalisers);
    }

    /** A scorer fitted to columns of values, one an indicator in the scheme's order; NaN where missing. */
    public static Scorer fittedTo(Scheme scheme, double[][] columns) {
        requireSound(scheme);
        List<Normaliser> normalisers = new ArrayList<>();
        for (int i = 0; i < scheme.indicators().size(); i++) {
            Indicator indicator = scheme.indicators().get(i);
            normalisers.add(Normaliser.fit(indicator.id(), indicator.normalisation(), columns[i]));
        }
        return new Scorer(scheme, normalisers);
    }

    private static void requireSound(Scheme scheme) {
        List<SchemeFault> faults = SchemeCheck.structure(scheme);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    System.lineSeparator(),
                    faults.stream().map(SchemeFault::toString).toList()));
        }
    }

    public Scheme scheme() {
        return scheme;
    }

    /** Scores a unit. */
    public Score score(Unit unit) {
        List<Reading> readings = readings(unit);
        BitSet present = present(readings);
        double missing = missingWeight(readings);
        List<String> reasons = noRating(unit, present, missing);
        double[] points = points(readings);
        if (present.isEmpty()) {
            return unrated(unit, readings, points, missing, reasons);
        }
        Composition composition = composition(present);
        if (!reasons.isEmpty()) {
            return assemble(unit, readings, points, composition, Double.NaN, missing, new Rating.None(reasons));
        }
        double total = composition.total(points);
        return assemble(unit, readings, points, composition, total, missing, rating(unit, total));
    }

    List<Reading> readings(Unit unit) {
        List<Reading> readings = new ArrayList<>(scheme.indicators().size());
        for (Indicator indicator : scheme.indicators()) {
            readings.add(
                    indicator.levels().contains(unit.level())
                            ? unit.readings().get(indicator.id())
                            : new Reading.Inapplicable("has no meaning at this level"));
        }
        return readings;
    }

    BitSet present(List<Reading> readings) {
        BitSet present = new BitSet(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            present.set(
                    i,
                    readings.get(i) instanceof Reading.Known
                            && scheme.indicators().get(i).weight() > 0);
        }
        return present;
    }

    private double missingWeight(List<Reading> readings) {
        double missing = 0;
        for (int i = 0; i < readings.size(); i++) {
            missing += readings.get(i) instanceof Reading.Missing
                    ? scheme.indicators().get(i).weight()
                    : 0;
        }
        return missing;
    }

    private List<String> noRating(Unit unit, BitSet present, double missing) {
        List<String> reasons = new ArrayList<>();
        if (unit.covered() >= 0 && unit.covered() < scheme.smallUnit()) {
            reasons.add("fewer than " + scheme.smallUnit() + " covered workers: reported only pooled");
        }
        if (unit.coverage() != null && unit.coverage().grade() == CoverageGrade.NONE) {
            reasons.add("coverage: " + unit.coverage().reason());
        }
        if (Rounding.isBelow(scheme.missingAllowed(), missing)) {
            reasons.add("indicators with " + missing + " points of weight are missing, more than "
                    + scheme.missingAllowed());
        }
        if (present.isEmpty()) {
            reasons.add("not one indicator has a value");
        }
        return reasons;
    }

    double[] points(List<Reading> readings) {
        double[] points = new double[readings.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = readings.get(i) instanceof Reading.Known known
                    ? normalisers.get(i).points(known.value())
                    : Double.NaN;
        }
        return points;
    }

    private Rating rating(Unit unit, double total) {
        if (scheme.bands().isEmpty()) {
            return new Rating.NumberOnly("the scheme has no bands");
        }
        if (unit.coverage() != null && unit.coverage().grade() == CoverageGrade.C) {
            return new Rating.NumberOnly("coverage grade C: " + unit.coverage().reason());
        }
        return rater.band(total, unit.readings()::value, unit.established());
    }

    private Score assemble(
            Unit unit,
            List<Reading> readings,
            double[] points,
            Composition composition,
            double total,
            double missing,
            Rating rating) {
        boolean rated = !Double.isNaN(total);
        double[] gradient = rated ? composition.gradient(points) : new double[points.length];
        List<IndicatorScore> indicators = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Indicator indicator = scheme.indicators().get(i);
            boolean flagged = readings.get(i) instanceof Reading.Known known
                    && normalisers.get(i).flags(known.value());
            double contribution = !rated ? Double.NaN : composition.has(i) ? points[i] * gradient[i] : 0;
            indicators.add(new IndicatorScore(
                    indicator.id(),
                    readings.get(i),
                    points[i],
                    indicator.weight(),
                    composition.weight(i),
                    contribution,
                    flagged));
        }
        double[] means = rated
                ? composition.dimensions(points)
                : nothing(scheme.dimensions().size());
        List<DimensionScore> dimensions = new ArrayList<>();
        for (int d = 0; d < means.length; d++) {
            Dimension dimension = scheme.dimensions().get(d);
            dimensions.add(
                    new DimensionScore(dimension.id(), means[d], dimension.weight(), composition.dimensionWeight(d)));
        }
        double rounded = rated ? Rounding.toTenth(total) : Double.NaN;
        return new Score(scheme.id(), unit.name(), indicators, dimensions, total, rounded, missing, rating);
    }

    private Score unrated(Unit unit, List<Reading> readings, double[] points, double missing, List<String> reasons) {
        List<IndicatorScore> indicators = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Indicator indicator = scheme.indicators().get(i);
            indicators.add(new IndicatorScore(
                    indicator.id(), readings.get(i), Double.NaN, indicator.weight(), 0, Double.NaN, false));
        }
        List<DimensionScore> dimensions = scheme.dimensions().stream()
                .map(d -> new DimensionScore(d.id(), Double.NaN, d.weight(), 0))
                .toList();
        return new Score(
                scheme.id(),
                unit.name(),
                indicators,
                dimensions,
                Double.NaN,
                Double.NaN,
                missing,
                new Rating.None(reasons));
    }

    private static double[] nothing(int length) {
        double[] nothing = new double[length];
        java.util.Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    Composition composition(BitSet present) {
        return compositions.computeIfAbsent(present, p -> Composition.of(scheme, (BitSet) p.clone()));
    }

    Normaliser normaliser(int indicator) {
        return normalisers.get(indicator);
    }

    Rater rater() {
        return rater;
    }
}
