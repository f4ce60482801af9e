package org.zhisheng.analytics.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.data.Estimate;

/** Published worked examples, relations that hold for any ballots, and what is refused. */
final class RankingRulesTest {
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E");

    /** Example 1 of Schulze (2011), Social Choice and Welfare 36, 267–303: 45 voters, E before A, C, B, D. */
    private static final RankedBallots SCHULZE_45 = RankedBallots.of(
            LETTERS,
            orders("ACBED", "ADECB", "BEDAC", "CABED", "CAEBD", "CBADE", "DCEBA", "EBADC"),
            new double[] {5, 5, 8, 3, 7, 2, 7, 8});

    /** The capital of Tennessee, the textbook example of Borda's count: Memphis, Nashville, Chattanooga, Knoxville. */
    private static final RankedBallots TENNESSEE = RankedBallots.of(
            List.of("Memphis", "Nashville", "Chattanooga", "Knoxville"),
            new int[][] {{0, 1, 2, 3}, {1, 2, 3, 0}, {2, 3, 1, 0}, {3, 2, 1, 0}},
            new double[] {42, 26, 15, 17});

    private static int[][] orders(String... ballots) {
        return Arrays.stream(ballots)
                .map(ballot -> ballot.chars().map(letter -> letter - 'A').toArray())
                .toArray(int[][]::new);
    }

    private static List<Integer> ranks(List<Ranking> rankings) {
        return rankings.stream().map(Ranking::rank).toList();
    }

    @Test
    void schulzesExample() {
        Schulze schulze = Schulze.of(SCHULZE_45, PathStrength.WINNING_VOTES);
        assertEquals(List.of(2, 4, 3, 5, 1), ranks(schulze.rankings()));
        double[][] published = {
            {0, 28, 28, 30, 24}, {25, 0, 28, 33, 24}, {25, 29, 0, 29, 24}, {25, 28, 28, 0, 24}, {25, 28, 28, 31, 0}
        };
        for (int from = 0; from < 5; from++) {
            for (int to = 0; to < 5; to++) {
                assertEquals(
                        published[from][to], schulze.strongestPaths().get(from).get(to), 1e-9);
            }
        }
    }

    @Test
    void bordasExample() {
        List<Ranking> rankings = Borda.rank(TENNESSEE, UnrankedPoints.AVERAGE);
        assertEquals(
                List.of(126.0, 194.0, 173.0, 107.0),
                rankings.stream().map(Ranking::score).toList());
        assertEquals(List.of(3, 1, 2, 4), ranks(rankings));
        assertEquals(
                1, Schulze.of(TENNESSEE, PathStrength.MARGINS).rankings().get(1).rank());
    }

    @Test
    void unrankedTopicsAverageOrNothing() {
        RankedBallots one = RankedBallots.of(LETTERS, new int[][] {{2}, {}});
        assertEquals(
                List.of(1.5, 1.5, 4.0, 1.5, 1.5),
                Borda.rank(one, UnrankedPoints.AVERAGE).stream()
                        .map(Ranking::score)
                        .toList());
        assertEquals(
                List.of(2, 2, 1, 2, 2),
                ranks(Schulze.of(one, PathStrength.WINNING_VOTES).rankings()));
        assertEquals(
                List.of(0.0, 0.0, 4.0, 0.0, 0.0),
                Borda.rank(one, UnrankedPoints.ZERO).stream()
                        .map(Ranking::score)
                        .toList());
        assertTrue(Double.isNaN(Borda.points(one, 0, UnrankedPoints.ZERO)[1]));
    }

