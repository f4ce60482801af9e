package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.numeric.QuantileRule;
import org.zhisheng.analytics.weighting.PostStratification;
import org.zhisheng.analytics.weighting.RakingVariance;
import org.zhisheng.analytics.weighting.WeightTrimming;

/** Domains, missing values and repeated adjustments, against R's survey package. */
final class DomainGoldenTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final Scoring POINTS = Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100);
    private static final Variable PAY = Variable.of(SAMPLE.numeric("pay"));
    private static final Variable P2 = item("q2");
    private static final Variable YES = Variable.of(SAMPLE.category("aware"), Scoring.indicator(List.of("yes")));
    private static final Domain LINE_WOMEN =
            Domain.where("line women", SAMPLE.rows(), row -> is("job", "line", row) && is("sex", "f", row));

    private static Variable item(String name) {
        return Variable.of(SAMPLE.category(name), POINTS);
    }

    private static boolean is(String column, String label, int row) {
        CategoryColumn category = SAMPLE.category(column);
        return category.code(row) == category.indexOf(label);
    }

    static Stream<String> designs() {
        return EstimatorGoldenTest.designs().filter(name -> !name.equals("U"));
    }

    private static Design design(String name) {
        return EstimatorGoldenTest.DESIGNS.get(name).get();
    }

    private static void check(String id, Estimate estimate) {
        GOLDEN.check(id, estimate.value(), estimate.standardError());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void domainsAgree(String name) {
        Estimator estimator = new Estimator(design(name));
        EstimateRule rule = new EstimateRule(IntervalRule.wald(), DesignEffect.WITHOUT_REPLACEMENT);
        check(name + ".dom.mean", estimator.mean(P2, LINE_WOMEN, rule));
        Estimate total = estimator.total(PAY, LINE_WOMEN, rule);
        check(name + ".dom.total", total);
        GOLDEN.check(name + ".dom.deff.total", total.designEffect());
        GOLDEN.check(name + ".dom.deff", estimator.mean(PAY, LINE_WOMEN, rule).designEffect());
        Variable hours = Variable.of(SAMPLE.numeric("hours"));
        check(name + ".dom.ratio", estimator.ratio(PAY, hours, LINE_WOMEN, rule));
        Domain c = Domain.by(SAMPLE.factor("workshop")).get(2);
        IntervalRule ninety = new IntervalRule(IntervalMethod.WALD, Reference.DESIGN, 0.9);
        Estimate pay = estimator.mean(PAY, c, new EstimateRule(ninety, DesignEffect.NONE));
        GOLDEN.check(name + ".ci90.dom", pay.interval().lower(), pay.interval().upper());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void missingValuesLeftOutOfTheDesignAgree(String name) {
        IntervalRule beta = new IntervalRule(IntervalMethod.BETA, Reference.DESIGN, 0.95);
        Estimate yes = new Estimator(design(name))
                .proportion(YES, Domain.all(), new EstimateRule(beta, DesignEffect.NONE, MissingValues.OUTSIDE_DOMAIN));
        GOLDEN.check(name + ".subset.degf", yes.degreesOfFreedom());
        GOLDEN.check(
                name + ".subset.ciprop",
                yes.value(),
                yes.interval().lower(),
                yes.interval().upper());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void wilsonAgrees(String name) {
        IntervalRule wilson = new IntervalRule(IntervalMethod.WILSON, Reference.DESIGN, 0.95);
        Estimate yes =
                new Estimator(design(name)).proportion(YES, Domain.all(), new EstimateRule(wilson, DesignEffect.NONE));
        GOLDEN.check(
                name + ".wilson",
                yes.value(),
                yes.interval().lower(),
                yes.interval().upper());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void completeCasesAgree(String name) {
        EstimateVector means = new Estimator(design(name))
                .completeCaseMeans(List.of(item("q1"), item("q2"), item("q3")), Domain.all(), EstimateRule.forMeans());
        double[] all = new double[12];
        for (int i = 0; i < 3; i++) {
            all[i] = means.estimates().get(i).value();
            for (int j = 0; j < 3; j++) {
                all[3 + 3 * i + j] = means.covariance(i, j);
            }
        }
        GOLDEN.check(name + ".complete", all);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void quantilesOfDomainsAgree(String name) {
        Domain b = Domain.by(SAMPLE.factor("workshop")).get(1);
        IntervalRule interval = new IntervalRule(IntervalMethod.LOGIT, Reference.DESIGN, 0.9);
        double[] all = new double[8];
        double[] shares = {.5, .7};
        for (int q = 0; q < 2; q++) {
            Estimate estimate =
                    new QuantileEstimator(design(name)).quantile(P2, shares[q], QuantileRule.SCHOOL, b, interval);
            all[q] = estimate.value();
            all[q + 2] = estimate.interval().lower();
            all[q + 4] = estimate.interval().upper();
            all[q + 6] = estimate.standardError();
        }
        GOLDEN.check(name + ".dom.quantile", all);
    }

    @Test
    void oneAdjustmentAfterAnotherAgrees() {
        Design twice = design("P").adjusted((w, n) -> PostStratification.of(Workers.margin("workshop"), w, n));
        check("PP.mean.pay", new Estimator(twice).mean(PAY, Domain.all(), EstimateRule.forMeans()));
        Domain women = Domain.where("women", SAMPLE.rows(), row -> is("sex", "f", row));
        check("PP.total.dom", new Estimator(twice).total(PAY, women, EstimateRule.forMeans()));
        Design raked = EstimatorGoldenTest.raked(design("P"), RakingVariance.BASE_WEIGHT_RESIDUALS);
        check("PR.mean.pay", new Estimator(raked).mean(PAY, Domain.all(), EstimateRule.forMeans()));
    }

    @Test
    void trimmingAfterRakingKeepsTheRakingResiduals() {
        Design trimmed = EstimatorGoldenTest.raked(Workers.weighted(), RakingVariance.BASE_WEIGHT_RESIDUALS)
                .adjusted((w, n) -> WeightTrimming.of(w, n, 2, 7, false));
        GOLDEN.check("RT.weights.head", Arrays.copyOf(trimmed.weights(), 20));
        check("RT.mean.pay", new Estimator(trimmed).mean(PAY, Domain.all(), EstimateRule.forMeans()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "C", "RCW"})
    void designEffectsOfRatiosAgree(String name) {
        EstimateRule rule = new EstimateRule(IntervalRule.none(), DesignEffect.WITHOUT_REPLACEMENT);
        Variable hours = Variable.of(SAMPLE.numeric("hours"));
        Estimate ratio = new Estimator(design(name)).ratio(PAY, hours, Domain.all(), rule);
        GOLDEN.check(name + ".deff.ratio", ratio.designEffect());
    }

    @Test
    void missingValuesCanBeRefused() {
        EstimateRule refuse = EstimateRule.forMeans().withMissing(MissingValues.REFUSE);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Estimator(design("S")).mean(P2, Domain.all(), refuse))
                .getMessage();
        assertEquals("variable q2 has missing values in domain all; choose how they count", message);
    }

    @Test
    void trimmedWeightsCountAsGiven() {
        double[] trimmed = WeightTrimming.trim(SAMPLE.numeric("w").values(), Workers.ones(), 2, 7, false);
        Design design = Design.ofRows(SAMPLE.rows())
                .strata(SAMPLE.factor("stratum"))
                .populationSizes(Workers.counts("stratum"))
                .weights(trimmed)
                .build();
        check("TW.mean.pay", new Estimator(design).mean(PAY, Domain.all(), EstimateRule.forMeans()));
    }
}
