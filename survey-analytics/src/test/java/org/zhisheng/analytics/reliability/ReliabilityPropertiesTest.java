package org.zhisheng.analytics.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change alpha and omega, and what is refused. */
final class ReliabilityPropertiesTest {
    private static final List<String> NAMES = List.of("S1", "S2", "S3", "S4");

    private static double[][] answers(long seed, int rows) {
        Random random = new Random(seed);
        double[][] columns = new double[4][rows];
        for (int row = 0; row < rows; row++) {
            double level = random.nextGaussian();
            for (int item = 0; item < 4; item++) {
                double answer = Math.round(3 + level + random.nextGaussian());
                columns[item][row] = random.nextInt(20) == 0 ? Double.NaN : Math.clamp(answer, 1, 5);
            }
        }
        return columns;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void permutingRowsAndItemsOrChangingTheUnitChangesNothing(long seed) {
        double[][] columns = answers(seed, 150);
        double[][] turned = {columns[2].clone(), columns[0].clone(), columns[3].clone(), columns[1].clone()};
        for (double[] column : turned) {
            for (int row = 0; row < 75; row++) {
                double kept = column[row];
                column[row] = column[149 - row];
                column[149 - row] = kept;
            }
            Arrays.setAll(column, row -> column[row] * 25 - 25);
        }
        ItemScores original = ItemScores.of(NAMES, columns);
        ItemScores other = ItemScores.of(List.of("S3", "S1", "S4", "S2"), turned);
        for (MissingItems rule : MissingItems.values()) {
            AlphaReport left = CronbachAlpha.of(original, rule, 0.95);
            AlphaReport right = CronbachAlpha.of(other, rule, 0.95);
            assertEquals(left.raw().value(), right.raw().value(), 1e-12);
            assertEquals(left.raw().standardError(), right.raw().standardError(), 1e-12);
            assertEquals(
                    left.items().get(2).alphaIfDropped(), right.items().get(0).alphaIfDropped(), 1e-12);
            assertEquals(
                    OneFactorOmega.of(original, rule, 0.95).omega().value(),
                    OneFactorOmega.of(other, rule, 0.95).omega().value(),
                    1e-12);
        }
    }

    @Test
    void scalingWeightsChangesNothingAndEqualWeightsAreNone() {
        ItemScores plain = ItemScores.of(NAMES, answers(7, 200));
        double[] weights = new Random(8).doubles(200, 0.5, 2).toArray();
        double[] larger = Arrays.stream(weights).map(weight -> 40 * weight).toArray();
        double[] equal = new double[200];
        Arrays.fill(equal, 3.5);
        assertEquals(raw(plain.weightedBy(weights)), raw(plain.weightedBy(larger)), 1e-12);
        assertEquals(raw(plain), raw(plain.weightedBy(equal)), 1e-12);
        double[] influence = OneFactorOmega.influence(plain.weightedBy(weights));
        double[] largerInfluence = OneFactorOmega.influence(plain.weightedBy(larger));
        for (int row = 0; row < 200; row++) {
            assertEquals(influence[row], largerInfluence[row], 1e-12);
        }
    }

    @Test
    void influencesSumToZero() {
        ItemScores scores = ItemScores.of(NAMES, answers(9, 120))
                .weightedBy(new Random(10).doubles(120, 0.5, 2).toArray());
        assertEquals(0, Arrays.stream(CronbachAlpha.influence(scores)).sum(), 1e-13);
        assertEquals(0, Arrays.stream(OneFactorOmega.influence(scores)).sum(), 1e-12);
    }

    private static double raw(ItemScores scores) {
        return CronbachAlpha.of(scores, MissingItems.PAIRWISE, 0.95).raw().value();
    }

    @Test
    void refusalsNameTheItem() {
        double[][] constant = answers(3, 50);
        Arrays.fill(constant[1], 4);
        refused("S2", () -> CronbachAlpha.of(ItemScores.of(NAMES, constant), MissingItems.PAIRWISE, 0.95));
        double[][] apart = answers(3, 50);
        for (int row = 0; row < 50; row++) {
            apart[row < 25 ? 0 : 3][row] = Double.NaN;
        }
        refused("S4 and S1", () -> CronbachAlpha.of(ItemScores.of(NAMES, apart), MissingItems.PAIRWISE, 0.95));
        refused(
                "0 respondents remain",
                () -> CronbachAlpha.of(ItemScores.of(NAMES, apart), MissingItems.LISTWISE, 0.95));
        double[][] heywood = {{1, 0.9, 0.9}, {0.9, 1, 0.5}, {0.9, 0.5, 1}};
        refused("S1: its loading reaches 1.27", () -> MinimumResiduals.loadings(heywood, List.of("S1", "S2", "S3")));
        refused("S3", () -> ItemScores.of(NAMES, new double[][] {{1, 2}, {1, 2}, {1}, {1, 2}}));
        refused(
                "row 2",
                () -> ItemScores.of(NAMES, new double[][] {{1, 2}, {1, 2}, {1, 3}, {1, 2}})
                        .weightedBy(new double[] {1, -1}));
        refused("1 to 4", () -> PersonMeans.of(ItemScores.of(NAMES, answers(1, 9)), 5));
    }

    private static void refused(String part, Runnable request) {
        String message =
                assertThrows(IllegalArgumentException.class, request::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
