package org.zhisheng.analytics.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.driver.ImportancePerformance.Attribute;
import org.zhisheng.analytics.driver.ImportancePerformance.Thresholds;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;

/** Relations that hold for any data, and what is refused. */
final class DriverPropertiesTest {
    private static final int ROWS = 150;

    private static double[][] columns(long seed, int count) {
        Random random = new Random(seed);
        double[][] columns = new double[count][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double shared = random.nextGaussian();
            for (double[] column : columns) {
                column[row] = shared + random.nextGaussian();
            }
        }
        return columns;
    }

    private static Design design(double[] weights) {
        return Design.ofRows(ROWS).weights(weights).build();
    }

    private static RegressionData data(Design design, double[] outcome, double[]... predictors) {
        List<NumericColumn> named = new ArrayList<>();
        for (double[] predictor : predictors) {
            named.add(NumericColumn.of("x" + named.size(), predictor));
        }
        return new RegressionData(design, NumericColumn.of("y", outcome), named, Domain.all());
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] transformed(double[] column, double factor, double shift) {
        return Arrays.stream(column).map(value -> factor * value + shift).toArray();
    }

    private static double[] reversed(double[] column) {
        double[] turned = new double[column.length];
        Arrays.setAll(turned, row -> column[column.length - 1 - row]);
        return turned;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void unitsAndWeightScaleAndRowOrderChangeOnlyWhatTheyShould(long seed) {
        double[][] x = columns(seed, 4);
        double[] weights = new Random(seed + 9).doubles(ROWS, 0.5, 3).toArray();
        RegressionReport plain = LinearRegression.fit(data(design(weights), x[0], x[1], x[2], x[3]), 0.95);
        RegressionReport moved = LinearRegression.fit(
                data(
                        design(reversed(transformed(weights, 70, 0))),
                        reversed(x[0]),
                        reversed(transformed(x[1], 1e5, 1e6)),
                        reversed(x[2]),
                        reversed(x[3])),
                0.95);
        for (int k = 1; k < 4; k++) {
            double unit = k == 1 ? 1e5 : 1;
            Estimate left = plain.coefficients().get(k).estimate();
            Estimate right = moved.coefficients().get(k).estimate();
            assertEquals(left.value(), unit * right.value(), 1e-10);
            assertEquals(left.standardError(), unit * right.standardError(), 1e-10);
        }
        assertEquals(plain.explained(), moved.explained(), 1e-11);
    }

    @Test
    void swappingTheOutcomeTurnsTheSigns() {
        double[][] x = columns(5, 3);
        double[] outcome = Arrays.stream(x[0]).map(value -> value > 0 ? 1 : 0).toArray();
        RegressionReport yes = LogisticRegression.fit(data(design(ones()), outcome, x[1], x[2]), 0.95);
        RegressionReport no =
                LogisticRegression.fit(data(design(ones()), transformed(outcome, -1, 1), x[1], x[2]), 0.95);
        for (int k = 0; k < 3; k++) {
            assertEquals(
                    yes.coefficients().get(k).estimate().value(),
                    -no.coefficients().get(k).estimate().value(),
                    1e-11);
            assertEquals(
                    yes.coefficients().get(k).pValue(), no.coefficients().get(k).pValue(), 1e-11);
        }
    }

    @Test
    void anIndicatorAloneReturnsTheOddsRatioOfTheTable() {
        double[] x = new double[ROWS];
        double[] y = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x[row] = row < 50 ? 1 : 0;
            y[row] = row < 30 || row >= 130 ? 1 : 0;
        }
        RegressionReport report = LogisticRegression.fit(data(design(ones()), y, x), 0.95);
        assertEquals(
                Math.log(30.0 / 20 / (20.0 / 80)),
                report.coefficients().get(1).estimate().value(),
                1e-12);
    }

