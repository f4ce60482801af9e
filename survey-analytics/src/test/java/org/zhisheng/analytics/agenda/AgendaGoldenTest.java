package org.zhisheng.analytics.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.RecordedValues;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Variable;

/** Against survival 3.5-3 and survey 4.1-1; see agenda.R beside the values. */
final class AgendaGoldenTest {
    private static final double EXACT = 1e-9;
    private static final RecordedValues R = RecordedValues.read("agenda/golden.tsv");
    private static final List<String> FIVE = List.of("T01", "T02", "T03", "T04", "T05");
    private static final ChoiceErrors INFORMATION = new ChoiceErrors.Information();
    private static final ChoiceErrors RESPONDENTS = new ChoiceErrors.Respondents();

    private static RankedBallots ballots(boolean weighted) {
        double[][] places = new double[3][];
        List<String> columns = List.of("first", "second", "third");
        for (int place = 0; place < 3; place++) {
            places[place] = RecordedValues.column("agenda/rankings.csv", columns.get(place));
        }
        int[][] orders = new int[160][];
        for (int row = 0; row < 160; row++) {
            int ballot = row;
            orders[row] = Arrays.stream(places)
                    .mapToDouble(place -> place[ballot])
                    .filter(topic -> !Double.isNaN(topic))
                    .mapToInt(topic -> (int) topic)
                    .toArray();
        }
        double[] weights = RecordedValues.column("agenda/rankings.csv", "weight");
        return weighted ? RankedBallots.of(FIVE, orders, weights) : RankedBallots.of(FIVE, orders);
    }

    private static Design design() {
        List<String> strata = RecordedValues.texts("agenda/rankings.csv", "stratum");
        int[] codes = strata.stream().mapToInt(List.of("W1", "W2")::indexOf).toArray();
        return Design.ofRows(160)
                .strata(Factor.of("workshop", List.of("W1", "W2"), codes))
                .weights(RecordedValues.column("agenda/rankings.csv", "weight"))
                .populationSizes(Map.of("W1", 500, "W2", 120))
                .build();
    }

    private static BestWorstTasks tasks() {
        List<String> names = List.of("id", "s1", "s2", "s3", "s4", "best", "worst");
        double[][] columns = names.stream()
                .map(name -> RecordedValues.column("agenda/tasks.csv", name))
                .toArray(double[][]::new);
        List<BestWorstTask> tasks = new ArrayList<>();
        for (int row = 0; row < columns[0].length; row++) {
            int task = row;
            List<Integer> shown = IntStream.rangeClosed(1, 4)
                    .map(k -> (int) columns[k][task])
                    .boxed()
                    .toList();
            tasks.add(new BestWorstTask((int) columns[0][row], shown, (int) columns[5][row], (int) columns[6][row]));
        }
        return new BestWorstTasks(List.of("T01", "T02", "T03", "T04", "T05", "T06"), 60, tasks);
    }

    private static void compare(String prefix, ChoiceModel model, boolean robust) {
        R.check(prefix + ".loglik", model.logLikelihood(), EXACT);
        List<Estimate> plain = model.coefficients(INFORMATION, 0.95);
        List<Estimate> clustered = model.coefficients(RESPONDENTS, 0.95);
        for (int k = 0; k < plain.size(); k++) {
            R.check(prefix + ".beta." + k, plain.get(k).value(), EXACT);
            R.check(prefix + ".se." + k, plain.get(k).standardError(), EXACT);
            if (robust) {
                R.check(prefix + ".robust." + k, clustered.get(k).standardError(), EXACT);
            }
        }
    }

    @Test
    void explodedLogit() {
        compare("exploded", ChoiceModel.fit(Choices.ofRankings(ballots(false), 4)), false);
    }

    @Test
    void weightedExplodedLogitWithSandwichErrors() {
        RankedBallots ballots = ballots(true);
        ChoiceModel model = ChoiceModel.fit(Choices.ofRankings(ballots, 4), ballots.weights());
        compare("weighted", model, true);
        List<Estimate> shares = model.preferenceShares("T05", RESPONDENTS, 0.95);
        for (int topic = 0; topic < 5; topic++) {
            R.check("share." + topic, shares.get(topic).value(), EXACT);
            R.check("shareSe." + topic, shares.get(topic).standardError(), EXACT);
        }
    }

