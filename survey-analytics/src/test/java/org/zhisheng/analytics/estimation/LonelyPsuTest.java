package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.golden.Golden;
import org.zhisheng.analytics.golden.Workers;

/** Stratum S1 is cut to its first respondent, as in the R script. */
final class LonelyPsuTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");
    private static final Sample SAMPLE = Workers.SAMPLE;
    private static final int[] ROWS = rows();

    private static int[] rows() {
        CategoryColumn stratum = SAMPLE.category("stratum");
        int first = IntStream.range(0, SAMPLE.rows())
                .filter(row -> stratum.code(row) == 0)
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, SAMPLE.rows())
                .filter(row -> stratum.code(row) != 0 || row == first)
                .toArray();
    }

    private static Design design(LonelyPsu rule, boolean domains) {
        CategoryColumn stratum = SAMPLE.category("stratum");
        int[] codes = IntStream.of(ROWS).map(stratum::code).toArray();
        return Design.ofRows(ROWS.length)
                .strata(Factor.of("stratum", stratum.labels(), codes))
                .populationSizes(Workers.counts("stratum"))
                .lonelyPsu(rule)
                .adjustLonelyDomains(domains)
                .build();
    }

    private static Variable pay() {
        return Variable.ofRows(
                "pay",
                IntStream.of(ROWS).mapToDouble(SAMPLE.numeric("pay")::value).toArray());
    }

    private static String label(String column, int cell) {
        CategoryColumn values = SAMPLE.category(column);
        return values.labels().get(values.code(ROWS[cell]));
    }

    @ParameterizedTest
    @CsvSource({"REMOVE,false", "REMOVE,true", "ADJUST,false", "ADJUST,true", "AVERAGE,false", "AVERAGE,true"})
    void agreesWithR(LonelyPsu rule, boolean domains) {
        Estimator estimator = new Estimator(design(rule, domains));
        Domain b =
                Domain.where("B", ROWS.length, cell -> label("workshop", cell).equals("B"));
        Domain few = Domain.where(
                "few",
                ROWS.length,
                cell -> label("job", cell).equals("lead")
                        && !label("workshop", cell).equals("A"));
        String suffix = rule.name().toLowerCase(Locale.ROOT) + "." + (domains ? "TRUE" : "FALSE");
        check("lonely." + suffix, estimator.mean(pay(), Domain.all(), EstimateRule.forMeans()));
        check("lonely.B." + suffix, estimator.mean(pay(), b, EstimateRule.forMeans()));
        check("lonely.few." + suffix, estimator.mean(pay(), few, EstimateRule.forMeans()));
    }

    private static void check(String id, Estimate estimate) {
        GOLDEN.check(id, estimate.value(), estimate.standardError());
    }

    @Test
    void failingNamesTheStratum() {
        Estimator estimator = new Estimator(design(LonelyPsu.FAIL, false));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> estimator.mean(pay(), Domain.all(), EstimateRule.forMeans()))
                .getMessage()
                .startsWith("stratum S1 has only one sampling unit"));
    }
}
