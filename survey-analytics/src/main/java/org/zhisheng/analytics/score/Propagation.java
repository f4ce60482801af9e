package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhisheng.analytics.numeric.CovarianceRoot;
import org.zhisheng.analytics.numeric.Distributions;
import org.zhisheng.analytics.numeric.Gaussian;

/**
 * Carries the covariance of the readings to indicators, dimensions and total: to first order (gᵀΣg), and by draws from the
 * normal distribution, put on the edges of each quantity's range.
 */
public final class Propagation {
    private static final double NEAR = 2;

    private final Scorer scorer;
    private final Unit unit;
    private final Score score;
    private final Composition composition;
    private final List<Reading> readings;
    private final double[] points;
    /** For each random id, the position of its indicator; −1 for measures and for what is inapplicable here. */
    private final int[] indicatorOf;

    private Propagation(Scorer scorer, Unit unit, Score score) {
        this.scorer = scorer;
        this.unit = unit;
        this.score = score;
        this.readings = scorer.readings(unit);
        this.composition = scorer.composition(scorer.present(readings));
        this.points = scorer.points(readings);
        List<String> ids =
                scorer.scheme().indicators().stream().map(Indicator::id).toList();
        this.indicatorOf = unit.readings().random().stream()
                .mapToInt(ids::indexOf)
                .map(i -> i >= 0 && composition.has(i) ? i : -1)
                .toArray();
    }

    /**
     * The uncertainty of a unit's score.
     *
     * @throws IllegalArgumentException where the unit has no rating
     */
    public static ScoreUncertainty of(Scorer scorer, Unit unit, Simulation simulation) {
        Score score = scorer.score(unit);
        if (Double.isNaN(score.total())) {
            throw new IllegalArgumentException(
                    unit.name() + " has no rating, so there is nothing to be uncertain about");
        }
        return new Propagation(scorer, unit, score).run(simulation);
    }

    /** The first-order standard error of the total, for tables of many units; NaN without a rating. */
    public static double deltaError(Scorer scorer, Unit unit) {
        Score score = scorer.score(unit);
        if (Double.isNaN(score.total())) {
            return Double.NaN;
        }
        Propagation propagation = new Propagation(scorer, unit, score);
        return propagation.delta(propagation.composition.gradient(propagation.points));
    }

    private ScoreUncertainty run(Simulation simulation) {
        Draws draws = draw(simulation);
        List<Spread> indicators = new ArrayList<>();
        for (int r = 0; r < indicatorOf.length; r++) {
            if (indicatorOf[r] >= 0) {
                int i = indicatorOf[r];
                double[] only = new double[points.length];
                only[i] = 1;
                indicators.add(spread(
                        score.indicators().get(i).id(),
                        points[i],
                        delta(only),
                        draws.indicators[i],
                        bends(i, -1),
                        simulation));
            }
        }
        double[] towards = composition.dimensionGradient(points);
        List<Spread> dimensions = new ArrayList<>();
        for (int d = 0; d < score.dimensions().size(); d++) {
            DimensionScore dimension = score.dimensions().get(d);
            if (!Double.isNaN(dimension.points())) {
                int at = d;
                double[] gradient = IntStream.range(0, towards.length)
                        .mapToDouble(i -> composition.dimensionOf(i) == at ? towards[i] : 0)
                        .toArray();
                dimensions.add(spread(
                        dimension.id(),
                        dimension.points(),
                        delta(gradient),
                        draws.dimensions[d],
                        bends(-1, d),
                        simulation));
            }
        }
        Spread total = spread(
                "total", score.total(), delta(composition.gradient(points)), draws.total, bends(-1, -1), simulation);
        return new ScoreUncertainty(total, dimensions, indicators, draws.shares(), nearCaps(), simulation);
    }