    private static int[][] randomOrders(long seed, int ballots) {
        Random random = new Random(seed);
        int[][] orders = new int[ballots][];
        for (int ballot = 0; ballot < ballots; ballot++) {
            List<Integer> topics = new ArrayList<>(IntStream.range(0, 5).boxed().toList());
            Collections.shuffle(topics, random);
            orders[ballot] = topics.stream()
                    .limit(random.nextInt(6))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return orders;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void orderOfBallotsNamesAndUnitsOfWeightDecideNothing(long seed) {
        int[][] orders = randomOrders(seed, 40);
        double[] weights = new Random(seed + 100).doubles(40, 0.5, 3).toArray();
        int[][] turned = new int[40][];
        double[] turnedWeights = new double[40];
        for (int ballot = 0; ballot < 40; ballot++) {
            turned[ballot] =
                    Arrays.stream(orders[39 - ballot]).map(topic -> 4 - topic).toArray();
            turnedWeights[ballot] = 0.3 * weights[39 - ballot];
        }
        RankedBallots left = RankedBallots.of(LETTERS, orders, weights);
        RankedBallots right = RankedBallots.of(LETTERS.reversed(), turned, turnedWeights);
        for (PathStrength strength : PathStrength.values()) {
            assertEquals(
                    ranks(Schulze.of(left, strength).rankings()),
                    ranks(Schulze.of(right, strength).rankings()).reversed());
        }
        for (UnrankedPoints unranked : UnrankedPoints.values()) {
            assertEquals(
                    ranks(Borda.rank(left, unranked)),
                    ranks(Borda.rank(right, unranked)).reversed());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void anotherReferenceKeepsLikelihoodAndShares(long seed) {
        RankedBallots ballots = RankedBallots.of(LETTERS, randomOrders(seed, 80));
        ChoiceModel first = ChoiceModel.fit(Choices.ofRankings(ballots, 0));
        ChoiceModel last = ChoiceModel.fit(Choices.ofRankings(ballots, 4));
        assertEquals(first.logLikelihood(), last.logLikelihood(), 1e-9);
        List<Estimate> fromFirst = first.preferenceShares("A", new ChoiceErrors.Respondents(), 0.95);
        List<Estimate> fromLast = last.preferenceShares("E", new ChoiceErrors.Respondents(), 0.95);
        for (int topic = 0; topic < 4; topic++) {
            // with A as reference the shares stand A, B, C, D, E; with E they stand E, A, B, C, D
            assertEquals(fromFirst.get(topic).value(), fromLast.get(topic + 1).value(), 1e-10);
            assertEquals(
                    fromFirst.get(topic).standardError(),
                    fromLast.get(topic + 1).standardError(),
                    1e-10);
        }
    }

    @Test
    void scalingWeightsKeepsUtilitiesAndSandwichErrors() {
        RankedBallots ballots = RankedBallots.of(LETTERS, randomOrders(21, 80));
        double[] weights = new Random(22).doubles(80, 0.5, 3).toArray();
        double[] larger = Arrays.stream(weights).map(weight -> 50 * weight).toArray();
        ChoiceModel small = ChoiceModel.fit(Choices.ofRankings(ballots, 2), weights);
        ChoiceModel large = ChoiceModel.fit(Choices.ofRankings(ballots, 2), larger);
        List<Estimate> left = small.coefficients(new ChoiceErrors.Respondents(), 0.95);
        List<Estimate> right = large.coefficients(new ChoiceErrors.Respondents(), 0.95);
        for (int k = 0; k < 4; k++) {
            assertEquals(left.get(k).value(), right.get(k).value(), 1e-11);
            assertEquals(left.get(k).standardError(), right.get(k).standardError(), 1e-11);
        }
    }

    @ParameterizedTest
    @EnumSource(BestWorstModel.class)
    void aTopicThatIsNeverBeatenHasNoUtility(BestWorstModel model) {
        List<BestWorstTask> tasks = List.of(
                new BestWorstTask(0, List.of(0, 1, 2), 0, 2),
                new BestWorstTask(1, List.of(0, 1, 2), 0, 1),
                new BestWorstTask(2, List.of(0, 1, 2), 0, 2));
        BestWorstTasks always = new BestWorstTasks(List.of("pay", "hours", "meals"), 3, tasks);
        refused("[pay]", () -> Choices.ofBestWorst(always, 1, model));
    }

    @Test
    void refusalsNameTheBallot() {
        refused("ballot 2 names B twice", () -> RankedBallots.of(LETTERS, new int[][] {{0}, {1, 1}}));
        refused("ballot 1 names topic 7", () -> RankedBallots.of(LETTERS, new int[][] {{7}}));
        refused("weight of ballot 1", () -> RankedBallots.of(LETTERS, new int[][] {{1}}, new double[] {0}));
        refused("respondent 4", () -> new BestWorstTask(3, List.of(1, 2, 3), 1, 1));
        refused("[D, E]", () -> Choices.ofRankings(RankedBallots.of(LETTERS, orders("ABCDE", "BCAED", "CABDE")), 0));
        List<Attributes> same = List.of(Attributes.of(1, 2), Attributes.of(1, 3));
        Choices constant = new Choices(List.of("wage", "hours"), 1, List.of(new ChoiceSet(0, same, 0)));
        refused("[wage, hours]", () -> ChoiceModel.fit(constant));
        refused("nobody chose", () -> ChoiceModel.fit(new Choices(List.of("wage"), 1, List.of())));
    }

    private static void refused(String part, Runnable request) {
        String message =
                assertThrows(IllegalArgumentException.class, request::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
