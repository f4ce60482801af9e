package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.SchemeFault;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.round.Round;

/** Forks of schemes: copied, checked before they are saved, frozen by adoption. */
@Tag("store")
@MicronautTest(transactional = false)
final class SchemesTest {
    private static final SchemeId SHIPPED = new SchemeId("cb-qei", "1.0.0");

    private final SchemeId id = new SchemeId("yishui-" + Math.abs(new Random().nextInt()), "1.0.0");
    private Organization county;

    @Inject
    SampleRounds samples;

    @Inject
    Schemes schemes;

    @Inject
    SchemeEditing editing;

    @Inject
    Scorecards scorecards;

    @Inject
    Wording wording;

    @BeforeEach
    void fork() {
        county = samples.county("沂水县总工会");
        schemes.fork(SHIPPED, id, county.id(), SampleRounds.title(), "王");
    }

    @Test
    void aForkIsItsParentUnderAnotherName() {
        SchemeVersion fork = schemes.get(id);
        assertEquals(SHIPPED, fork.scheme().parent());
        assertEquals(schemes.get(SHIPPED).scheme().indicators(), fork.scheme().indicators());
        assertEquals("沂水县集体协商质量评估方案", fork.names().title(Language.CHINESE));
        assertFalse(fork.isFrozen());
        assertEquals(List.of("post-evaluation", "annual-check"), fork.coverageSurveys());
    }

    @Test
    void namesOfOthersAndTakenVersionsAreRefused() {
        Organization other = samples.county("蒙阴县总工会");
        assertEquals("scorecard.scheme.taken", fault(() -> copy(id, county)).key());
        assertEquals(
                "scorecard.scheme.taken",
                fault(() -> copy(new SchemeId(id.id(), "1.1.0"), other)).key());
        assertEquals(
                "scorecard.scheme.taken",
                fault(() -> copy(new SchemeId("cb-qei", "2.0.0"), county)).key());
        assertEquals(
                "scorecard.scheme.id",
                fault(() -> copy(new SchemeId("沂水", "1.0.0"), county)).key());
        assertEquals(
                "scorecard.scheme.version",
                fault(() -> copy(new SchemeId("x", "1"), county)).key());
        copy(new SchemeId(id.id(), "1.1.0"), county);
    }

    private void copy(SchemeId to, Organization owner) {
        schemes.fork(SHIPPED, to, owner.id(), SampleRounds.title(), "王");
    }

    @Test
    void weightsThatDoNotAddUpAreNotSaved() {
        Fault fault = fault(() -> type(Map.of("w.I04", "13")));
        assertEquals("scorecard.scheme.rule.weights-do-not-add-up", fault.key());
        assertEquals("dimensions.D2", fault.arguments().getFirst());
        Fault wordy = fault(() -> type(Map.of("w.I04", "viel")));
        assertEquals("scorecard.scheme.rule.number-any", wordy.key());
        assertEquals(List.of("indicators.I04", "viel"), wordy.arguments());
        assertEquals(
                "scorecard.scheme.rule.number-positive",
                fault(() -> type(Map.of("w.I04", "0"))).key());
        assertEquals(
                "scorecard.scheme.rule.edges-out-of-order",
                fault(() -> type(Map.of("l.I13", "13"))).key());
        assertEquals(12, weight("I04"));

        type(Map.of("w.I04", "13", "w.I05", "4", "n.I04", "85"));
        assertEquals(13, weight("I04"));
        assertEquals(
                12, schemes.get(SHIPPED).scheme().indicator("I04").orElseThrow().weight());
    }

    @Test
    void sourcesThatDoNotExistAreNotSaved() {
        ObjectNode tree = (ObjectNode) SchemeJson.stored(schemes.get(id).definition());
        ((ObjectNode) tree.at("/indicators/12/sources/0")).put("fact", "wage-growth-of-managers");
        Fault fault = fault(() -> type(Map.of("definition", SchemeJson.write(tree))));
        assertEquals("scorecard.scheme.rule.unknown-fact", fault.key());
        assertEquals(List.of("indicators.I13", "wage-growth-of-managers"), fault.arguments());
        assertEquals(
                "scorecard.scheme.no-json",
                fault(() -> type(Map.of("definition", "{"))).key());
        tree.put("id", "cb-qei");
        assertEquals(
                "scorecard.scheme.renamed",
                fault(() -> type(Map.of("definition", SchemeJson.write(tree)))).key());
    }

