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

    private static final int[] ROWS_OF_S1 = IntStream.range(0, SAMPLE.rows())
            .filter(row -> SAMPLE.category("stratum").code(row) == 0)
            .toArray();

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

    /** Stratum S1 is cut to the team of its first respondent. */
    private static Design oneTeam(LonelyPsu rule) {
        CategoryColumn stratum = SAMPLE.category("stratum");
        Factor team = SAMPLE.factor("team");
        int kept = team.code(ROWS_OF_S1[0]);
        int[] rows = IntStream.range(0, SAMPLE.rows())
                .filter(row -> stratum.code(row) != 0 || team.code(row) == kept)
                .toArray();
        return Design.ofRows(rows.length)
                .strata(Factor.of(
                        "stratum",
                        stratum.labels(),
                        IntStream.of(rows).map(stratum::code).toArray()))
                .clusters(Factor.of(
                        "team",
                        team.labels(),
                        IntStream.of(rows).map(team::code).toArray()))
                .populationSizes(Workers.teams())
                .weights(IntStream.of(rows)
                        .mapToDouble(SAMPLE.numeric("w")::value)
                        .toArray())
                .lonelyPsu(rule)
                .build();
    }

    private static Variable payOfTeam() {
        CategoryColumn stratum = SAMPLE.category("stratum");
        Factor team = SAMPLE.factor("team");
        int kept = team.code(ROWS_OF_S1[0]);
        return Variable.ofRows(
                "pay",
                IntStream.range(0, SAMPLE.rows())
                        .filter(row -> stratum.code(row) != 0 || team.code(row) == kept)
                        .mapToDouble(SAMPLE.numeric("pay")::value)
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource({"REMOVE", "ADJUST", "AVERAGE"})
    void oneTeamInAStratumAgreesWithR(LonelyPsu rule) {
        String suffix = rule.name().toLowerCase(Locale.ROOT);
        check(
                "lonely.team." + suffix,
                new Estimator(oneTeam(rule)).mean(payOfTeam(), Domain.all(), EstimateRule.forMeans()));
        check(
                "lonely.jackknife." + suffix,
                ReplicateEstimator.jackknife(oneTeam(rule)).mean(payOfTeam(), Domain.all(), IntervalRule.wald()));
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
