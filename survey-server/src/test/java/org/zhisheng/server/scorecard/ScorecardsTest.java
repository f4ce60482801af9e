package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.scorecard.Scorecards.Statement;

/**
 * Entering, verifying, signing off, and that nothing changes afterwards. The expected total was computed by hand from the
 * scheme: see {@link #theScoreIsTheSchemesOnEvaluatedFacts()}.
 */
@Tag("store")
@MicronautTest(transactional = false)
final class ScorecardsTest {
    private static final SchemeId SCHEME = new SchemeId("cb-qei", "1.0.0");

    private final Random random = new Random();
    private final Actor union = new Actor(Id.random(random), "王秀兰", List.of());
    private final Actor evaluator = new Actor(Id.random(random), "赵评估", List.of());
    private Round round;
    private Id card;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleRounds samples;

    @Inject
    Scorecards scorecards;

    @Inject
    ScorecardStore store;

    @Inject
    Schemes schemes;

    @Inject
    Json json;

    @BeforeEach
    void open() {
        Organization plant = samples.plant(samples.county("沂水县总工会"), "沂河纺织");
        round = samples.round(plant, 2026);
        card = scorecards.open(round, SCHEME, union).id();
    }

    @Test
    void aRoundHasOneScorecardByAScheme() {
        assertEquals(card, scorecards.open(round, SCHEME, evaluator).id());
        assertEquals(
                List.of(card),
                scorecards.of(List.of(round.organization())).stream()
                        .map(Scorecard::id)
                        .toList());
    }

    @Test
    void withoutSurveysAndFactsThereIsNoRatingAndItIsSaidWhy() {
        Assessment a = scorecards.assessment(card);
        assertFalse(a.isRated());
        assertEquals(List.of("missing"), a.outcome().none());
        assertEquals(94.0, a.missingWeight(), 1e-12);
        assertNull(a.coverage());
    }

    @Test
    void bothSidesStayAndOnlyWhatIsVerifiedCounts() {
        enter("wage-growth", "9.5", "财务报表");
        assertEquals("9.5", line("wage-growth").union().value());
        assertNull(line("wage-growth").evaluator());
        assertNull(line("wage-growth").used());
        find("wage-growth", Finding.CORRECTED, "7.5", "不含加班费", 1);
        Assessment.FactLine both = line("wage-growth");
        assertEquals("9.5", both.union().value());
        assertEquals("财务报表", both.union().note());
        assertEquals("王秀兰", both.union().by());
        assertEquals("7.5", both.evaluator().value());
        assertEquals("赵评估", both.evaluator().by());
        assertEquals("7.5", both.used());

        enter("wage-growth", "8.1", "更正后的报表");
        assertNull(line("wage-growth").used(), "a finding is about the entry that it was made on");
        assertTrue(scorecards.undecided(scorecards.get(card)).contains("wage-growth"));
        find("wage-growth", Finding.CONFIRMED, "", "", 2);
        assertEquals("8.1", line("wage-growth").used());
        find("wage-growth", Finding.REJECTED, "", "没有原始凭证", 2);
        assertNull(line("wage-growth").used());
        assertEquals(
                3,
                scorecards.ledger(card).history("wage-growth", Side.EVALUATOR).size());
        assertEquals(
                2, scorecards.ledger(card).history("wage-growth", Side.UNION).size());
    }

    @Test
    void theSameAgainIsNoNewEntry() {
        enter("clauses", "20", "合同文本");
        enter("clauses", "20", "合同文本");
        assertEquals(1, scorecards.ledger(card).history("clauses", Side.UNION).size());
    }

