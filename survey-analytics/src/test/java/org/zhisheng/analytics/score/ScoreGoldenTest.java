package org.zhisheng.analytics.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.analytics.golden.Golden;

/** Every formula against the same one written out in R. */
final class ScoreGoldenTest {
    private static final Golden GOLDEN = Golden.read("score/golden.tsv");
    private static final Direction UP = Direction.HIGHER_IS_BETTER;
    private static final Direction DOWN = Direction.LOWER_IS_BETTER;

    static Stream<Arguments> normalisations() {
        return Stream.of(
                Arguments.of("minmax", "a", new Normalisation.MinMax(null, new Range(1, 100), UP)),
                Arguments.of("minmax.down", "b", new Normalisation.MinMax(null, new Range(0, 100), DOWN)),
                Arguments.of("dist2targ", "a", new Normalisation.DistanceToTarget(90, UP, false)),
                Arguments.of("dist2targ.capped", "a", new Normalisation.DistanceToTarget(80, UP, true)),
                Arguments.of("dist2targ.down", "b", new Normalisation.DistanceToTarget(20, DOWN, true)),
                Arguments.of("zscore", "c", new Normalisation.ZScore(100, 15, UP)),
                Arguments.of("ratio", "d", new Normalisation.TargetRatio(85)));
    }

    @ParameterizedTest
    @MethodSource("normalisations")
    void normalises(String id, String column, Normalisation rule) {
        double[] values = SixIndicators.column(column);
        Normaliser normaliser = Normaliser.fit(column, rule, values);
        assertArrayEquals(
                GOLDEN.get(id), Arrays.stream(values).map(normaliser::points).toArray(), 1e-9);
    }

    @Test
    void growthOfExactlyEightAndTwelveIsWithinItsBand() {
        Normaliser band = Normaliser.fit("g", new Normalisation.TargetBand(8, 12), new double[0]);
        double[] growth = {-1, 0, 4, 7.999, 8, 10, 12, 12.01};
        GOLDEN.check("band", Arrays.stream(growth).map(band::points).toArray());
        assertTrue(!band.flags(12) && band.flags(12.01));
    }

    static Stream<Arguments> aggregations() {
        return Stream.of(
                Arguments.of("total.arithmetic", Aggregation.ARITHMETIC),
                Arguments.of("total.geometric", Aggregation.of(Mean.GEOMETRIC)),
                Arguments.of("total.harmonic", Aggregation.of(Mean.HARMONIC)),
                Arguments.of(
                        "total.geometric.within.arithmetic.across",
                        new Aggregation(Mean.GEOMETRIC, Mean.ARITHMETIC, true)),
                Arguments.of(
                        "total.arithmetic.within.geometric.across",
                        new Aggregation(Mean.ARITHMETIC, Mean.GEOMETRIC, true)),
                Arguments.of(
                        "total.harmonic.within.geometric.across",
                        new Aggregation(Mean.HARMONIC, Mean.GEOMETRIC, true)));
    }

    @ParameterizedTest
    @MethodSource("aggregations")
    void aggregates(String id, Aggregation aggregation) {
        List<Unit> units = SixIndicators.units();
        Scorer scorer = Scorer.fitted(SixIndicators.scheme(aggregation), units);
        GOLDEN.check(id, SixIndicators.of(units, u -> scorer.score(u).total()));
        ScoreTable table = ScoreTable.of(scorer, Level.ENTERPRISE, SixIndicators.columns(), 2);
        GOLDEN.check(id, table.totals(2));
        for (Unit unit : units) {
            Score score = scorer.score(unit);
            double parts = score.indicators().stream()
                    .mapToDouble(IndicatorScore::contribution)
                    .sum();
            assertEquals(score.total(), parts, 1e-9, "contributions add up to the total");
        }
    }

    @Test
    void sharesMissingWeightWithinItsDimensionThenOverTheOthers() {
        List<Unit> units = SixIndicators.units();
        Scorer scorer = Scorer.fitted(SixIndicators.scheme(Aggregation.ARITHMETIC), units);
        double first = scorer.score(without(units.get(0), "a")).total();
        double second = scorer.score(without(units.get(1), "a", "b")).total();
        GOLDEN.check("total.missing", first, second);
    }