    /** Whatever rule the engine knows is worded in both languages, with all that it names. */
    @Test
    void everyFaultIsToldInBothLanguages() {
        for (SchemeFault.Rule rule : SchemeFault.Rule.values()) {
            for (Language language : Language.values()) {
                Fault fault = Fault.of("", SchemeFaults.key(rule), "indicators.I04", "eins", "zwei", "drei");
                String told = SchemeFaults.told(fault, schemes.get(SHIPPED).names(), wording, language);
                assertTrue(told.contains(language == Language.CHINESE ? "知晓率" : "Awareness"), told);
                assertFalse(told.contains("[scorecard") || told.contains("{"), told);
            }
        }
        assertEquals(
                "维度“准备与参与”：权重为 22，其下各指标合计却为 23；请改到相等。",
                SchemeFaults.told(
                        fault(() -> type(Map.of("w.I04", "13"))),
                        schemes.get(id).names(),
                        wording,
                        Language.CHINESE));
    }

    @Test
    void equalWeightsAreEqual() {
        type(Map.of("action", "equal"));
        schemes.get(id).scheme().indicators().forEach(i -> assertEquals(100.0 / 15, i.weight(), 1e-9));
    }

    /**
     * Two experts on the two indicators of D1: 3 and 1/3 give together 1, so half each; then one of them alone: 3 gives 3/4
     * and 1/4 of D1's ten points.
     */
    @Test
    void judgementsOfSeveralExpertsBecomeWeights() {
        judge("李教授", "3");
        judge("孙主任", "1/3");
        Weighing both = new Weighing(schemes.get(id).scheme(), schemes.get(id).judgements());
        assertEquals(0.5, both.result("D1").orElseThrow().weights()[0], 1e-12);
        assertEquals(2, both.result("D1").orElseThrow().experts().size());
        editing.remove(schemes.get(id), "D1", "孙主任", "王");
        editing.use(schemes.get(id), "王");
        assertEquals(7.5, weight("I01"), 1e-9);
        assertEquals(2.5, weight("I02"), 1e-9);
        assertEquals("scorecard.judge.ratio", fault(() -> judge("李教授", "12")).key());
    }

    /** Saaty's textbook case of inconsistency: a over b 9, b over c 9, but c over a 9. */
    @Test
    void inconsistentJudgementsShowTheirRatio() {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("group", "D4", "expert", "某"));
        form.putAll(Map.of("j.0.1", "9", "j.0.2", "1/9", "j.1.2", "9"));
        editing.judge(schemes.get(id), new Entries(form), "王");
        Weighing weighing =
                new Weighing(schemes.get(id).scheme(), schemes.get(id).judgements());
        assertTrue(weighing.result("D4").orElseThrow().ratio() > 1);
    }

    private void judge(String expert, String ratio) {
        editing.judge(schemes.get(id), new Entries(Map.of("group", "D1", "expert", expert, "j.0.1", ratio)), "王");
    }

    @Test
    void adoptionFreezes() {
        Actor union = new Actor(Id.random(new Random()), "王", List.of());
        Round round = samples.round(samples.plant(county, "沂河纺织"), 2026);
        assertEquals(Problem.WRONG_STATE, problem(() -> scorecards.open(round, id, union)));
        schemes.adopt(id, "王主席");
        SchemeVersion adopted = schemes.get(id);
        assertTrue(adopted.isFrozen());
        assertEquals(SchemeJson.sha256(adopted.definition()), adopted.fingerprint());
        assertEquals(Problem.SCHEME_FROZEN, problem(() -> type(Map.of("w.I04", "13", "w.I05", "4"))));
        assertEquals(Problem.SCHEME_FROZEN, problem(() -> schemes.adopt(id, "王")));
        assertEquals(adopted.definition(), schemes.get(id).definition());
        assertEquals(id, scorecards.open(round, id, union).scheme());
    }

    private void type(Map<String, String> typed) {
        SchemeVersion v = schemes.get(id);
        Entries form = new Entries(new LinkedHashMap<>(typed));
        schemes.save(v, editing.typed(v, form), SampleRounds.title(), v.judgements(), "王");
    }

    private double weight(String indicator) {
        return schemes.get(id)
                .scheme()
                .indicator(indicator)
                .map(Indicator::weight)
                .orElseThrow();
    }

    private static Fault fault(Runnable work) {
        ProblemException e = assertThrows(ProblemException.class, work::run);
        assertEquals(Problem.INVALID_INPUT, e.problem());
        return e.faults().getFirst();
    }

    private static Problem problem(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem();
    }
}
