package org.zhisheng.analytics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.estimation.CrossTable;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Scoring;
import org.zhisheng.analytics.estimation.Variable;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingVariance;

final class ComparisonGoldenTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final Variable P1 =
            Variable.of(SAMPLE.category("q1"), Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100));
    private static final Variable PAY = Variable.of(SAMPLE.numeric("pay"));

    private static Estimator estimator(String name) {
        Design design = switch (name) {
            case "S" -> Workers.stratified();
            case "U" -> Workers.unstratified();
            case "W" -> Workers.weighted();
            case "C" -> Workers.clustered();
            default ->
                Workers.weighted()
                        .adjusted((w, n) -> Raking.of(
                                List.of(Workers.margin("workshop"), Workers.margin("job"), Workers.margin("sex")),
                                w,
                                n,
                                1000,
                                1e-13,
                                RakingVariance.BASE_WEIGHT_RESIDUALS));
        };
        return new Estimator(design);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "U", "W", "C", "RCW"})
    void associationAgrees(String design) {
        Estimator estimator = estimator(design);
        CrossTable jobs = CrossTable.ofRows(SAMPLE.factor("workshop"), SAMPLE.factor("job"));
        if (!design.equals("RCW")) {
            checkSecond(design + ".chisq.F", AssociationTest.of(estimator, jobs, Domain.all()));
            TestResult first = AssociationTest.of(estimator, jobs, Domain.all()).firstOrder();
            GOLDEN.check(design + ".chisq.first", first.statistic(), first.numeratorDf(), first.pValue());
        }
        CrossTable aware = CrossTable.ofRows(SAMPLE.factor("workshop"), SAMPLE.factor("aware"));
        AssociationTest test = AssociationTest.of(estimator, aware, Domain.all());
        GOLDEN.check(
                design + ".chisq.na",
                test.secondOrder().statistic(),
                test.secondOrder().numeratorDf(),
                test.secondOrder().denominatorDf(),
                test.secondOrder().pValue(),
                test.firstOrder().statistic(),
                test.firstOrder().pValue());
    }

    private static void checkSecond(String id, AssociationTest test) {
        TestResult f = test.secondOrder();
        GOLDEN.check(id, f.statistic(), f.numeratorDf(), f.denominatorDf(), f.pValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "U", "W", "C", "RCW"})
    void tTestsAgree(String design) {
        Estimator estimator = estimator(design);
        check(design + ".ttest.one", MeanTest.oneSample(estimator, PAY, Domain.all(), 5000, 0.95));
        List<Domain> sexes = Domain.by(SAMPLE.factor("sex"));
        check(design + ".ttest.two", MeanTest.twoSample(estimator, P1, sexes.get(0), sexes.get(1), 0.95));
    }

    private static void check(String id, MeanTest test) {
        GOLDEN.check(
                id,
                test.estimate().value(),
                test.test().statistic(),
                test.test().denominatorDf(),
                test.test().pValue(),
                test.estimate().interval().lower(),
                test.estimate().interval().upper());
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "W", "C"})
    void testsWithinDomainsAgree(String design) {
        Estimator estimator = estimator(design);
        List<Domain> sexes = Domain.by(SAMPLE.factor("sex"));
        CrossTable aware = CrossTable.ofRows(SAMPLE.factor("workshop"), SAMPLE.factor("aware"));
        checkBoth(design + ".dom.chisq", AssociationTest.of(estimator, aware, sexes.getFirst()));
        List<Domain> workshops = Domain.by(SAMPLE.factor("workshop"));
        Domain some = Domain.where(
                "B or D",
                SAMPLE.rows(),
                row -> workshops.get(1).contains(row) || workshops.get(3).contains(row));
        check(
                design + ".dom.ttest",
                MeanTest.twoSample(
                        estimator, P1, sexes.get(0).and(some), sexes.get(1).and(some), 0.95));
    }

    @Test
    void countsTestAsRowsDo() {
        CountCube cube = CountCube.count(
                List.of(SAMPLE.category("stratum"), SAMPLE.category("workshop")),
                List.of(SAMPLE.category("aware"), SAMPLE.category("q1")),
                List.of("aware", "q1"),
                1);
        Design design = Design.ofCube(cube)
                .strata(cube.grouping("stratum"))
                .populationSizes(Workers.counts("stratum"))
                .build();
        Estimator estimator = new Estimator(design);
        checkBoth(
                "S.chisq.na",
                AssociationTest.of(estimator, CrossTable.ofCube(cube, "workshop", "aware"), Domain.all()));
        AssociationTest pairs = AssociationTest.of(estimator, CrossTable.ofPair(cube, "aware", "q1"), Domain.all());
        AssociationTest rows = AssociationTest.of(
                estimator("S"), CrossTable.ofRows(SAMPLE.factor("aware"), SAMPLE.factor("q1")), Domain.all());
        Golden.close(rows.secondOrder().pValue(), pairs.secondOrder().pValue(), 1e-9, "pairs against rows");
    }

    private static void checkBoth(String id, AssociationTest test) {
        GOLDEN.check(
                id,
                test.secondOrder().statistic(),
                test.secondOrder().numeratorDf(),
                test.secondOrder().denominatorDf(),
                test.secondOrder().pValue(),
                test.firstOrder().statistic(),
                test.firstOrder().pValue());
    }

    @Test
    void changesBetweenWavesAgree() {
        Variable p2 = Variable.of(SAMPLE.category("q2"), Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100));
        WaveComparison change = WaveComparison.difference(
                estimator("S").mean(P1, Domain.all(), EstimateRule.forMeans()),
                estimator("W").mean(p2, Domain.all(), EstimateRule.forMeans()),
                IntervalRule.wald());
        GOLDEN.check("wave.difference", change.change().value(), change.change().standardError());
        List<Domain> sexes = Domain.by(SAMPLE.factor("sex")).reversed();
        WaveComparison did = WaveComparison.differenceInDifferences(
                estimator("S").domainMeans(P1, sexes, EstimateRule.forMeans()),
                estimator("W").domainMeans(p2, sexes, EstimateRule.forMeans()),
                IntervalRule.wald());
        GOLDEN.check("wave.did", did.change().value(), did.change().standardError());
    }

    /** Table II of Newcombe (1998), method 10, printed there to four decimals. */
    @ParameterizedTest
    @CsvSource({
        "56,70,48,80,0.0524,0.3339",
        "9,10,3,10,0.1705,0.8090",
        "6,7,2,7,0.0582,0.8062",
        "5,56,0,29,-0.0381,0.1926",
        "10,10,0,10,0.6075,1.0000"
    })
    void newcombeAgreesWithItsPaper(int a, int m, int b, int n, double lower, double upper) {
        Estimate difference = Newcombe.difference(a, m, b, n, 0.95);
        assertEquals(lower, difference.interval().lower(), 5e-5);
        assertEquals(upper, difference.interval().upper(), 5e-5);
    }

    @Test
    void correctionsForManyComparisonsAgree() {
        double[] p = {.01, .04, .03, .005, .2, .04};
        GOLDEN.check("p.adjust.holm", MultipleComparisons.holm(p));
        GOLDEN.check("p.adjust.BH", MultipleComparisons.benjaminiHochberg(p));
    }
}
