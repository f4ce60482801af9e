package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.estimation.CubeEstimator.Item;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.weighting.Margin;
import org.zhisheng.analytics.weighting.PostStratification;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingVariance;

/** Counts give what rows give, and both give what R gives. */
final class CubeEstimatorTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final Scoring POINTS = Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100);
    private static final List<String> ITEMS = List.of("q1", "q2", "q3", "q4");
    private static final CountCube CUBE = CountCube.count(
            List.of(
                    SAMPLE.category("stratum"),
                    SAMPLE.category("workshop"),
                    SAMPLE.category("job"),
                    SAMPLE.category("sex")),
            List.of(
                    SAMPLE.category("q1"),
                    SAMPLE.category("q2"),
                    SAMPLE.category("q3"),
                    SAMPLE.category("q4"),
                    SAMPLE.category("aware")),
            ITEMS,
            2);

    private static Design stratified() {
        return Design.ofCube(CUBE)
                .strata(CUBE.grouping("stratum"))
                .populationSizes(Workers.counts("stratum"))
                .build();
    }

    private static Margin margin(String name) {
        return Margin.of(CUBE.grouping(name), Workers.counts(name));
    }

    private static Item item(String name) {
        return new Item(name, POINTS);
    }

    @Test
    void stratifiedEstimatesAgreeWithR() {
        CubeEstimator estimator = new CubeEstimator(CUBE, stratified());
        Estimate mean = estimator.mean(item("q1"), Domain.all(), EstimateRule.forMeans());
        GOLDEN.check("S.mean.p1", mean.value(), mean.standardError());
        List<Domain> workshops = estimator.domains("workshop");
        double[] by = new double[8];
        for (int g = 0; g < 4; g++) {
            Estimate estimate = estimator.mean(item("q1"), workshops.get(g), EstimateRule.forMeans());
            by[g] = estimate.value();
            by[g + 4] = estimate.standardError();
        }
        GOLDEN.check("S.by.workshop.p1", by);
        Estimate aware = estimator.proportion(
                new Item("aware", Scoring.indicator(List.of("yes"))), workshops.get(3), EstimateRule.forProportions());
        GOLDEN.check(
                "S.ciprop.yes.D.logit",
                aware.value(),
                aware.interval().lower(),
                aware.interval().upper());
    }

    @Test
    void rakedEstimatesAgreeWithR() {
        Design raked = stratified()
                .adjusted((w, n) -> Raking.of(
                        List.of(margin("workshop"), margin("job"), margin("sex")),
                        w,
                        n,
                        1000,
                        1e-13,
                        RakingVariance.BASE_WEIGHT_RESIDUALS));
        CubeEstimator estimator = new CubeEstimator(CUBE, raked);
        Estimate mean = estimator.mean(item("q1"), Domain.all(), EstimateRule.forMeans());
        GOLDEN.check("RC.mean.p1", mean.value(), mean.standardError());
        Estimate small = estimator.proportion(
                new Item("aware", Scoring.indicator(List.of("yes"))),
                estimator.domains("workshop").get(3),
                new EstimateRule(new IntervalRule(IntervalMethod.BETA, Reference.DESIGN, 0.95), DesignEffect.NONE));
        GOLDEN.check(
                "RC.ciprop.yes.D.beta",
                small.value(),
                small.interval().lower(),
                small.interval().upper());
    }

    @Test
    void itemMeansOnTheirOwnBasesAgreeWithR() {
        CubeEstimator estimator = new CubeEstimator(CUBE, stratified());
        EstimateVector vector = estimator.means(
                ITEMS.stream().map(CubeEstimatorTest::item).toList(), Domain.all(), EstimateRule.forMeans());
        double[] covariance = new double[16];
        for (int i = 0; i < 16; i++) {
            covariance[i] = vector.covariance(i / 4, i % 4);
        }
        GOLDEN.check("S.own.bases.cov", covariance);
        Estimate mean = vector.combination("I12", new double[] {.25, .25, .25, .25}, IntervalRule.wald());
        GOLDEN.check("S.own.bases.mean", mean.value(), mean.standardError());
        EstimateVector rows = new Estimator(Workers.stratified())
                .means(
                        ITEMS.stream()
                                .map(q -> Variable.of(SAMPLE.category(q), POINTS))
                                .toList(),
                        Domain.all(),
                        EstimateRule.forMeans());
        Golden.close(rows.covariance(0, 3), vector.covariance(0, 3), 1e-12, "rows against counts");
    }

    @Test
    void postStratifyingAStratifiedSampleOnItsStrataChangesNothing() {
        Design design = stratified().adjusted((w, n) -> PostStratification.of(margin("stratum"), w, n));
        Estimate before = new CubeEstimator(CUBE, stratified()).mean(item("q2"), Domain.all(), EstimateRule.forMeans());
        Estimate after = new CubeEstimator(CUBE, design).mean(item("q2"), Domain.all(), EstimateRule.forMeans());
        Golden.close(before.value(), after.value(), 1e-12, "mean");
        assertEquals(before.sampleSize(), after.sampleSize());
    }
}
