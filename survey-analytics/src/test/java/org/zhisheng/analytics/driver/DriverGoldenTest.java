package org.zhisheng.analytics.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhisheng.analytics.RecordedValues;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.weighting.Margin;
import org.zhisheng.analytics.weighting.PostStratification;

/** Against svyglm of survey 4.1-1 and explicit R for LMG and Johnson; see driver.R beside the values. */
final class DriverGoldenTest {
    private static final double EXACT = 1e-9;
    private static final String DATA = "driver/workers.csv";
    private static final RecordedValues R = RecordedValues.read("driver/golden.tsv");

    static NumericColumn column(String name) {
        return NumericColumn.of(name, RecordedValues.column(DATA, name));
    }

    private static Factor factor(String name) {
        return Factor.parse(name, List.copyOf(RecordedValues.texts(DATA, name)));
    }

    static Design stratified() {
        return Design.ofRows(260)
                .strata(factor("stratum"))
                .weights(column("weight").values())
                .populationSizes(Map.of("W1", 480, "W2", 160, "W3", 300))
                .build();
    }

    private static Design clustered() {
        return Design.ofRows(260)
                .strata(factor("stratum"))
                .clusters(factor("team"))
                .weights(column("weight").values())
                .populationSizes(Map.of("W1", 40, "W2", 16, "W3", 25))
                .build();
    }

    static RegressionData data(Design design, String outcome, Domain domain) {
        List<NumericColumn> predictors = List.of(column("pay"), column("hours"), column("meals"), column("voice"));
        return new RegressionData(design, column(outcome), predictors, domain);
    }

    private static void compare(String prefix, RegressionReport report) {
        assertEquals(R.value(prefix + ".df"), report.residualDegreesOfFreedom());
        assertEquals(R.value(prefix + ".n"), report.sampleSize());
        R.check(prefix + ".cov01", report.covariance().getFirst().get(1), EXACT);
        for (int k = 0; k < 5; k++) {
            Coefficient coefficient = report.coefficients().get(k);
            R.check(prefix + ".b." + k, coefficient.estimate().value(), EXACT);
            R.check(prefix + ".se." + k, coefficient.estimate().standardError(), EXACT);
            double p = R.value(prefix + ".p." + k);
            assertEquals(p, coefficient.pValue(), EXACT * p * 10);
            Interval interval = coefficient.estimate().interval();
            assertNotNull(interval);
            R.check(prefix + ".lower." + k, interval.lower(), EXACT);
            R.check(prefix + ".upper." + k, interval.upper(), EXACT);
        }
    }

    @Test
    void linearUnderStrata() {
        RegressionReport report = LinearRegression.fit(data(stratified(), "overall", Domain.all()), 0.95);
        compare("linear", report);
        R.check("linear.r2", report.explained(), EXACT);
    }

    @Test
    void linearUnderClusters() {
        compare("cluster", LinearRegression.fit(data(clustered(), "overall", Domain.all()), 0.95));
    }

    @Test
    void linearInADomain() {
        NumericColumn female = column("female");
        Domain women = Domain.where("women", 260, row -> female.value(row) == 1);
        compare("domain", LinearRegression.fit(data(stratified(), "overall", women), 0.95));
    }

    @Test
    void linearAfterPostStratification() {
        Margin margin = Margin.of(factor("female"), Map.of("0", 500, "1", 440));
        Design design = stratified().adjusted((weights, n) -> PostStratification.of(margin, weights, n));
        compare("poststratified", LinearRegression.fit(data(design, "overall", Domain.all()), 0.95));
    }

    @Test
    void logistic() {
        RegressionReport report = LogisticRegression.fit(data(stratified(), "satisfied", Domain.all()), 0.95);
        compare("logit", report);
        R.check("logit.mcfadden", report.explained(), EXACT);
    }

    @Test
    void logisticUnderClusters() {
        compare("logitCluster", LogisticRegression.fit(data(clustered(), "satisfied", Domain.all()), 0.95));
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void relativeImportance(ImportanceMethod method) {
        RegressionData data = data(stratified(), "overall", Domain.all());
        ImportanceReport parts = RelativeImportance.of(data, method, ImportanceScale.R_SQUARED, 0.95);
        ImportanceReport shares = RelativeImportance.of(data, method, ImportanceScale.SHARE, 0.95);
        String prefix = method == ImportanceMethod.LMG ? "lmg" : "johnson";
        R.check("linear.r2", parts.rSquared(), EXACT);
        for (int j = 0; j < 4; j++) {
            DriverImportance part = parts.drivers().get(j);
            DriverImportance share = shares.drivers().get(j);
            R.check(prefix + "." + j, part.importance().value(), EXACT);
            R.check(prefix + ".share." + j, share.importance().value(), EXACT);
            // R's own errors rest on differences of weights, good to about 1e-7
            R.check(prefix + ".se." + j, part.importance().standardError(), 1e-6);
            R.check(prefix + ".shareSe." + j, share.importance().standardError(), 1e-6);
            R.check("slope." + j, part.standardisedSlope(), EXACT);
            R.check("correlation." + j, part.correlation(), EXACT);
        }
    }
}