    /** √(gᵀΣg) with g the slope of the points times the derivative by the points. */
    private double delta(double[] byPoints) {
        double[] g = new double[indicatorOf.length];
        for (int r = 0; r < g.length; r++) {
            int i = indicatorOf[r];
            if (i >= 0) {
                g[r] = byPoints[i] * scorer.normaliser(i).slope(value(i));
            }
        }
        double variance = 0;
        for (int r = 0; r < g.length; r++) {
            for (int q = 0; q < g.length; q++) {
                variance += g[r] * g[q] * unit.readings().covariance(r, q);
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    private double value(int indicator) {
        return unit.readings().value(scorer.scheme().indicators().get(indicator).id());
    }

    /** Ids with a bend near: of one indicator, of one dimension, or of all (−1, −1). */
    private List<String> bends(int onlyIndicator, int onlyDimension) {
        List<String> near = new ArrayList<>();
        for (int i : indicatorOf) {
            if (i < 0
                    || (onlyIndicator >= 0 && i != onlyIndicator)
                    || (onlyDimension >= 0 && composition.dimensionOf(i) != onlyDimension)) {
                continue;
            }
            Indicator indicator = scorer.scheme().indicators().get(i);
            double reach = NEAR * unit.readings().standardError(indicator.id());
            double value = value(i);
            boolean edge = Math.abs(value - indicator.range().lower()) <= reach
                    || Math.abs(value - indicator.range().upper()) <= reach;
            // a value without error stays where it is, on an edge or off it
            if (reach > 0 && (edge || scorer.normaliser(i).bends(value, reach))) {
                near.add(indicator.id());
            }
        }
        return near;
    }

    private List<String> nearCaps() {
        List<String> near = new ArrayList<>();
        for (Cap cap : scorer.scheme().caps()) {
            double reach = NEAR * unit.readings().standardError(cap.of());
            double value = unit.readings().value(cap.of());
            if (reach > 0 && Math.abs(value - cap.below()) <= reach) {
                near.add(cap.id());
            }
        }
        return near;
    }

    private static Spread spread(
            String id, double estimate, double delta, double[] draws, List<String> bends, Simulation simulation) {
        double mean = Arrays.stream(draws).sum() / draws.length;
        double squares = Arrays.stream(draws).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (draws.length - 1));
        double half = Distributions.normalQuantile((1 + simulation.level()) / 2) * delta;
        if (bends.isEmpty()) {
            return new Spread(
                    id, estimate, delta, mean, error, estimate - half, estimate + half, Spread.Method.DELTA, bends);
        }
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int tail = Math.max(1, (int) Math.ceil((1 - simulation.level()) / 2 * sorted.length));
        return new Spread(
                id,
                estimate,
                delta,
                mean,
                error,
                sorted[tail - 1],
                sorted[sorted.length - tail],
                Spread.Method.SIMULATION,
                bends);
    }

    /** What the draws gave; of indicators only those that are random. */
    private static final class Draws {
        final double[] total;
        final double[][] dimensions;
        final double[][] indicators;
        final Map<String, Integer> bands = new LinkedHashMap<>();

        Draws(int count, int dimensionCount, int indicatorCount) {
            total = new double[count];
            dimensions = new double[dimensionCount][count];
            indicators = new double[indicatorCount][count];
        }

        Map<String, Double> shares() {
            Map<String, Double> shares = new LinkedHashMap<>();
            bands.forEach((band, count) -> shares.put(band, (double) count / total.length));
            return shares;
        }
    }

    private Draws draw(Simulation simulation) {
        Draws draws = new Draws(simulation.draws(), score.dimensions().size(), points.length);
        boolean banded = score.rating() instanceof Rating.Banded;
        if (banded) {
            scorer.scheme().bands().forEach(b -> draws.bands.put(b.id(), 0));
        }
        double[][] root = CovarianceRoot.of(unit.readings().covarianceMatrix());
        Gaussian gaussian = Gaussian.of(simulation.seed(), 0);
        List<String> random = unit.readings().random();
        double[] centre = random.stream().mapToDouble(unit.readings()::value).toArray();
        Range[] ranges = random.stream().map(this::range).toArray(Range[]::new);
        double[] drawn = points.clone();
        double[] values = new double[centre.length];
        double[] noise = new double[centre.length];
        for (int d = 0; d < simulation.draws(); d++) {
            Arrays.setAll(noise, k -> gaussian.next());
            for (int r = 0; r < values.length; r++) {
                double value = centre[r];
                for (int k = 0; k < noise.length; k++) {
                    value += root[r][k] * noise[k];
                }
                values[r] = ranges[r].clip(value);
                if (indicatorOf[r] >= 0) {
                    drawn[indicatorOf[r]] = scorer.normaliser(indicatorOf[r]).points(values[r]);
                }
            }
            keep(draws, d, drawn);
            if (banded) {
                String band = scorer.rater()
                        .band(draws.total[d], id -> drawnValue(id, random, values), unit.established())
                        .band()
                        .id();
                draws.bands.merge(band, 1, Integer::sum);
            }
        }
        return draws;
    }

    private void keep(Draws draws, int d, double[] drawn) {
        draws.total[d] = composition.limit(drawn);
        double[] means = composition.dimensions(drawn);
        for (int m = 0; m < means.length; m++) {
            draws.dimensions[m][d] = means[m];
        }
        for (int i : indicatorOf) {
            if (i >= 0) {
                draws.indicators[i][d] = drawn[i];
            }
        }
    }

    private double drawnValue(String id, List<String> random, double[] values) {
        int at = random.indexOf(id);
        return at < 0 ? unit.readings().value(id) : values[at];
    }

    private Range range(String id) {
        return scorer.scheme()
                .indicator(id)
                .map(Indicator::range)
                .or(() -> scorer.scheme().measures().stream()
                        .filter(m -> m.id().equals(id))
                        .map(Measure::range)
                        .findFirst())
                .orElse(Range.UNBOUNDED);
    }
}