    @Test
    void whatCannotBeVerifiedIsRefused() {
        enter("clauses", "20", "");
        Actor both = union;
        assertEquals(Problem.OWN_ENTRY, problem(() -> find(both, "clauses", Finding.CONFIRMED, "", "", 1)));
        assertEquals(Problem.CONFLICT, problem(() -> find("clauses", Finding.CONFIRMED, "", "", 2)));
        assertEquals(Problem.INVALID_INPUT, problem(() -> find("clauses", Finding.CORRECTED, "19", "", 1)));
        assertEquals(Problem.INVALID_INPUT, problem(() -> find("clauses", Finding.CORRECTED, "", "数错", 1)));
        assertEquals(Problem.INVALID_INPUT, problem(() -> find("clauses", Finding.REJECTED, "", " ", 1)));
        assertEquals(Problem.INVALID_INPUT, problem(() -> find("clauses-due", Finding.CONFIRMED, "", "", 0)));
        assertEquals(
                0, scorecards.ledger(card).history("clauses", Side.EVALUATOR).size());
    }

    @Test
    void findingsAreAddedAllOrNone() {
        enter("clauses", "20", "");
        enter("clauses-due", "10", "");
        List<Statement> findings = List.of(
                new Statement("clauses", Finding.CONFIRMED, "", ""),
                new Statement("clauses-due", Finding.REJECTED, "", ""));
        assertEquals(
                Problem.INVALID_INPUT,
                problem(() -> scorecards.find(card, findings, Map.of("clauses", 1, "clauses-due", 1), evaluator)));
        assertEquals(
                0, scorecards.ledger(card).history("clauses", Side.EVALUATOR).size());
    }

    @Test
    void vetoesAndEntriesNeedAFindingBeforeSigningOff() {
        enter("clauses", "20", "");
        assertEquals(List.of("clauses", "V1", "V3"), scorecards.undecided(scorecards.get(card)));
        assertEquals(Problem.SCORECARD_UNVERIFIED, problem(() -> scorecards.sign(card, evaluator)));
        find("clauses", Finding.CONFIRMED, "", "", 1);
        decideVetoes(Finding.NOT_ESTABLISHED);
        assertEquals(List.of(), scorecards.undecided(scorecards.get(card)));
        scorecards.sign(card, evaluator);
        assertTrue(scorecards.get(card).isSigned());
    }

    /**
     * 36 of 40 and 30 of 60 workers answer, 27 and 15 of them contented. Facts as in {@link SampleRounds#facts()}. By hand:
     * Released figures have four decimals, and those are what the scheme gets.
     * I04: the other 9 + 15 answer HEARD_ONLY where their place i is divisible by 3: i = 27…35 gives 27, 30, 33; i = 15…29
     * gives 15, 18, 21, 24, 27. So aware is (40·33/36 + 60·25/30)/100 = 0.8667, points 86.67/90 = 96.3.
     * I05: FORUM counts as taking part, NONE where i is even: 28, 30, 32, 34 and 16, 18, … 28: (40·32/36 + 60·23/30)/100 =
     * 0.8156, above its target: 100. I10: agree 27/36 and 15/30: 0.6, points 60/80 = 75.
     * I11: G1 (40·(27·100 + 9·60)/36 + 60·(15·100 + 15·60)/30)/100 = 84. I12 = I15: (40·(27·80 + 9·40)/36 +
     * 60·(15·80 + 15·40)/30)/100 = 64.
     * I02: 7 of 8: 87.5. I07: 14/22 = 63.6364, points 90.9091. I08: 4 of 4: 100. I09: 100. I13: 7.6/8: 95. I14: 19/20 = 95: 100.
     * I03 and I06 wait for the demand survey: 10 points of weight are missing; I01 has no meaning for an enterprise.
     * D1 = 87.5; D2 = (12·96.3 + 5·100)/17 = 97.3882; D3 = (4·90.9091 + 3·100 + 5·100 + 3·75)/15 = 92.5758;
     * D4 = (16·84 + 12·64 + 5·95)/33 = 78.3939; D5 = (7·100 + 8·64)/15 = 80.8.
     * Total = 0.10·D1 + 0.22·D2 + 0.20·D3 + 0.33·D4 + 0.15·D5.
     */
    @Test
    void theScoreIsTheSchemesOnEvaluatedFacts() {
        samples.survey(server, round, new int[] {36, 30}, new int[] {27, 15});
        enterAll();
        Assessment a = scorecards.assessment(card);
        assertEquals(total(86.67, 60, 84, 64), a.outcome().total(), 1e-9);
        assertEquals("good", a.outcome().band());
        assertEquals(10.0, a.missingWeight(), 1e-12);
        assertEquals("B", a.coverage().grade());
        assertEquals(100L, a.covered());
        assertEquals(
                1.0, a.outcome().bands().values().stream().mapToDouble(d -> d).sum(), 1e-12);
        assertTrue(a.outcome().standardError() > 0.1 && a.outcome().standardError() < 5);
    }

