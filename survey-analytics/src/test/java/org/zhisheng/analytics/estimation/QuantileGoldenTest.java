package org.zhisheng.analytics.estimation;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.numeric.QuantileRule;

final class QuantileGoldenTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Variable HOURS = Variable.of(Workers.SAMPLE.numeric("hours"));
    private static final double[] SHARES = {.1, .25, .5, .9};

    static java.util.stream.Stream<String> designs() {
        return EstimatorGoldenTest.designs();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyRuleAgrees(String design) {
        Design made = EstimatorGoldenTest.DESIGNS.get(design).get();
        IntervalRule interval = new IntervalRule(IntervalMethod.WALD, Reference.DESIGN, 0.95);
        for (QuantileRule rule : QuantileRule.values()) {
            double[] table = new double[16];
            for (int q = 0; q < 4; q++) {
                Estimate estimate =
                        new QuantileEstimator(made).quantile(HOURS, SHARES[q], rule, Domain.all(), interval);
                table[q] = estimate.value();
                table[q + 4] = estimate.interval().lower();
                table[q + 8] = estimate.interval().upper();
                table[q + 12] = estimate.standardError();
            }
            GOLDEN.check(design + ".quantile." + rule.name().toLowerCase(Locale.ROOT), table);
        }
    }
}
