package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;

/** Nobody, everybody, a census, an empty domain: where formulas divide by zero. */
final class BoundaryTest {
    private static Design simple(int n, double population) {
        return Design.ofRows(n).populationSize(population).build();
    }

    private static Variable constant(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return Variable.ofRows("aware", values);
    }

    private static EstimateRule rule(IntervalMethod method) {
        return new EstimateRule(new IntervalRule(method, Reference.DESIGN, 0.95), DesignEffect.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"WALD", "LOGIT", "BETA", "WILSON", "ARCSINE"})
    void nobodyAndEverybodyGetAnExactInterval(IntervalMethod method) {
        Estimate none = new Estimator(simple(30, 1000)).proportion(constant(30, 0), Domain.all(), rule(method));
        assertEquals(0, none.value());
        assertEquals(0, none.interval().lower());
        assertEquals(1 - Math.pow(0.025, 1.0 / 30), none.interval().upper(), 1e-12);
        assertEquals("exact", none.interval().method());
        Estimate all = new Estimator(simple(30, 1000)).proportion(constant(30, 1), Domain.all(), rule(method));
        assertEquals(Math.pow(0.025, 1.0 / 30), all.interval().lower(), 1e-12);
        assertEquals(1, all.interval().upper());
    }

    @Test
    void aCensusIsCertain() {
        Estimate all =
                new Estimator(simple(30, 30)).proportion(constant(30, 1), Domain.all(), EstimateRule.forProportions());
        assertEquals(0, all.standardError());
        assertEquals(1, all.interval().lower());
        double[] half = new double[30];
        Arrays.fill(half, 0, 15, 1);
        Estimate split = new Estimator(simple(30, 30))
                .proportion(Variable.ofRows("x", half), Domain.all(), EstimateRule.forProportions());
        assertEquals(0.5, split.interval().lower());
        assertEquals(0.5, split.interval().upper());
    }

    @Test
    void anEmptyDomainHasNoValue() {
        Estimate empty = new Estimator(simple(5, 50))
                .mean(constant(5, 3), Domain.where("nobody", 5, cell -> false), EstimateRule.forMeans());
        assertEquals(0, empty.sampleSize());
        assertTrue(Double.isNaN(empty.value()) && Double.isNaN(empty.standardError()));
        assertNull(empty.interval());
        Estimate missing =
                new Estimator(simple(5, 50)).mean(constant(5, Double.NaN), Domain.all(), EstimateRule.forMeans());
        assertTrue(Double.isNaN(missing.value()));
    }

    @Test
    void oneRespondentInADomainKeepsTheSampleSize() {
        Estimate one = new Estimator(simple(5, 50))
                .proportion(constant(5, 1), Domain.where("one", 5, cell -> cell == 2), EstimateRule.forProportions());
        assertEquals(1, one.sampleSize());
        assertEquals(0, one.degreesOfFreedom());
        assertEquals(0.025, one.interval().lower(), 1e-12);
    }

    @Test
    void refusalsNameTheirCause() {
        assertTrue(message(() -> Design.ofRows(3)
                        .strata(Factor.of("shop", java.util.List.of("x"), new int[3]))
                        .populationSizes(Map.of("x", 2))
                        .build())
                .startsWith("stratum x has 3 sampled units"));
        assertTrue(message(() -> Design.ofRows(2).weights(new double[] {1, -1}).build())
                .contains("row 2"));
        assertTrue(message(() -> new Estimator(simple(2, 9))
                        .proportion(constant(2, 0.5), Domain.all(), EstimateRule.forProportions()))
                .contains("aware has the value 0.5"));
        assertTrue(message(() -> Design.ofRows(2)
                        .strata(Factor.of("shop", java.util.List.of("x", "y"), new int[] {0, 1}))
                        .clusters(Factor.of("team", java.util.List.of("t"), new int[] {0, 0}))
                        .build())
                .startsWith("cluster t lies in strata x and y"));
        assertTrue(message(() ->
                        new Estimator(simple(2, 9)).mean(constant(2, 1), Domain.all(), EstimateRule.forProportions()))
                .contains("for proportions"));
    }

    private static String message(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }
}