    /**
     * With 30 contented of the first workshop's 36, two alone are unaware there (30 and 33). A weighted rate would say so to
     * whoever solves it for its parts; so the workshops become one block before weighting, and all 66 count alike:
     * aware 59/66 = 0.8939, agree 45/66 = 0.6818, the others (45·80 + 21·40)/66 = 67.2727. Of G1 nobody is dissatisfied, which
     * is printed as "at most two": the mean (45·100 + 21·60)/66 = 87.2727 would say that nobody is, and is printed as at least
     * what it could be with two, (45·100 + 19·60 + 2·40)/66 = 86.6667. The score takes the bound.
     * The result page names the merged workshops.
     */
    @Test
    void workshopsThatAWeightedRateWouldGiveAwayCountAlike() {
        PublishedResult result = samples.survey(server, round, new int[] {36, 30}, new int[] {30, 15});
        enterAll();
        assertEquals(
                total(89.39, 68.18, 86.6667, 67.2727),
                scorecards.assessment(card).outcome().total(),
                1e-9);
        assertEquals(List.of("一车间 + 二车间"), result.coverage().merged());
    }

    /** The total by the scheme's weights, of percent aware and agreeing and of means; I05 above its target. */
    private static double total(double aware, double agreed, double rights, double others) {
        double d2 = (12 * (aware / 90 * 100) + 500) / 17;
        double d3 = (4 * (1400.0 / 22 / 70 * 100) + 800 + 3 * (agreed / 80 * 100)) / 15;
        double d4 = (16 * rights + 12 * others + 5 * 95) / 33;
        return 8.75 + 0.22 * d2 + 0.20 * d3 + 0.33 * d4 + 0.15 * ((700 + 8 * others) / 15);
    }

    /**
     * Who is contented gives 80 to O1, O2, E1, C0 and K1, everybody else 40: these means are the same, so that I12 (the mean of
     * four of them) and I15 have one variance and it is their covariance, too. Of it: s² = 40²·p(1−p)·n/(n−1) within a
     * workshop, p = 27/36 and 15/30; Σ (N_h/N)² (1 − n_h/N_h) s²/n_h = 0.16·(1/10)·308.5714/36 + 0.36·(1/2)·413.7931/30 =
     * 2.619901.
     *
     * <p>I11 is G1, 100 or 60, of which nobody is dissatisfied: its own error would tell that beside the mean of 84, so the
     * greatest error is printed that goes with the mean and with 60 % satisfied. All of these must then be very satisfied, and
     * the variance of points is 0.6·100² + 0.4·60² − 84² = 384. Given to the workshop that tells it most, 0.6·(1/2)/29 = 0.010345
     * of it is the mean's: 3.9724, and a little more for four decimals; it has no covariances.
     */
    @Test
    void indicatorsOfTheSameRespondentsMoveTogether() {
        samples.survey(server, round, new int[] {36, 30}, new int[] {27, 15});
        Assessment a = scorecards.assessment(card);
        int guarded = a.random().indexOf("I11");
        List<Integer> places = List.of(a.random().indexOf("I12"), a.random().indexOf("I15"));
        for (int first : places) {
            for (int second : places) {
                assertEquals(2.619901, a.covariance().get(first).get(second), 1e-5, first + " and " + second);
            }
            assertEquals(0, a.covariance().get(first).get(guarded));
        }
        assertEquals(3.9724, a.covariance().get(guarded).get(guarded), 0.005);
    }

