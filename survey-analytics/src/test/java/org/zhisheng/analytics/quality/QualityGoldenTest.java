package org.zhisheng.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.RecordedValues;

/** Against base R; see quality.R beside the values. */
final class QualityGoldenTest {
    private static final double EXACT = 1e-9;
    private static final String DATA = "quality/answers.csv";
    private static final RecordedValues R = RecordedValues.read("quality/golden.tsv");
    private static final List<String> ITEMS =
            IntStream.rangeClosed(1, 10).mapToObj(item -> "Q" + item).toList();

    static AnswerGrid answers() {
        byte[][] columns = new byte[10][150];
        for (int item = 0; item < 10; item++) {
            double[] column = RecordedValues.column(DATA, ITEMS.get(item));
            for (int row = 0; row < 150; row++) {
                columns[item][row] = (byte) column[row];
            }
        }
        return AnswerGrid.of(ITEMS, columns);
    }

    static Sites sites() {
        double[] codes = RecordedValues.column(DATA, "site");
        return Sites.of(
                List.of("A", "B", "C"),
                Arrays.stream(codes).mapToInt(code -> (int) code).toArray());
    }

    private static double mean(IntToDoubleFunction value) {
        return IntStream.range(0, 150).mapToDouble(value).average().orElseThrow();
    }

    @Test
    void outcomeRates() {
        CaseCounts cases = new CaseCounts(120, 15, 30, 60, 5, 20, 10);
        OutcomeRates rates = OutcomeRates.of(cases, 0.85);
        double[] actual = {
            rates.rr1(),
            rates.rr2(),
            rates.rr3(),
            rates.rr4(),
            rates.rr5(),
            rates.rr6(),
            rates.coop1(),
            rates.coop2(),
            rates.coop3(),
            rates.coop4(),
            rates.ref1(),
            rates.ref2(),
            rates.ref3(),
            rates.con1(),
            rates.con2(),
            rates.con3()
        };
        String[] keys = {
            "rr1", "rr2", "rr3", "rr4", "rr5", "rr6", "coop1", "coop2", "coop3", "coop4", "ref1", "ref2", "ref3",
            "con1", "con2", "con3"
        };
        for (int i = 0; i < keys.length; i++) {
            R.check("aapor." + keys[i], actual[i], EXACT);
        }
        R.check("aapor.casro", cases.proportionalEligibility(40), EXACT);
    }

    @Test
    void nonResponse() {
        long[] people = {400, 250, 120, 60, 30};
        long[] answers = {220, 90, 70, 12, 30};
        List<StratumCount> strata = new ArrayList<>();
        for (int h = 0; h < 5; h++) {
            strata.add(new StratumCount("W" + h, answers[h], people[h]));
        }
        NonResponse report = NonResponse.of(strata);
        R.check("nr.rate", report.rate(), EXACT);
        R.check("nr.R", report.representativity(), EXACT);
        R.check("nr.maxBias", report.maximalBias(), EXACT);
        R.check("nr.dissimilarity", report.dissimilarity(), EXACT);
        R.check("nr.chisq", report.chiSquare(), EXACT);
        assertEquals(R.value("nr.p"), report.pValue(), EXACT * R.value("nr.p"));
        for (int h = 0; h < 5; h++) {
            R.check("nr.difference." + h, report.strata().get(h).difference(), EXACT);
            R.check("nr.se." + h, report.strata().get(h).standardError(), EXACT);
            R.check("nr.partial." + h, report.strata().get(h).partialIndicator(), EXACT);
        }
    }

    @Test
    void speeding() {
        Speeding speeding = Speeding.of(RecordedValues.column(DATA, "seconds"), 0.3);
        R.check("speed.median", speeding.median(), EXACT);
        R.check("speed.share", speeding.share(), EXACT);
        assertTrue(speeding.tooFast(8) && !speeding.tooFast(2));
        assertEquals(148, speeding.measured());
    }

    @Test
    void straightLining() {
        StraightLining skip = StraightLining.of(answers(), BlankRule.SKIP);
        StraightLining count = StraightLining.of(answers(), BlankRule.COUNT);
        assertEquals(
                R.value("long.skip.sum"),
                IntStream.range(0, 150).map(skip::longString).sum());
        assertEquals(
                R.value("long.count.sum"),
                IntStream.range(0, 150).map(count::longString).sum());
        assertEquals(R.value("long.skip.6"), skip.longString(6));
        R.check("irv.mean", mean(skip::spread), EXACT);
        R.check("irv.0", skip.spread(0), EXACT);
        R.check("straight.share", skip.straightShare(2), EXACT);
    }

