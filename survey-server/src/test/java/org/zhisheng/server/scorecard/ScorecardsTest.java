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
     * 36 of 40 and 30 of 60 workers answer, 30 and 15 of them contented. Facts as in {@link SampleRounds#facts()}. By hand:
     * I04: the other 6 + 15 answer HEARD_ONLY where their place i is divisible by 3: i = 30…35 gives 30, 33; i = 15…29 gives
     * 15, 18, 21, 24, 27. So aware is (40·34/36 + 60·25/30)/100 = 87.7778 %, points 97.5309.
     * I05: FORUM counts as taking part, NONE where i is even: 30, 32, 34 and 16, 18, … 28: (40·33/36 + 60·23/30)/100 =
     * 82.6667 %, above its target: 100. I10: agree 30/36 and 15/30: 63.3333 %, points 79.1667.
     * I11: G1 (40·(30·100 + 6·60)/36 + 60·(15·100 + 15·60)/30)/100 = 85.3333. I12 = I15: (40·(30·80 + 6·40)/36 +
     * 60·(15·80 + 15·40)/30)/100 = 65.3333.
     * I02: 7 of 8: 87.5. I07: 14/22 = 63.6364, points 90.9091. I08: 4 of 4: 100. I09: 100. I13: 7.6/8: 95. I14: 19/20 = 95: 100.
     * I03 and I06 wait for the demand survey: 10 points of weight are missing; I01 has no meaning for an enterprise.
     * D1 = 87.5; D2 = (12·97.5309 + 5·100)/17 = 98.2571; D3 = (4·90.9091 + 3·100 + 5·100 + 3·79.1667)/15 = 93.4091;
     * D4 = (16·85.3333 + 12·65.3333 + 5·95)/33 = 79.5253; D5 = (7·100 + 8·65.3333)/15 = 81.5111.
     * Total = 0.10·D1 + 0.22·D2 + 0.20·D3 + 0.33·D4 + 0.15·D5.
     */
    @Test
    void theScoreIsTheSchemesOnEvaluatedFacts() {
        samples.survey(server, round, new int[] {36, 30}, new int[] {30, 15});
        enterAll();
        double d2 = (12 * (100 * (40 * 34.0 / 36 + 60 * 25.0 / 30) / 90) + 500) / 17;
        double d3 = (4 * (1400.0 / 22 / 70 * 100) + 800 + 3 * ((40 * 30.0 / 36 + 30) / 80 * 100)) / 15;
        double g1 = (40 * 3360.0 / 36 + 60 * 80.0) / 100;
        double o = (40 * 2640.0 / 36 + 60 * 60.0) / 100;
        double d4 = (16 * g1 + 12 * o + 5 * 95) / 33;
        double total = 8.75 + 0.22 * d2 + 0.20 * d3 + 0.33 * d4 + 0.15 * ((700 + 8 * o) / 15);
        Assessment a = scorecards.assessment(card);
        assertEquals(total, a.outcome().total(), 1e-9);
        assertEquals("good", a.outcome().band());
        assertEquals(10.0, a.missingWeight(), 1e-12);
        assertEquals("B", a.coverage().grade());
        assertEquals(100L, a.covered());
        assertEquals(
                1.0, a.outcome().bands().values().stream().mapToDouble(d -> d).sum(), 1e-12);
        assertTrue(a.outcome().standardError() > 0.1 && a.outcome().standardError() < 5);
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
