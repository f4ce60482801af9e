package org.zhisheng.analytics.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.numeric.Gaussian;

/** The delta method and the simulation agree, and rank intervals hold what they promise. */
final class UncertaintyTest {
    private static final Scheme SCHEME = SchemeFile.published(new SchemeId("cb-qei", "1.0.0"));
    private static final Scorer SCORER = Scorer.of(SCHEME);
    private static final Simulation RULE = new Simulation(200_000, 5, 0.95);

    private static Map<String, Reading> values(double awareness) {
        Map<String, Reading> values = new LinkedHashMap<>();
        SCHEME.indicators().forEach(i -> values.put(i.id(), new Reading.Known(i.id().equals("I13") ? 7 : 70)));
        values.put("I04", new Reading.Known(awareness));
        values.put("satisfaction-rate", new Reading.Known(62));
        return values;
    }

    private static ScoreUncertainty uncertainty(double awareness) {
        double[][] covariance = {{9, 1.2, 2}, {1.2, 4, 1.5}, {2, 1.5, 6.25}};
        Readings readings = Readings.of(values(awareness), List.of("I04", "I12", "satisfaction-rate"), covariance);
        return Propagation.of(SCORER, Unit.of("U", readings), RULE);
    }

    @Test
    void deltaAndSimulationAgreeWhereNothingBends() {
        ScoreUncertainty uncertainty = uncertainty(75);
        Spread total = uncertainty.total();
        assertEquals(Spread.Method.DELTA, total.method());
        // 200,000 draws know a standard deviation to 0.16 %
        assertEquals(1, total.simulatedError() / total.deltaError(), 0.01);
        assertEquals(total.estimate(), total.simulatedMean(), 0.01);
        uncertainty.dimensions().stream()
                .filter(d -> d.deltaError() > 0)
                .forEach(d -> assertEquals(1, d.simulatedError() / d.deltaError(), 0.01, d.id()));
        assertEquals(List.of("satisfaction-below-60"), uncertainty.nearCaps());
    }

    @Test
    void theSimulationIsReportedWhereATargetIsNear() {
        Spread awareness = uncertainty(88).indicators().getFirst();
        assertEquals(Spread.Method.SIMULATION, awareness.method());
        assertEquals(List.of("I04"), awareness.bends());
        // min(100, X/0.9) of X ~ N(88, 3²): mean and deviation of a normal cut at its target, in closed form
        double a = (90.0 - 88) / 3;
        double density = Math.exp(-a * a / 2) / Math.sqrt(2 * Math.PI);
        double below = org.zhisheng.analytics.numeric.Distributions.normalCdf(a);
        double mean = 88 * below - 3 * density + 90 * (1 - below);
        double square = (88.0 * 88 + 9) * below - 2 * 88 * 3 * density - 9 * a * density + 8100 * (1 - below);
        assertEquals(mean / 0.9, awareness.simulatedMean(), 0.03);
        assertEquals(Math.sqrt(square - mean * mean) / 0.9, awareness.simulatedError(), 0.02);
        assertEquals(100, awareness.upper());
    }

    @Test
    void bandProbabilitiesFollowTheCap() {
        // P(satisfaction rate < 60) for N(62, 2.5²); the total is far from every edge
        ScoreUncertainty uncertainty = uncertainty(75);
        double sum = uncertainty.bands().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(1, sum, 1e-12);
        Map<String, Reading> high = values(90);
        SCHEME.indicators().forEach(i -> high.put(i.id(), new Reading.Known(i.id().equals("I13") ? 9 : 95)));
        Readings readings = Readings.independent(high, Map.of("satisfaction-rate", 2.5));
        double capped =
                Propagation.of(SCORER, Unit.of("U", readings), RULE).bands().get("qualified");
        assertEquals(org.zhisheng.analytics.numeric.Distributions.normalCdf(-0.8), capped, 0.004);
    }

    @Test
    void theSameSeedGivesTheSameNumbersWhateverTheThreads() {
        double[] totals = new double[2500];
        double[] errors = new double[2500];
        Gaussian gaussian = Gaussian.of(1, 0);
        Arrays.setAll(totals, u -> 70 + 5 * gaussian.next());
        Arrays.setAll(errors, u -> 1 + 2 * gaussian.uniform());
        RankIntervals one = RankIntervals.of(new ShrunkenTotals(totals, errors, 3), 100, 0.9, 1, p -> {});
        RankIntervals three = RankIntervals.of(new ShrunkenTotals(totals, errors, 3), 100, 0.9, 3, p -> {});
        for (int u = 0; u < totals.length; u++) {
            assertEquals(one.lower(u), three.lower(u));
            assertEquals(one.upper(u), three.upper(u));
        }
    }

