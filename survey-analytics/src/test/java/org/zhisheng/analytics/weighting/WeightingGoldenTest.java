package org.zhisheng.analytics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;

final class WeightingGoldenTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final double[] ONE = Workers.ones();

    private static List<Margin> margins() {
        return List.of(Workers.margin("workshop"), Workers.margin("job"), Workers.margin("sex"));
    }

    private static double[] head(double[] weights) {
        return Arrays.copyOf(weights, 20);
    }

    private static double[] base() {
        return Workers.SAMPLE.numeric("w").values().clone();
    }

    private static Raking rake(List<Margin> margins, double[] weights) {
        return Raking.of(margins, weights, ONE, 1000, 1e-13, RakingVariance.BASE_WEIGHT_RESIDUALS);
    }

    @Test
    void rakedWeightsAgree() {
        Raking raking = rake(margins(), Workers.stratified().weights());
        GOLDEN.check("RC.weights.head", head(raking.weights()));
        GOLDEN.check("RK.weights.head", head(rake(margins(), base()).weights()));
        assertTrue(raking.report().iterations() > 1 && raking.report().largestDeviation() <= 1e-13);
    }

    @Test
    void exponentialCalibrationIsRaking() {
        Calibration calibration =
                Calibration.of(Calibration.totals(margins()), base(), ONE, Calibration.Distance.RAKING);
        GOLDEN.check("RK.weights.head", head(calibration.weights()));
    }

    @Test
    void linearWeightsAgree() {
        List<Calibration.Total> totals = new ArrayList<>(Calibration.totals(List.of(Workers.margin("workshop"))));
        totals.add(Calibration.Total.of(
                "hours",
                Workers.SAMPLE.numeric("hours").values(),
                Workers.counts("hours").get("total")));
        Calibration calibration = Calibration.of(totals, base(), ONE, Calibration.Distance.LINEAR);
        GOLDEN.check("LC.weights.head", head(calibration.weights()));
    }

    @Test
    void trimmedWeightsAgree() {
        GOLDEN.check("trim.once", head(WeightTrimming.trim(base(), ONE, 2, 7, false)));
        GOLDEN.check("trim.strict", head(WeightTrimming.trim(base(), ONE, 2, 7, true)));
        KishEffect kish = KishEffect.of(base(), ONE);
        GOLDEN.check("kish", kish.designEffect(), kish.effectiveSize());
    }

    @Test
    void marginsThatCannotBeMetAreNamed() {
        Map<String, Double> more = new HashMap<>(Workers.counts("sex"));
        more.merge("f", 7.0, Double::sum);
        Margin sex = Margin.of(Workers.SAMPLE.factor("sex"), more);
        assertTrue(message(() -> rake(List.of(Workers.margin("job"), sex), base()))
                .startsWith("margin sex adds to"));
        Map<String, Double> empty = new HashMap<>(Workers.counts("job"));
        empty.put("night", 12.0);
        Margin job = Margin.of(Workers.SAMPLE.factor("job"), empty);
        assertTrue(message(() -> rake(List.of(job), base()))
                .startsWith("margin job, level \"night\": population count 12.0 but no respondent"));
        assertTrue(message(() -> Margin.of(Workers.SAMPLE.factor("job"), Map.of("line", 5)))
                .startsWith("margin job: no population count"));
    }

    @Test
    void contradictingMarginsDoNotConverge() {
        Factor a = Factor.of("a", List.of("x", "y"), new int[] {0, 1});
        Factor b = Factor.of("b", List.of("x", "y"), new int[] {0, 1});
        List<Margin> margins = List.of(new Margin(a, List.of(30.0, 70.0)), new Margin(b, List.of(50.0, 50.0)));
        String message = message(() -> Raking.of(
                margins, new double[] {1, 1}, new double[] {1, 1}, 100, 1e-9, RakingVariance.BASE_WEIGHT_RESIDUALS));
        assertTrue(message.startsWith("raking did not converge in 100 iterations: margin a"), message);
    }

    @Test
    void impossibleTotalsAreNamed() {
        Calibration.Total none = Calibration.Total.of("night shift", new double[ONE.length], 40);
        assertTrue(message(() -> Calibration.of(List.of(none), base(), ONE, Calibration.Distance.LINEAR))
                .contains("night shift"));
    }

    @Test
    void nothingIsTrimmedInsideTheRange() {
        assertEquals(base()[0], WeightTrimming.trim(base(), ONE, 0, 1e9, true)[0]);
        assertTrue(
                message(() -> WeightTrimming.trim(base(), ONE, 1e6, 1e9, false)).contains("no weight lies"));
    }

    private static String message(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }
}