    private static Unit without(Unit unit, String... ids) {
        Map<String, Reading> left = new LinkedHashMap<>(unit.readings().all());
        Arrays.asList(ids).forEach(left::remove);
        return Unit.of(unit.name(), Readings.exact(left));
    }

    @Test
    void carriesACovarianceToFirstOrder() {
        List<Unit> units = SixIndicators.units();
        Scorer scorer =
                Scorer.fitted(SixIndicators.scheme(new Aggregation(Mean.GEOMETRIC, Mean.HARMONIC, true)), units);
        double[][] covariance = {{4, -0.5, 0}, {-0.5, 2.25, 0.8}, {0, 0.8, 1.44}};
        Readings readings = Readings.of(units.get(3).readings().all(), List.of("a", "c", "e"), covariance);
        double error = Propagation.deltaError(scorer, Unit.of("U4", readings));
        Golden.close(GOLDEN.get("delta.error")[0], error, 1e-8, "the golden value is a numerical derivative");
    }

    @Test
    void weighsByPairwiseComparison() {
        double[][] first = {{1, 3, 5, 7}, {1 / 3.0, 1, 3, 5}, {1 / 5.0, 1 / 3.0, 1, 3}, {1 / 7.0, 1 / 5.0, 1 / 3.0, 1}};
        double[][] second = {{1, 2, 0.5, 4}, {0.5, 1, 1 / 3.0, 3}, {2, 3, 1, 5}, {0.25, 1 / 3.0, 0.2, 1}};
        Ahp ahp = Ahp.of(List.of(first, second));
        GOLDEN.check("ahp.together", with(ahp.weights(), ahp.lambda(), ahp.ratio()));
        Ahp.Expert one = ahp.experts().get(0);
        Ahp.Expert two = ahp.experts().get(1);
        GOLDEN.check("ahp.first", with(one.weights(), one.lambda(), one.ratio()));
        GOLDEN.check("ahp.second", with(two.weights(), two.lambda(), two.ratio()));
        first[1][0] = 0.4;
        var refused = assertThrows(IllegalArgumentException.class, () -> Ahp.of(List.of(first, second)));
        assertTrue(refused.getMessage().contains("expert 1")
                && refused.getMessage().contains("not reciprocal"));
    }

    private static double[] with(double[] weights, double... more) {
        double[] all = Arrays.copyOf(weights, weights.length + more.length);
        System.arraycopy(more, 0, all, weights.length, more.length);
        return all;
    }

    @Test
    void weighsByDispersionAndOrdersByCloseness() {
        String[] names = SixIndicators.IDS.toArray(String[]::new);
        double[][] columns = SixIndicators.columns();
        assertArrayEquals(GOLDEN.get("entropy"), DispersionWeights.entropy(names, columns), 1e-9);
        assertArrayEquals(GOLDEN.get("critic"), DispersionWeights.critic(names, columns), 1e-9);
        double[] weights = {6, 4, 25, 15, 30, 20};
        assertArrayEquals(GOLDEN.get("topsis"), Topsis.closeness(names, columns, weights), 1e-9);
        Arrays.fill(columns[2], 5);
        for (var use : List.<Runnable>of(
                () -> DispersionWeights.entropy(names, columns),
                () -> DispersionWeights.critic(names, columns),
                () -> Topsis.closeness(names, columns, weights),
                () -> Normaliser.fit("c", new Normalisation.ZScore(0, 1, UP), columns[2]))) {
            assertTrue(assertThrows(IllegalArgumentException.class, use::run)
                    .getMessage()
                    .startsWith("c is 5.0 in every unit"));
        }
    }

    @Test
    void ranksAsCoinrDoes() {
        List<Unit> units = SixIndicators.units();
        Scheme scheme = SixIndicators.scheme(Aggregation.ARITHMETIC);
        Scorer scorer = Scorer.fitted(scheme, units);
        int[] ranks =
                RankIntervals.ranks(SixIndicators.of(units, u -> scorer.score(u).rounded()));
        GOLDEN.check("ranks", Arrays.stream(ranks).asDoubleStream().toArray());
        var variant = Sensitivity.by(scheme, units, "geometric", SixIndicators.scheme(Aggregation.of(Mean.GEOMETRIC)));
        GOLDEN.check("spearman", variant.rankCorrelation());
    }