    @Test
    void everyDrawIsRankedExactly() {
        Gaussian gaussian = Gaussian.of(2, 0);
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Math.round(gaussian.next() * 300) / 100.0);
        }
        values[7] = -0f;
        values[8] = 0f;
        int[] best = new int[values.length];
        int[] worst = new int[values.length];
        new DrawOrder(values.length).rank(values, best, worst);
        for (int u = 0; u < values.length; u++) {
            int larger = 0;
            int equal = 0;
            for (float other : values) {
                larger += other > values[u] ? 1 : 0;
                equal += other == values[u] ? 1 : 0;
            }
            assertEquals(larger + 1, best[u]);
            assertEquals(larger + equal, worst[u]);
        }
    }

    @Test
    void tailsAreOrderStatistics() {
        int units = 30;
        int draws = 200;
        Gaussian gaussian = Gaussian.of(4, 0);
        float[][] drawn = new float[draws][units];
        for (float[] draw : drawn) {
            for (int u = 0; u < units; u++) {
                draw[u] = (float) (u * 0.2 + gaussian.next());
            }
        }
        RankIntervals intervals = RankIntervals.of(
                new RankDraws() {
                    @Override
                    public int units() {
                        return units;
                    }

                    @Override
                    public void draw(int draw, float[] into) {
                        System.arraycopy(drawn[draw], 0, into, 0, units);
                    }
                },
                draws,
                0.9,
                2,
                p -> {});
        for (int u = 0; u < units; u++) {
            int[] ranks = new int[draws];
            for (int d = 0; d < draws; d++) {
                for (float other : drawn[d]) {
                    ranks[d] += other >= drawn[d][u] ? 1 : 0;
                }
            }
            Arrays.sort(ranks);
            assertEquals(ranks[9], intervals.lower(u));
            assertEquals(ranks[draws - 10], intervals.upper(u));
        }
    }

    @Test
    void knownTotalsHaveKnownRanks() {
        double[] totals = {70, 90, 80, 80, 60};
        RankIntervals exact = RankIntervals.of(new ShrunkenTotals(totals, new double[5], 1), 100, 0.9, 1, p -> {});
        int[] lower = new int[5];
        int[] upper = new int[5];
        Arrays.setAll(lower, exact::lower);
        Arrays.setAll(upper, exact::upper);
        assertArrayEquals(new int[] {4, 1, 2, 2, 5}, lower);
        assertArrayEquals(new int[] {4, 1, 3, 3, 5}, upper);
        assertThrows(IllegalArgumentException.class, () -> new ShrunkenTotals(new double[3], new double[3], 1));
    }

    @Test
    void pairsThatCannotBeToldApartStandInOneGroup() {
        double[] totals = {90, 89.5, 80, 70, 69.8};
        double[] errors = {0.5, 0.5, 0.5, 0.5, 0.5};
        PairwiseRanks pairs = PairwiseRanks.simultaneous(totals, errors, 0.9, 2000, 1);
        assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3, 4)), pairs.groups());
        assertEquals(1, pairs.lower(1));
        assertEquals(2, pairs.upper(0));
        assertEquals(3, pairs.lower(2));
        assertEquals(3, pairs.upper(2));
    }

    /** Coverage of true ranks in a population with known truth, over all units and in both end deciles. */
    @Test
    @Tag("simulation")
    void ninetyPercentIntervalsCoverTrueRanks() {
        double[][] shrunken = coverage(true);
        double[][] naive = coverage(false);
        System.out.printf(
                "‣ rank intervals of 90 %%: shrunken all %.3f, top %.3f, bottom %.3f; naive all %.3f, top %.3f, bottom %.3f%n",
                shrunken[0][0], shrunken[0][1], shrunken[0][2], naive[0][0], naive[0][1], naive[0][2]);
        for (double share : shrunken[0]) {
            assertTrue(share >= 0.87, "coverage " + Arrays.toString(shrunken[0]));
        }
        assertTrue(
                naive[0][1] < 0.8 && naive[0][2] < 0.8, "naive draws fail at the ends: " + Arrays.toString(naive[0]));
    }

    private static double[][] coverage(boolean shrunken) {
        int units = 200;
        int populations = Boolean.getBoolean("zhisheng.long") ? 200 : 40;
        double[] hits = new double[3];
        double[] tries = new double[3];
        for (int p = 0; p < populations; p++) {
            Gaussian gaussian = Gaussian.of(99, p);
            double[] truth = new double[units];
            double[] errors = new double[units];
            double[] observed = new double[units];
            for (int u = 0; u < units; u++) {
                truth[u] = 75 + 3 * gaussian.next();
                errors[u] = 1.5 + 3 * gaussian.uniform();
                observed[u] = truth[u] + errors[u] * gaussian.next();
            }
            RankDraws draws = shrunken ? new ShrunkenTotals(observed, errors, p) : new NaiveDraws(observed, errors, p);
            RankIntervals intervals = RankIntervals.of(draws, 1000, 0.9, 2, x -> {});
            int[] ranks = RankIntervals.ranks(truth);
            int[] published = RankIntervals.ranks(observed);
            for (int u = 0; u < units; u++) {
                boolean hit = intervals.lower(u) <= ranks[u] && ranks[u] <= intervals.upper(u);
                // the deciles that people look at: those of the published table
                int decile = published[u] <= units / 10 ? 1 : published[u] > units - units / 10 ? 2 : 0;
                tries[0]++;
                hits[0] += hit ? 1 : 0;
                if (decile > 0) {
                    tries[decile]++;
                    hits[decile] += hit ? 1 : 0;
                }
            }
        }
        return new double[][] {{hits[0] / tries[0], hits[1] / tries[1], hits[2] / tries[2]}};
    }
}
