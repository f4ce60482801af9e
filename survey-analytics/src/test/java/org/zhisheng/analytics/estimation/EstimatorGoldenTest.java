package org.zhisheng.analytics.estimation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.weighting.Calibration;
import org.zhisheng.analytics.weighting.PostStratification;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingVariance;

/** Every estimator under every design, against R's survey package. */
final class EstimatorGoldenTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final Scoring POINTS = Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100);
    private static final Variable P1 = Variable.of(SAMPLE.category("q1"), POINTS);
    private static final Variable YES = Variable.of(SAMPLE.category("aware"), Scoring.indicator(List.of("yes")));
    private static final Variable PAY = Variable.of(SAMPLE.numeric("pay"));
    private static final Variable HOURS = Variable.of(SAMPLE.numeric("hours"));

    static final Map<String, Supplier<Design>> DESIGNS = Map.of(
            "S", Workers::stratified,
            "U", Workers::unstratified,
            "W", Workers::weighted,
            "C", Workers::clustered,
            "P", EstimatorGoldenTest::postStratified,
            "P2", EstimatorGoldenTest::clusteredPostStratified,
            "RC", () -> raked(Workers.stratified(), RakingVariance.BASE_WEIGHT_RESIDUALS),
            "RCW", () -> raked(Workers.weighted(), RakingVariance.BASE_WEIGHT_RESIDUALS),
            "RK", () -> raked(Workers.weighted(), RakingVariance.MARGIN_AVERAGES),
            "LC", EstimatorGoldenTest::linear);

    static Stream<String> designs() {
        return DESIGNS.keySet().stream().sorted();
    }

    private static Design postStratified() {
        return Design.ofRows(SAMPLE.rows())
                .weights(SAMPLE.numeric("w").values())
                .populationSize(Workers.populationSize())
                .build()
                .adjusted((w, n) -> PostStratification.of(Workers.margin("stratum"), w, n));
    }

    private static Design clusteredPostStratified() {
        return Workers.clustered().adjusted((w, n) -> PostStratification.of(Workers.margin("workshop"), w, n));
    }

    static Design raked(Design design, RakingVariance variance) {
        return design.adjusted((w, n) -> Raking.of(
                List.of(Workers.margin("workshop"), Workers.margin("job"), Workers.margin("sex")),
                w,
                n,
                1000,
                1e-13,
                variance));
    }

    private static Design linear() {
        List<Calibration.Total> totals =
                new java.util.ArrayList<>(Calibration.totals(List.of(Workers.margin("workshop"))));
        totals.add(Calibration.Total.of(
                "hours",
                SAMPLE.numeric("hours").values(),
                Workers.counts("hours").get("total")));
        return Workers.weighted().adjusted((w, n) -> Calibration.of(totals, w, n, Calibration.Distance.LINEAR));
    }

    private static Estimator estimator(String design) {
        return new Estimator(DESIGNS.get(design).get());
    }

    private static void check(String id, Estimate estimate) {
        GOLDEN.check(id, estimate.value(), estimate.standardError());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void meansTotalsAndRatiosAgree(String design) {
        Estimator estimator = estimator(design);
        EstimateRule rule = EstimateRule.forMeans();
        GOLDEN.check(design + ".degf", estimator.degreesOfFreedom(Domain.all()));
        check(design + ".mean.p1", estimator.mean(P1, Domain.all(), rule));
        Estimate pay = estimator.mean(PAY, Domain.all(), rule);
        check(design + ".mean.pay", pay);
        Interval interval = pay.interval();
        GOLDEN.check(design + ".ci.pay", interval.lower(), interval.upper());
        check(design + ".total.pay", estimator.total(PAY, Domain.all(), rule));
        check(design + ".ratio.pay.hours", estimator.ratio(PAY, HOURS, Domain.all(), rule));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void designEffectsAgree(String design) {
        Estimator estimator = estimator(design);
        EstimateRule without = new EstimateRule(IntervalRule.none(), DesignEffect.WITHOUT_REPLACEMENT);
        EstimateRule with = new EstimateRule(IntervalRule.none(), DesignEffect.WITH_REPLACEMENT);
        GOLDEN.check(
                design + ".deff.pay", estimator.mean(PAY, Domain.all(), without).designEffect());
        GOLDEN.check(
                design + ".deffr.pay", estimator.mean(PAY, Domain.all(), with).designEffect());
        GOLDEN.check(
                design + ".deff.total.pay",
                estimator.total(PAY, Domain.all(), without).designEffect());
        GOLDEN.check(
                design + ".deff.p1", estimator.mean(P1, Domain.all(), without).designEffect());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void domainsAgree(String design) {
        Estimator estimator = estimator(design);
        List<Domain> workshops = Domain.by(SAMPLE.factor("workshop"));
        List<Estimate> estimates = estimator.means(P1, workshops, EstimateRule.forMeans());
        double[] actual = new double[8];
        for (int g = 0; g < 4; g++) {
            actual[g] = estimates.get(g).value();
            actual[g + 4] = estimates.get(g).standardError();
        }
        GOLDEN.check(design + ".by.workshop.p1", actual);
        GOLDEN.check(design + ".degf.B", estimator.degreesOfFreedom(workshops.get(1)));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void proportionIntervalsAgree(String design) {
        Estimator estimator = estimator(design);
        Domain small = Domain.by(SAMPLE.factor("workshop")).get(3);
        Map<String, IntervalMethod> methods = Map.of(
                "logit", IntervalMethod.LOGIT,
                "xlogit", IntervalMethod.LOGIT,
                "beta", IntervalMethod.BETA,
                "mean", IntervalMethod.WALD,
                "asin", IntervalMethod.ARCSINE);
        methods.forEach((name, method) -> {
            EstimateRule rule = new EstimateRule(new IntervalRule(method, Reference.DESIGN, 0.95), DesignEffect.NONE);
            checkInterval(design + ".ciprop.yes." + name, estimator.proportion(YES, Domain.all(), rule));
            checkInterval(design + ".ciprop.yes.D." + name, estimator.proportion(YES, small, rule));
        });
        double se = estimator
                .proportion(YES, Domain.all(), EstimateRule.forProportions())
                .standardError();
        GOLDEN.check(design + ".var.yes", se * se);
    }

    private static void checkInterval(String id, Estimate estimate) {
        Interval interval = estimate.interval();
        GOLDEN.check(id, estimate.value(), interval.lower(), interval.upper());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void covariancesAgree(String design) {
        double[] zeroed = new double[SAMPLE.rows()];
        for (int row = 0; row < zeroed.length; row++) {
            zeroed[row] = Double.isNaN(P1.value(row)) ? 0 : P1.value(row);
        }
        EstimateVector vector = estimator(design)
                .means(List.of(Variable.ofRows("p1", zeroed), PAY), Domain.all(), EstimateRule.forMeans());
        GOLDEN.check(
                design + ".cov.p",
                vector.covariance(0, 0),
                vector.covariance(0, 1),
                vector.covariance(1, 0),
                vector.covariance(1, 1));
    }
}