    @Test
    void anEstablishedVetoLowersTheBandAndLeavesTheTotal() {
        samples.survey(server, round, new int[] {36, 30}, new int[] {30, 15});
        enterAll();
        Double before = scorecards.assessment(card).outcome().total();
        decideVetoes(Finding.ESTABLISHED);
        Assessment.Outcome after = scorecards.assessment(card).outcome();
        assertEquals(before, after.total());
        assertEquals("unqualified", after.band());
        assertEquals("good", after.bandByTotal());
        assertEquals(List.of("V1", "V3"), after.vetoes());
    }

    @Test
    void whatIsSignedNeverChanges() {
        samples.survey(server, round, new int[] {36, 30}, new int[] {30, 15});
        enterAll();
        decideVetoes(Finding.NOT_ESTABLISHED);
        Assessment open = scorecards.assessment(card);
        Scorecard signed = scorecards.sign(card, evaluator);
        String text = scorecards.signedText(card);
        assertEquals(SchemeJson.sha256(text), signed.fingerprint());
        assertEquals("赵评估", signed.signedBy());

        assertEquals(Problem.SCORECARD_SIGNED, problem(() -> enter("clauses", "99", "")));
        assertEquals(Problem.SCORECARD_SIGNED, problem(() -> find("clauses", Finding.CONFIRMED, "", "", 1)));
        assertEquals(Problem.SCORECARD_SIGNED, problem(() -> scorecards.sign(card, evaluator)));
        assertEquals(0, store.sign(card, "{}", "0".repeat(64), "x", Instant.EPOCH), "the statement itself refuses");
        samples.survey(server, round, new int[] {20, 20}, new int[] {0, 0});

        assertEquals(text, scorecards.signedText(card));
        Assessment read = scorecards.assessment(card);
        assertEquals(open.outcome(), read.outcome());
        assertEquals(open.indicators(), read.indicators());
        assertEquals(open.facts(), read.facts());
        assertNotNull(read.signedAt());
    }

    @Test
    void theStoredTextScoresToItsOwnNumbers() {
        samples.survey(server, round, new int[] {36, 30}, new int[] {30, 15});
        enterAll();
        decideVetoes(Finding.NOT_ESTABLISHED);
        scorecards.sign(card, evaluator);
        Assessment read = json.read(scorecards.signedText(card).getBytes(StandardCharsets.UTF_8), Assessment.class);
        var scheme = schemes.get(SCHEME).scheme();
        Score score = Scorer.of(scheme).score(Units.of(read, scheme));
        assertEquals(read.outcome().total(), score.total());
        assertEquals(read.outcome().rounded(), score.rounded());
    }

    private void enterAll() {
        List<Statement> statements = new ArrayList<>();
        SampleRounds.facts().forEach((id, value) -> statements.add(new Statement(id, null, value, "档案")));
        scorecards.enter(card, statements, union);
        List<Statement> findings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        SampleRounds.facts().keySet().forEach(id -> {
            findings.add(new Statement(id, Finding.CONFIRMED, "", ""));
            seen.put(id, 1);
        });
        scorecards.find(card, findings, seen, evaluator);
    }

    private void decideVetoes(Finding finding) {
        scorecards.find(
                card,
                List.of(new Statement("V1", finding, "", "走访核实"), new Statement("V3", finding, "", "走访核实")),
                Map.of(),
                evaluator);
    }

    private void enter(String fact, String value, String note) {
        scorecards.enter(card, List.of(new Statement(fact, null, value, note)), union);
    }

    private void find(String fact, Finding finding, String value, String reason, int seen) {
        find(evaluator, fact, finding, value, reason, seen);
    }

    private void find(Actor by, String fact, Finding finding, String value, String reason, int seen) {
        scorecards.find(card, List.of(new Statement(fact, finding, value, reason)), Map.of(fact, seen), by);
    }

    private Assessment.FactLine line(String fact) {
        return scorecards.assessment(card).facts().stream()
                .filter(f -> f.fact().equals(fact))
                .findFirst()
                .orElseThrow();
    }

    private static Problem problem(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem();
    }
}