    @Test
    void explodedLogitUnderTheDesign() {
        Design design = design();
        ChoiceModel model = ChoiceModel.fit(Choices.ofRankings(ballots(true), 4), design.weights());
        List<Estimate> coefficients = model.coefficients(new ChoiceErrors.UnderDesign(design), 0.95);
        for (int k = 0; k < 4; k++) {
            R.check("designSe." + k, coefficients.get(k).standardError(), EXACT);
        }
        assertEquals(
                coefficients.getFirst().sampleSize() - 2,
                coefficients.getFirst().degreesOfFreedom());
    }

    @Test
    void bestWorstModels() {
        BestWorstTasks tasks = tasks();
        compare("sequential", ChoiceModel.fit(Choices.ofBestWorst(tasks, 5, BestWorstModel.SEQUENTIAL)), true);
        compare("pair", ChoiceModel.fit(Choices.ofBestWorst(tasks, 5, BestWorstModel.PAIR)), true);
    }

    @Test
    void bestWorstScores() {
        Design design = Design.ofRows(60)
                .weights(RecordedValues.column("agenda/taskweights.csv", "weight"))
                .build();
        List<RankedEstimate> scores = tasks().scores(new Estimator(design), EstimateRule.forMeans());
        for (int topic = 0; topic < 6; topic++) {
            R.check("score." + topic, scores.get(topic).estimate().value(), EXACT);
            R.check("scoreSe." + topic, scores.get(topic).estimate().standardError(), EXACT);
        }
        assertEquals(1, scores.getFirst().rank());
        assertEquals(6, scores.get(3).rank());
    }

    @Test
    void attributesOfOffers() {
        double[][] columns = List.of("w1", "w2", "w3", "h1", "h2", "h3", "chosen").stream()
                .map(name -> RecordedValues.column("agenda/options.csv", name))
                .toArray(double[][]::new);
        List<ChoiceSet> sets = new ArrayList<>();
        for (int row = 0; row < 90; row++) {
            int offer = row;
            List<Attributes> alternatives = IntStream.range(0, 3)
                    .mapToObj(a -> Attributes.of(columns[a][offer], columns[a + 3][offer]))
                    .toList();
            sets.add(new ChoiceSet(row, alternatives, (int) columns[6][row]));
        }
        compare("generic", ChoiceModel.fit(new Choices(List.of("wage", "hours"), 90, sets)), false);
    }

    @Test
    void multipleChoiceShares() {
        RankedBallots ballots = ballots(true);
        List<Variable> picks = new ArrayList<>();
        for (int topic = 0; topic < 5; topic++) {
            int wanted = topic;
            double[] picked = new double[160];
            Arrays.setAll(
                    picked,
                    row -> ballots.order(row).length == 0
                            ? Double.NaN
                            : Arrays.stream(ballots.order(row)).anyMatch(named -> named == wanted) ? 1 : 0);
            picks.add(Variable.ofRows(FIVE.get(topic), picked));
        }
        Domain answered = Domain.where("answered", 160, row -> ballots.order(row).length > 0);
        MultipleChoice choice =
                MultipleChoice.of(new Estimator(design()), picks, answered, EstimateRule.forProportions());
        for (int topic = 0; topic < 5; topic++) {
            Estimate share = choice.shares().get(topic).estimate();
            R.check("named." + topic, share.value(), EXACT);
            R.check("namedSe." + topic, share.standardError(), EXACT);
            Interval interval = share.interval();
            assertNotNull(interval);
            R.check("namedLower." + topic, interval.lower(), EXACT);
            R.check("namedUpper." + topic, interval.upper(), EXACT);
        }
        assertEquals(
                List.of(1, 3, 4, 5, 2),
                choice.shares().stream().map(RankedEstimate::rank).toList());
        Estimate lead = choice.difference(0, 4, IntervalRule.wald());
        assertEquals(R.value("named.0") - R.value("named.4"), lead.value(), 1e-12);
        R.check("leadSe", lead.standardError(), EXACT);
        assertTrue(lead.conventions().contains("each part on its own base, covariances included"));
    }

    @Test
    void bordaMeans() {
        List<RankedEstimate> means =
                Borda.means(ballots(true), UnrankedPoints.AVERAGE, new Estimator(design()), EstimateRule.forMeans());
        List<Ranking> totals = Borda.rank(ballots(true), UnrankedPoints.AVERAGE);
        for (int topic = 0; topic < 5; topic++) {
            R.check("borda." + topic, means.get(topic).estimate().value(), EXACT);
            R.check("bordaSe." + topic, means.get(topic).estimate().standardError(), EXACT);
            assertEquals(means.get(topic).rank(), totals.get(topic).rank());
        }
    }
}
