package org.zhisheng.analytics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.RecordedValues;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;

/** Against psych 2.2.9 and survey 4.1.1; see reliability.R beside the values. */
final class ReliabilityGoldenTest {
    private static final double EXACT = 1e-9;
    private static final String DATA = "reliability/workers.csv";
    private static final RecordedValues R = RecordedValues.read("reliability/golden.tsv");

    static ItemScores workers(int items) {
        List<String> names =
                IntStream.rangeClosed(1, items).mapToObj(i -> "S" + i).toList();
        double[][] columns =
                names.stream().map(name -> RecordedValues.column(DATA, name)).toArray(double[][]::new);
        return ItemScores.of(names, columns);
    }

    @Test
    void alphaWithPairwiseCovariances() {
        compare("pairwise", CronbachAlpha.of(workers(6), MissingItems.PAIRWISE, 0.95));
    }

    @Test
    void alphaOfCompleteRows() {
        compare("listwise", CronbachAlpha.of(workers(6), MissingItems.LISTWISE, 0.95));
    }

    private static void compare(String prefix, AlphaReport report) {
        R.check(prefix + ".raw", report.raw().value(), EXACT);
        R.check(prefix + ".ase", report.raw().standardError(), EXACT);
        R.check(prefix + ".standardised", report.standardised(), EXACT);
        R.check(prefix + ".averageR", report.averageCorrelation(), EXACT);
        Interval interval = report.raw().interval();
        assertNotNull(interval);
        R.check(prefix + ".feldtLower", interval.lower(), EXACT);
        R.check(prefix + ".feldtUpper", interval.upper(), EXACT);
        for (int i = 0; i < report.items().size(); i++) {
            ItemDiagnostics item = report.items().get(i);
            R.check(prefix + ".dropRaw." + i, item.alphaIfDropped(), EXACT);
            R.check(prefix + ".dropStd." + i, item.standardisedIfDropped(), EXACT);
            R.check(prefix + ".rDrop." + i, item.correlationWithRest(), EXACT);
            R.check(prefix + ".mean." + i, item.mean(), EXACT);
            R.check(prefix + ".sd." + i, item.standardDeviation(), EXACT);
        }
    }

    @Test
    void alphaOfTwoItems() {
        AlphaReport report = CronbachAlpha.of(workers(2), MissingItems.LISTWISE, 0.95);
        R.check("two.raw", report.raw().value(), EXACT);
        R.check("two.standardised", report.standardised(), EXACT);
        assertTrue(Double.isNaN(report.items().getFirst().alphaIfDropped()));
    }

    @Test
    void feldtInterval() {
        Interval interval = FeldtInterval.of(0.8, 100, 5, 0.9);
        R.check("feldt.lower", interval.lower(), EXACT);
        R.check("feldt.upper", interval.upper(), EXACT);
    }

    @Test
    void weightedAlpha() {
        ItemScores weighted = workers(6).weightedBy(RecordedValues.column(DATA, "weight"));
        AlphaReport report = CronbachAlpha.of(weighted, MissingItems.LISTWISE, 0.95);
        R.check("weighted.raw", report.raw().value(), EXACT);
        R.check("weighted.svycralpha", report.raw().value(), EXACT);
        R.check("weighted.standardised", report.standardised(), EXACT);
        assertTrue(Double.isNaN(report.raw().standardError()));
    }

    @Test
    void alphaAndOmegaUnderTheDesign() {
        ItemScores all = workers(6);
        ItemScores complete = all.only(all.rowsWith(6));
        double[] weights = RecordedValues.column(DATA, "weight");
        List<String> strata = RecordedValues.texts(DATA, "stratum");
        int[] rows = all.rowsWith(6);
        Design design = Design.ofRows(rows.length)
                .strata(Factor.parse(
                        "stratum", Arrays.stream(rows).mapToObj(strata::get).collect(Collectors.toList())))
                .weights(Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray())
                .populationSizes(Map.of("W1", 400, "W2", 150, "W3", 90))
                .build();
        Estimate alpha = ReliabilityUnderDesign.alpha(complete, design, Domain.all(), 0.95);
        R.check("weighted.alphaDesign", alpha.value(), EXACT);
        R.check("weighted.alphaDesignSe", alpha.standardError(), EXACT);
        assertEquals(199, alpha.degreesOfFreedom());
        Estimate omega = ReliabilityUnderDesign.omega(complete, design, Domain.all(), 0.95);
        R.check("omega.weighted.model", omega.value(), EXACT);
        R.check("omega.weighted.designSe", omega.standardError(), 1e-6);
    }

    @Test
    void omegaOfCompleteRows() {
        OmegaReport report = OneFactorOmega.of(workers(6), MissingItems.LISTWISE, 0.95);
        R.check("omega.model", report.omega().value(), EXACT);
        R.check("omega.observed", report.observedOmega(), EXACT);
        R.check("omega.se", report.omega().standardError(), 1e-6);
        assertEquals(R.value("omega.n"), report.omega().sampleSize());
        R.check("psych.fa.omega", report.omega().value(), 1e-5);
        for (int i = 0; i < 6; i++) {
            R.check("minres.loading." + i, report.loadings().get(i).loading(), EXACT);
            R.check("psych.fa.loading." + i, report.loadings().get(i).loading(), 1e-5);
        }
    }

    @Test
    void omegaOfPairwiseAndWeightedCorrelations() {
        OmegaReport pairwise = OneFactorOmega.of(workers(6), MissingItems.PAIRWISE, 0.95);
        R.check("omega.pairwise.model", pairwise.omega().value(), EXACT);
        ItemScores weighted = workers(6).weightedBy(RecordedValues.column(DATA, "weight"));
        OmegaReport listwise = OneFactorOmega.of(weighted, MissingItems.LISTWISE, 0.95);
        R.check("omega.weighted.model", listwise.omega().value(), EXACT);
    }

    @Test
    void personMeans() {
        PersonMeans means = PersonMeans.of(workers(6), 4);
        double[] valid = Arrays.stream(means.values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        R.check("personMean.mean", Arrays.stream(valid).average().orElseThrow(), EXACT);
        assertEquals(R.value("personMean.n"), means.valid());
        R.check("personMean.first", means.values()[0], EXACT);
        PersonMeans complete = PersonMeans.of(workers(6), 6);
        double average = Arrays.stream(complete.values())
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElseThrow();
        R.check("personMean.complete", average, EXACT);
    }
}