    @Test
    void exactDuplicates() {
        ExactDuplicates duplicates = ExactDuplicates.of(answers(), 1);
        assertEquals(R.value("exact.groups"), duplicates.groups().size());
        R.check("exact.share", duplicates.share(), EXACT);
    }

    @Test
    void nearDuplicates() {
        NearDuplicates count = NearDuplicates.of(answers(), BlankRule.COUNT, 1);
        NearDuplicates skip = NearDuplicates.of(answers(), BlankRule.SKIP, 5);
        for (int row : new int[] {0, 5, 6, 19, 59, 129, 149}) {
            R.check("match.count." + row, count.match(row), EXACT);
            R.check("match.skip." + row, skip.match(row), EXACT);
        }
        R.check("match.count.mean", mean(count::match), EXACT);
        R.check("match.skip.mean", mean(skip::match), EXACT);
        R.check("match.count.share90", count.shareAtLeast(0.9), EXACT);
    }

    @Test
    void mahalanobis() {
        double[][] columns = ITEMS.stream()
                .map(item -> Arrays.stream(RecordedValues.column(DATA, item))
                        .map(code -> code < 0 ? Double.NaN : code)
                        .toArray())
                .toArray(double[][]::new);
        MahalanobisDistance distance = MahalanobisDistance.of(ITEMS, columns);
        assertEquals(R.value("maha.n"), distance.complete());
        for (int k : new int[] {1, 5, 40, 100}) {
            int row = (int) R.value("maha.row." + k);
            R.check("maha.d2." + k, distance.squared(row), EXACT);
            R.check("maha.p." + k, distance.pValue(row), EXACT);
        }
        R.check(
                "maha.maxD2",
                IntStream.range(0, 150)
                        .mapToDouble(distance::squared)
                        .filter(d -> d >= 0)
                        .max()
                        .orElseThrow(),
                EXACT);
        assertEquals(
                R.value("maha.minP"),
                IntStream.range(0, 150)
                        .mapToDouble(distance::pValue)
                        .filter(p -> p >= 0)
                        .min()
                        .orElseThrow(),
                1e-9 * R.value("maha.minP"));
    }

    @Test
    void bursts() {
        Bursts bursts = Bursts.of(new long[] {12, 9, 15, 80, 11, 0, 13}, new double[] {1, 1, 1.5, 2, 1, 0.5, 1});
        for (Bursts.Bucket bucket : bursts.buckets()) {
            double expected = R.value("burst.p." + bucket.index());
            assertEquals(expected, bucket.pValue(), EXACT * expected);
        }
        assertEquals(
                List.of(3),
                bursts.flagged(0.01).stream().map(Bursts.Bucket::index).toList());
    }

    @Test
    void identicalVectors() {
        List<IdenticalVectors.Repetition> repetitions = IdenticalVectors.of(answers(), sites(), 1);
        for (int s = 0; s < 3; s++) {
            IdenticalVectors.Repetition site = repetitions.get(s);
            R.check("twins.share." + s, site.share(), EXACT);
            R.check("twins.pairs." + s, (double) site.pairs(), EXACT);
            assertEquals(R.value("twins.peer." + s), site.peerChance(), 1e-15);
            assertEquals(R.value("twins.independent." + s), site.independentChance(), 1e-15);
            R.check("twins.expected." + s, site.expectedPairs(), EXACT);
            assertEquals(R.value("twins.p." + s), site.pValue(), EXACT * R.value("twins.p." + s));
        }
    }

    @Test
    void uniformity() {
        List<Uniformity.Spread> spreads = Uniformity.of(answers(), sites(), 5);
        for (int s = 0; s < 3; s++) {
            R.check("uniform.variance." + s, spreads.get(s).variance(), EXACT);
            R.check("uniform.ratio." + s, spreads.get(s).ratio(), EXACT);
            assertEquals(R.value("uniform.p." + s), spreads.get(s).pValue(), EXACT * R.value("uniform.p." + s));
        }
    }
}