    @ParameterizedTest
    @EnumSource(ImportanceMethod.class)
    void importanceAddsUpAndFollowsThePredictor(ImportanceMethod method) {
        double[][] x = columns(7, 5);
        RegressionData data = data(design(ones()), x[0], x[1], x[2], x[3], x[4]);
        RegressionData turned = data(design(ones()), x[0], transformed(x[4], -20, 3), x[3], x[2], x[1]);
        ImportanceReport left = RelativeImportance.of(data, method, ImportanceScale.R_SQUARED, 0.95);
        ImportanceReport right = RelativeImportance.of(turned, method, ImportanceScale.R_SQUARED, 0.95);
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            Estimate part = left.drivers().get(j).importance();
            Estimate other = right.drivers().get(3 - j).importance();
            assertEquals(part.value(), other.value(), 1e-12);
            assertEquals(part.standardError(), other.standardError(), 1e-10);
            sum += part.value();
        }
        assertEquals(left.rSquared(), sum, 1e-12);
        assertEquals(LinearRegression.fit(data, 0.95).explained(), sum, 1e-12);
    }

    @Test
    void twelvePredictorsAreTakenAndThirteenAreNot() {
        double[][] x = columns(8, 14);
        double[][] twelve = Arrays.copyOfRange(x, 1, 13);
        ImportanceReport report = RelativeImportance.of(
                data(design(ones()), x[0], twelve), ImportanceMethod.LMG, ImportanceScale.SHARE, 0.95);
        assertEquals(
                1,
                report.drivers().stream()
                        .mapToDouble(driver -> driver.importance().value())
                        .sum(),
                1e-12);
        refused(
                "at most 12",
                () -> RelativeImportance.of(
                        data(design(ones()), x[0], Arrays.copyOfRange(x, 1, 14)),
                        ImportanceMethod.LMG,
                        ImportanceScale.SHARE,
                        0.95));
    }

    @Test
    void quadrants() {
        List<Attribute> attributes = List.of(
                new Attribute("pay", 0.5, 60),
                new Attribute("meals", 0.1, 90),
                new Attribute("voice", 0.4, 80),
                new Attribute("dorm", 0.2, 50));
        assertEquals(
                List.of(Quadrant.CONCENTRATE_HERE, Quadrant.POSSIBLE_OVERKILL, Quadrant.KEEP_UP, Quadrant.LOW_PRIORITY),
                quadrants(attributes, Thresholds.means(attributes)));
        assertEquals(
                List.of(Quadrant.KEEP_UP, Quadrant.POSSIBLE_OVERKILL, Quadrant.KEEP_UP, Quadrant.LOW_PRIORITY),
                quadrants(attributes, Thresholds.middleOfScale(attributes, 20, 100)));
    }

    private static List<Quadrant> quadrants(List<Attribute> attributes, Thresholds thresholds) {
        return ImportancePerformance.of(attributes, thresholds).placements().stream()
                .map(ImportancePerformance.Placement::quadrant)
                .toList();
    }

    @Test
    void indicatorsOfCategories() {
        CategoryColumn job = CategoryColumn.of("JOB", List.of("line", "office", "driver"), new byte[] {0, 1, 2, -1});
        List<NumericColumn> indicators = RegressionData.indicators(job, "office");
        assertEquals("JOB=line", indicators.getFirst().name());
        assertEquals(1, indicators.get(1).value(2));
        assertTrue(indicators.get(1).isMissing(3));
        refused("JOB", () -> RegressionData.indicators(job, "boss"));
    }

    @Test
    void refusalsNameTheColumn() {
        double[][] x = columns(3, 3);
        Design design = design(ones());
        refused("predictor x1", () -> LinearRegression.fit(data(design, x[0], x[1], ones()), 0.95));
        refused(
                "predictor x2",
                () -> LinearRegression.fit(data(design, x[0], x[1], x[2], transformed(x[1], 3, 1)), 0.95));
        refused(
                "predictor x2",
                () -> RelativeImportance.of(
                        data(design, x[0], x[1], x[2], transformed(x[1], 3, 1)),
                        ImportanceMethod.JOHNSON,
                        ImportanceScale.SHARE,
                        0.95));
        refused("outcome y is constant", () -> LinearRegression.fit(data(design, ones(), x[1]), 0.95));
        refused("outcome y has the value", () -> LogisticRegression.fit(data(design, x[0], x[1]), 0.95));
        refused("outcome y is constant", () -> LogisticRegression.fit(data(design, ones(), x[1]), 0.95));
        double[] split = Arrays.stream(x[1]).map(value -> value > 0 ? 1 : 0).toArray();
        refused("by predictor x1", () -> LogisticRegression.fit(data(design, split, x[2], x[1]), 0.95));
        double[] blank = new double[ROWS];
        Arrays.fill(blank, Double.NaN);
        refused("0 complete rows", () -> LinearRegression.fit(data(design, blank, x[1]), 0.95));
        refused("column x0 has 2 rows", () -> data(design, x[0], new double[2]));
        refused("no predictors", () -> data(design, x[0]));
    }

    private static void refused(String part, Runnable request) {
        String message =
                assertThrows(IllegalArgumentException.class, request::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
