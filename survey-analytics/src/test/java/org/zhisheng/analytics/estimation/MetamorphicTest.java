package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;
import org.zhisheng.analytics.numeric.QuantileRule;
import org.zhisheng.analytics.weighting.Margin;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingVariance;

/** Changes to the data that must not change the answer, or must change it in a known way. */
final class MetamorphicTest {
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final double NEAR = 1e-11;

    private static CategoryColumn pick(CategoryColumn column, int[] rows) {
        byte[] codes = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = column.code(rows[i]);
        }
        return CategoryColumn.of(column.name(), column.labels(), codes);
    }

    private static Variable pay(int[] rows) {
        return Variable.ofRows(
                "pay",
                IntStream.of(rows).mapToDouble(SAMPLE.numeric("pay")::value).toArray());
    }

    private static Design design(int[] rows, Map<String, Double> headcounts) {
        return Design.ofRows(rows.length)
                .strata(Factor.of(pick(SAMPLE.category("stratum"), rows)))
                .populationSizes(headcounts)
                .build();
    }

    private static int[] allRows() {
        return IntStream.range(0, SAMPLE.rows()).toArray();
    }

    private static int[] shuffled() {
        List<Integer> rows = new ArrayList<>(IntStream.of(allRows()).boxed().toList());
        Collections.shuffle(rows, new Random(5));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void same(Estimate expected, Estimate actual) {
        Golden.close(expected.value(), actual.value(), NEAR, expected.statistic());
        Golden.close(expected.standardError(), actual.standardError(), NEAR, "standard error");
        assertEquals(expected.degreesOfFreedom(), actual.degreesOfFreedom());
        assertEquals(expected.sampleSize(), actual.sampleSize());
    }

    private static Design raked(int[] rows) {
        Design base = design(rows, Workers.counts("stratum"));
        List<Margin> margins = new ArrayList<>();
        for (String name : List.of("workshop", "job", "sex")) {
            margins.add(Margin.of(Factor.of(pick(SAMPLE.category(name), rows)), Workers.counts(name)));
        }
        return base.adjusted((w, n) -> Raking.of(margins, w, n, 1000, 1e-13, RakingVariance.BASE_WEIGHT_RESIDUALS));
    }

    @Test
    void orderOfRowsDoesNotMatter() {
        int[] rows = allRows();
        int[] mixed = shuffled();
        Map<String, Double> headcounts = Workers.counts("stratum");
        EstimateRule rule = new EstimateRule(IntervalRule.wald(), DesignEffect.WITHOUT_REPLACEMENT);
        same(
                new Estimator(design(rows, headcounts)).mean(pay(rows), Domain.all(), rule),
                new Estimator(design(mixed, headcounts)).mean(pay(mixed), Domain.all(), rule));
        same(
                new Estimator(raked(rows)).total(pay(rows), Domain.all(), rule),
                new Estimator(raked(mixed)).total(pay(mixed), Domain.all(), rule));
        same(
                new QuantileEstimator(design(rows, headcounts))
                        .quantile(pay(rows), 0.3, QuantileRule.MATH, Domain.all(), rule.interval()),
                new QuantileEstimator(design(mixed, headcounts))
                        .quantile(pay(mixed), 0.3, QuantileRule.MATH, Domain.all(), rule.interval()));
    }

    /** Each stratum is doubled into two equal ones: means stay, squared errors change by the factors of n/(n−1). */
    @Test
    void splittingStrataIntoEqualHalvesKeepsTheMean() {
        int n = 40;
        double[] y =
                IntStream.range(0, 2 * n).mapToDouble(i -> Math.sin(i % n) * 7).toArray();
        int[] half = IntStream.range(0, 2 * n).map(i -> i / n).toArray();
        Estimate whole = new Estimator(Design.ofRows(2 * n).populationSize(1000).build())
                .mean(Variable.ofRows("y", y), Domain.all(), EstimateRule.forMeans());
        Design split = Design.ofRows(2 * n)
                .strata(Factor.of("half", List.of("a", "b"), half))
                .populationSizes(Map.of("a", 500, "b", 500))
                .build();
        Estimate halves = new Estimator(split).mean(Variable.ofRows("y", y), Domain.all(), EstimateRule.forMeans());
        Golden.close(whole.value(), halves.value(), NEAR, "mean");
        double ratio = (n / (n - 1.0)) / (2 * n / (2 * n - 1.0));
        Golden.close(whole.standardError() * Math.sqrt(ratio), halves.standardError(), NEAR, "standard error");
    }

    @Test
    void scalingWeightsScalesTotalsOnly() {
        double[] w = SAMPLE.numeric("w").values();
        double[] tenfold = Arrays.stream(w).map(x -> 10 * x).toArray();
        Estimator before = new Estimator(weighted(w));
        Estimator after = new Estimator(weighted(tenfold));
        Variable pay = pay(allRows());
        EstimateRule rule = new EstimateRule(IntervalRule.wald(), DesignEffect.WITH_REPLACEMENT);
        same(before.mean(pay, Domain.all(), rule), after.mean(pay, Domain.all(), rule));
        Golden.close(
                before.mean(pay, Domain.all(), rule).designEffect(),
                after.mean(pay, Domain.all(), rule).designEffect(),
                NEAR,
                "design effect");
        Estimate total = before.total(pay, Domain.all(), rule);
        Estimate scaled = after.total(pay, Domain.all(), rule);
        Golden.close(10 * total.value(), scaled.value(), NEAR, "total");
        Golden.close(10 * total.standardError(), scaled.standardError(), NEAR, "standard error of total");
    }

    private static Design weighted(double[] w) {
        return Design.ofRows(w.length)
                .strata(SAMPLE.factor("stratum"))
                .populationSizes(Workers.counts("stratum"))
                .weights(w)
                .build();
    }

    @Test
    void namesAndOrderOfCategoriesDoNotMatter() {
        CategoryColumn q1 = SAMPLE.category("q1");
        byte[] turned = new byte[q1.size()];
        for (int row = 0; row < turned.length; row++) {
            turned[row] = (byte) (q1.code(row) < 0 ? q1.code(row) : 4 - q1.code(row));
        }
        CategoryColumn renamed = CategoryColumn.of("q1", List.of("e", "d", "c", "b", "a"), turned);
        Estimator estimator = new Estimator(weighted(SAMPLE.numeric("w").values()));
        same(
                estimator.mean(
                        Variable.of(q1, Scoring.points(Workers.FIVE, 20, 40, 60, 80, 100)),
                        Domain.all(),
                        EstimateRule.forMeans()),
                estimator.mean(
                        Variable.of(renamed, Scoring.points(renamed.labels(), 100, 80, 60, 40, 20)),
                        Domain.all(),
                        EstimateRule.forMeans()));
    }

    @Test
    void namesOfStrataDoNotMatter() {
        Factor stratum = SAMPLE.factor("stratum");
        int levels = stratum.labels().size();
        int[] codes = IntStream.range(0, SAMPLE.rows())
                .map(row -> levels - 1 - stratum.code(row))
                .toArray();
        List<String> names = new ArrayList<>();
        Map<String, Double> headcounts = new TreeMap<>();
        for (String label : stratum.labels().reversed()) {
            names.add("x" + label);
            headcounts.put("x" + label, Workers.counts("stratum").get(label));
        }
        Design renamed = Design.ofRows(SAMPLE.rows())
                .strata(Factor.of("y", names, codes))
                .populationSizes(headcounts)
                .build();
        same(
                new Estimator(Workers.stratified()).mean(pay(allRows()), Domain.all(), EstimateRule.forMeans()),
                new Estimator(renamed).mean(pay(allRows()), Domain.all(), EstimateRule.forMeans()));
    }

    @Test
    void domainsAddUpToTheWhole() {
        Estimator estimator = new Estimator(raked(allRows()));
        double sum = Domain.by(SAMPLE.factor("workshop")).stream()
                .mapToDouble(domain -> estimator
                        .total(pay(allRows()), domain, EstimateRule.forMeans())
                        .value())
                .sum();
        Golden.close(
                estimator
                        .total(pay(allRows()), Domain.all(), EstimateRule.forMeans())
                        .value(),
                sum,
                NEAR,
                "sum");
    }

    @Test
    void whatWasRakedToHasNoError() {
        Estimator estimator = new Estimator(raked(allRows()));
        Variable women = Variable.of(SAMPLE.category("sex"), Scoring.indicator(List.of("f")));
        Estimate share =
                estimator.proportion(women, Domain.all(), new EstimateRule(IntervalRule.none(), DesignEffect.NONE));
        Golden.close(Workers.counts("sex").get("f") / Workers.populationSize(), share.value(), NEAR, "share");
        assertEquals(0, share.standardError(), 1e-12);
    }
}
