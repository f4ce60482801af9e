package org.zhisheng.analytics.comparison;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.estimation.CrossTable;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
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

    @Test
    void correctionsForManyComparisonsAgree() {
        double[] p = {.01, .04, .03, .005, .2, .04};
        GOLDEN.check("p.adjust.holm", MultipleComparisons.holm(p));
        GOLDEN.check("p.adjust.BH", MultipleComparisons.benjaminiHochberg(p));
    }
}
