package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.numeric.QuantileRule;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingVariance;

final class ReplicateGoldenTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final Variable PAY = Variable.of(SAMPLE.numeric("pay"));
    private static final Variable HOURS = Variable.of(SAMPLE.numeric("hours"));
    private static final Variable P1 =
            Variable.of(SAMPLE.category("q1"), Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100));

    private static ReplicateEstimator estimator(String name) {
        return ReplicateEstimator.jackknife(
                switch (name) {
                    case "J1" -> Workers.unstratified();
                    case "JN" -> Workers.weighted();
                    default -> Workers.clustered();
                });
    }

    private static void check(String id, Estimate estimate) {
        GOLDEN.check(id, estimate.value(), estimate.standardError());
    }

    @ParameterizedTest
    @ValueSource(strings = {"J1", "JN", "JC"})
    void jackknifeAgrees(String name) {
        ReplicateEstimator estimator = estimator(name);
        Estimate pay = estimator.mean(PAY, Domain.all(), IntervalRule.wald());
        check(name + ".mean.pay", pay);
        GOLDEN.check(name + ".degf", pay.degreesOfFreedom());
        check(name + ".mean.p1", estimator.mean(P1, Domain.all(), IntervalRule.wald()));
        check(name + ".total.pay", estimator.total(PAY, Domain.all(), IntervalRule.wald()));
        check(name + ".ratio.pay.hours", estimator.ratio(PAY, HOURS, Domain.all(), IntervalRule.wald()));
        double[] by = new double[8];
        List<Domain> workshops = Domain.by(SAMPLE.factor("workshop"));
        for (int g = 0; g < 4; g++) {
            Estimate estimate = estimator.mean(P1, workshops.get(g), IntervalRule.wald());
            by[g] = estimate.value();
            by[g + 4] = estimate.standardError();
        }
        GOLDEN.check(name + ".by.workshop.p1", by);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J1", "JN", "JC"})
    void degreesOfFreedomOfDomainsAgree(String name) {
        List<Domain> workshops = Domain.by(SAMPLE.factor("workshop"));
        for (int g : new int[] {0, 1, 3}) {
            Estimate estimate = estimator(name).mean(PAY, workshops.get(g), IntervalRule.wald());
            GOLDEN.check(name + ".degf." + workshops.get(g).name(), estimate.degreesOfFreedom());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JN", "JC"})
    void intervalsOfProportionsAgree(String name) {
        Variable yes = Variable.of(SAMPLE.category("aware"), Scoring.indicator(List.of("yes")));
        Map.of("xlogit", IntervalMethod.LOGIT, "mean", IntervalMethod.WALD).forEach((id, method) -> {
            Estimate estimate =
                    estimator(name).proportion(yes, Domain.all(), new IntervalRule(method, Reference.DESIGN, 0.95));
            GOLDEN.check(
                    name + ".ciprop." + id,
                    estimate.value(),
                    estimate.interval().lower(),
                    estimate.interval().upper());
        });
    }

    @Test
    void rakedReplicatesAgree() {
        ReplicateEstimator raked = estimator("JN")
                .adjusted((w, n) -> Raking.of(
                        List.of(Workers.margin("workshop"), Workers.margin("job"), Workers.margin("sex")),
                        w,
                        n,
                        1000,
                        1e-13,
                        RakingVariance.BASE_WEIGHT_RESIDUALS));
        check("JR.mean.pay", raked.mean(PAY, Domain.all(), IntervalRule.wald()));
    }

    @Test
    void bootstrapComesNearTaylorAndRepeatsWithItsSeed() {
        Estimate taylor = new Estimator(Workers.weighted()).mean(PAY, Domain.all(), EstimateRule.forMeans());
        ReplicateEstimator bootstrap = ReplicateEstimator.bootstrap(Workers.weighted(), 2000, 7);
        Estimate once = bootstrap.mean(PAY, Domain.all(), IntervalRule.wald());
        assertEquals(taylor.standardError(), once.standardError(), 0.06 * taylor.standardError());
        assertEquals(
                once,
                ReplicateEstimator.bootstrap(Workers.weighted(), 2000, 7).mean(PAY, Domain.all(), IntervalRule.wald()));
        Estimate median = bootstrap.quantile(PAY, 0.5, QuantileRule.MATH, Domain.all(), IntervalRule.wald());
        Estimate woodruff = new QuantileEstimator(Workers.weighted())
                .quantile(PAY, 0.5, QuantileRule.MATH, Domain.all(), IntervalRule.wald());
        assertEquals(woodruff.value(), median.value());
        assertEquals(woodruff.standardError(), median.standardError(), 0.35 * woodruff.standardError());
    }

    @Test
    void refusalsSayWhatToDo() {
        assertTrue(
                message(() -> estimator("JN").quantile(PAY, 0.5, QuantileRule.MATH, Domain.all(), IntervalRule.wald()))
                        .contains("bootstrap"));
        Design lonely = Design.ofRows(3)
                .strata(Factor.of("shop", List.of("x", "y"), new int[] {0, 0, 1}))
                .populationSizes(Map.of("x", 9, "y", 9))
                .build();
        assertTrue(message(() -> ReplicateEstimator.jackknife(lonely)).startsWith("stratum y has only one"));
        assertTrue(message(() -> ReplicateEstimator.bootstrap(lonely, 10, 1)).startsWith("stratum y has only one"));
        assertTrue(message(() -> ReplicateEstimator.jackknife(
                        EstimatorGoldenTest.raked(Workers.weighted(), RakingVariance.MARGIN_AVERAGES)))
                .contains("before adjustment"));
    }

    private static String message(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }
}
