package org.zhisheng.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relations that hold for any answers, and what is refused. */
final class QualityPropertiesTest {
    private static AnswerGrid random(long seed, int items, int rows, int categories) {
        Random random = new Random(seed);
        byte[][] columns = new byte[items][rows];
        for (byte[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = (byte) (random.nextInt(12) == 0 ? -1 - random.nextInt(3) : random.nextInt(categories));
            }
        }
        List<String> names =
                IntStream.range(0, items).mapToObj(item -> "Q" + item).toList();
        return AnswerGrid.of(names, columns);
    }

    private static double bruteMatch(AnswerGrid grid, int row, BlankRule rule, int minimum) {
        double best = Double.NaN;
        for (int other = 0; other < grid.rows(); other++) {
            int shared = 0;
            int same = 0;
            int sameOrBothBlank = 0;
            for (int item = 0; item < grid.items(); item++) {
                boolean blankHere = grid.missing(item, row);
                boolean blankThere = grid.missing(item, other);
                boolean equal = !blankHere && grid.code(item, row) == grid.code(item, other);
                shared += blankHere || blankThere ? 0 : 1;
                same += equal ? 1 : 0;
                sameOrBothBlank += equal || (blankHere && blankThere) ? 1 : 0;
            }
            double match = rule == BlankRule.SKIP ? (double) same / shared : (double) sameOrBothBlank / grid.items();
            if (other != row && shared >= minimum && !(match <= best)) {
                best = match;
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({
        "1,5,40,3,1",
        "2,16,60,5,4",
        "3,17,60,15,10",
        "4,9,50,16,3",
        "5,40,50,124,20",
        "6,3,80,2,3",
        "7,2,9,90,2"
    })
    void packedComparisonEqualsBruteForce(long seed, int items, int rows, int categories, int minimum) {
        AnswerGrid grid = random(seed, items, rows, categories);
        for (BlankRule rule : BlankRule.values()) {
            NearDuplicates found = NearDuplicates.of(grid, rule, minimum);
            for (int row = 0; row < rows; row++) {
                assertEquals(bruteMatch(grid, row, rule, minimum), found.match(row), 1e-15, rule + " row " + row);
                assertEquals(Double.isNaN(found.match(row)), found.partner(row) < 0);
            }
        }
    }

    @Test
    void permutingRowsAndRelabellingCategoriesKeepsDuplicatesAndRuns() {
        AnswerGrid grid = random(11, 8, 60, 3);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(order, new Random(12));
        byte[][] turned = new byte[8][60];
        for (int item = 0; item < 8; item++) {
            for (int row = 0; row < 60; row++) {
                byte code = grid.code(item, order.get(row));
                turned[item][row] = code < 0 ? code : (byte) (2 - code);
            }
        }
        AnswerGrid other = AnswerGrid.of(grid.names(), turned);
        NearDuplicates left = NearDuplicates.of(grid, BlankRule.SKIP, 4);
        NearDuplicates right = NearDuplicates.of(other, BlankRule.SKIP, 4);
        StraightLining leftRuns = StraightLining.of(grid, BlankRule.SKIP);
        StraightLining rightRuns = StraightLining.of(other, BlankRule.SKIP);
        for (int row = 0; row < 60; row++) {
            assertEquals(left.match(order.get(row)), right.match(row));
            assertEquals(leftRuns.longString(order.get(row)), rightRuns.longString(row));
            assertEquals(leftRuns.spread(order.get(row)), rightRuns.spread(row), 1e-12);
        }
        assertEquals(
                ExactDuplicates.of(grid, 1).share(),
                ExactDuplicates.of(other, 1).share());
    }

    @Test
    void aClosedFrameHasOneResponseRate() {
        OutcomeRates rates = OutcomeRates.of(CaseCounts.closedFrame(500, 320, 10), 0.3);
        assertEquals(0.64, rates.rr1());
        assertEquals(rates.rr1(), rates.rr5());
        assertEquals(rates.rr2(), rates.rr4());
        assertTrue(
                Double.isNaN(OutcomeRates.of(CaseCounts.closedFrame(0, 0, 0), 1).rr1()));
    }

    @Test
    void equalResponseRatesAreFullyRepresentative() {
        NonResponse equal = NonResponse.of(
                List.of(new StratumCount("a", 20, 40), new StratumCount("b", 50, 100), new StratumCount("c", 3, 6)));
        assertEquals(1, equal.representativity(), 1e-12);
        assertEquals(0, equal.dissimilarity(), 1e-12);
        assertEquals(1, equal.pValue(), 1e-9);
        NonResponse everybody = NonResponse.of(List.of(new StratumCount("a", 4, 4), new StratumCount("b", 1, 1)));
        assertEquals(1, everybody.representativity());
        assertEquals(1, everybody.pValue());
        NonResponse nobody = NonResponse.of(List.of(new StratumCount("a", 0, 4), new StratumCount("b", 0, 1)));
        assertEquals(0, nobody.rate());
        assertTrue(Double.isNaN(nobody.maximalBias()));
    }

    @Test
    void blanksAloneAreNoDuplicates() {
        byte[][] blank = {{-1, -1, 2}, {-1, -3, 2}};
        AnswerGrid grid = AnswerGrid.of(List.of("a", "b"), blank);
        assertEquals(0, ExactDuplicates.of(grid, 1).groups().size());
        assertTrue(Double.isNaN(NearDuplicates.of(grid, BlankRule.SKIP, 1).match(0)));
        assertEquals(0, StraightLining.of(grid, BlankRule.SKIP).longString(0));
        assertTrue(!StraightLining.of(grid, BlankRule.SKIP).straight(0, 0));
    }

    @Test
    void refusalsNameWhatIsWrong() {
        refused("stratum W1 has 8 answers from 7", () -> new StratumCount("W1", 8, 7));
        refused("row 2", () -> Speeding.of(new double[] {3, -1}, 0.3));
        refused("no times", () -> Speeding.of(new double[] {Double.NaN}, 0.3));
        refused("item b", () -> AnswerGrid.of(List.of("a", "b"), new byte[][] {{1}, {1, 2}}));
        double[][] dependent = {{1, 2, 3, 4, 9}, {2, 1, 5, 5, 2}, {3, 3, 8, 9, 11}};
        refused("item c", () -> MahalanobisDistance.of(List.of("a", "b", "c"), dependent));
        double[][] few = {{1, 2}, {2, 1}};
        refused("2 complete rows", () -> MahalanobisDistance.of(List.of("a", "b"), few));
        refused("bucket 1", () -> Bursts.of(new long[] {1, -1}, new double[] {1, 1}));
        refused("e is 1.5", () -> OutcomeRates.of(CaseCounts.closedFrame(5, 1, 0), 1.5));
        refused("disposition non-contact", () -> CaseCounts.closedFrame(5, 6, 0));
        AnswerGrid grid = random(1, 3, 9, 3);
        Sites one = Sites.of(List.of("a"), new int[9]);
        refused("no peers", () -> IdenticalVectors.of(grid, one, 1));
        refused("1 sites", () -> Uniformity.of(grid, one, 2));
        refused("row 1", () -> Sites.of(List.of("a"), new int[] {1}));
        refused("8 sites", () -> IdenticalVectors.of(grid, Sites.of(List.of("a"), new int[8]), 1));
        refused("choose 1 to 3", () -> NearDuplicates.of(grid, BlankRule.SKIP, 4));
    }

    private static void refused(String part, Runnable request) {
        String message =
                assertThrows(IllegalArgumentException.class, request::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