    @Test
    void explainsTheGapFromTheMediansExactly() {
        List<Unit> units = SixIndicators.units();
        Scorer scorer = Scorer.fitted(SixIndicators.scheme(Aggregation.of(Mean.GEOMETRIC)), units);
        Gap gap = Gap.of(scorer, units.getFirst(), units);
        assertArrayEquals(
                GOLDEN.get("gap.geometric"),
                gap.parts().stream().mapToDouble(Gap.Part::part).toArray(),
                1e-9);
        for (Aggregation rule :
                aggregations().map(a -> (Aggregation) a.get()[1]).toList()) {
            Gap other = Gap.of(Scorer.fitted(SixIndicators.scheme(rule), units), units.get(4), units);
            double sum = other.parts().stream().mapToDouble(Gap.Part::part).sum();
            assertEquals(other.total() - other.reference(), sum, 1e-9, rule.toString());
        }
    }

    @Test
    void poolsByCoveredWorkers() {
        long[] covered = {120, 480, 60, 300};
        double[] values = {81.5, 77.25, 92, 88.125};
        double[] errors = {2.1, 1.4, 3.3, 0};
        List<RollUp.Part> parts = new java.util.ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(new RollUp.Part("U" + i, covered[i], values[i], errors[i]));
        }
        RollUp.Pooled pooled = RollUp.pooled(parts, 0.95);
        GOLDEN.check("pooled", pooled.value(), pooled.standardError(), pooled.lower(), pooled.upper());
        var before = new RollUp.Pooled(79, 0.9, 79, 79, 1, 1);
        var standing = RollUp.standing(new RollUp.Target("satisfaction", null, true), pooled, before, 0.95);
        GOLDEN.check("rising", standing.change(), standing.pValue());
        double[] growth = {8, 12, 7.9, 12.1, 9, -2, 10.5};
        RollUp.Growth distribution = RollUp.growth(
                Arrays.stream(growth)
                        .mapToObj(g -> new RollUp.Part("U", 10, g, 0))
                        .toList(),
                8,
                12);
        GOLDEN.check(
                "growth",
                distribution.median(),
                distribution.lowerQuartile(),
                distribution.upperQuartile(),
                distribution.below(),
                distribution.within(),
                distribution.above());
    }

    @Test
    void refusesAGeometricMeanOfZero() {
        List<Unit> units = SixIndicators.units();
        Scorer scorer = Scorer.fitted(SixIndicators.scheme(Aggregation.of(Mean.GEOMETRIC)), units);
        Map<String, Reading> zero =
                new LinkedHashMap<>(units.getFirst().readings().all());
        zero.put("c", new Reading.Known(0));
        var refused =
                assertThrows(IllegalArgumentException.class, () -> scorer.score(Unit.of("zero", Readings.exact(zero))));
        assertTrue(refused.getMessage().contains("c (0.0)"), refused.getMessage());
    }

    /** Lower edges belong to a class and upper ones do not, but for 12, which belongs to 8–12. */
    @Test
    void classesOfWageGrowthKeepTheirEdges() {
        double[] growth = {-0.5, 0, 0.1, 4.9, 5, 7.9, 8, 12, 12.1};
        List<RollUp.Part> parts = new java.util.ArrayList<>();
        for (int i = 0; i < growth.length; i++) {
            parts.add(new RollUp.Part("u" + i, 100 * (i + 1), growth[i], 0));
        }
        List<RollUp.GrowthClass> classes = RollUp.growthClasses(parts);
        assertEquals(
                List.of("fell 1", "flat 1", "under-5 2", "5-8 2", "8-12 2", "over-12 1"),
                classes.stream().map(c -> c.name() + " " + c.units()).toList());
        double[] workers = {100, 200, 700, 1100, 1500, 900};
        for (int i = 0; i < workers.length; i++) {
            assertEquals(workers[i] / 4500, classes.get(i).workers(), 1e-12);
        }
    }
}
