package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;

/** At noon of 10 November 2026 in China. */
@Tag("server")
@MicronautTest(transactional = false)
final class PlannerTest {
    private static final Instant NOON = Instant.parse("2026-11-10T04:00:30Z");
    private static final String FRAME = "车间\t用工形式\t人数\n一车间\t合同制\t40\n二车间\t合同制\t60";

    private Planner planner;

    @Inject
    Questionnaires questionnaires;

    @BeforeEach
    void stopTheClock() {
        planner = new Planner(questionnaires, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void withoutAnOpeningTimeOrWithOneThatPassedItOpensAtOnce() {
        Instant minute = Instant.parse("2026-11-10T04:00:00Z");
        assertEquals(
                minute, planner.read(draft("", "2026-11-12T20:00"), round()).opens());
        assertEquals(
                minute,
                planner.read(draft("2026-11-01T08:00", "2026-11-12T20:00"), round())
                        .opens());
        Plan later = planner.read(draft("2026-11-11T08:00", "2026-11-12T20:00"), round());
        assertEquals(Instant.parse("2026-11-11T00:00:00Z"), later.opens());
        assertEquals(Instant.parse("2026-11-12T12:00:00Z"), later.closes());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', closes survey.draft.closes-missing",
        "'', tomorrow, closes survey.draft.time-unreadable",
        "'', 2026-11-10T12:59, closes survey.draft.closes-early",
        "'', 2026-11-01T20:00, closes survey.draft.closes-early",
        "'', 2027-11-10T20:00, closes survey.draft.closes-late",
        "2026-13-01T08:00, 2026-11-12T20:00, opens survey.draft.time-unreadable",
    })
    void timesThatCannotBeAreTold(String opens, String closes, String fault) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> planner.read(draft(opens, closes), round()));
        assertEquals(
                List.of(fault),
                refused.faults().stream().map(f -> f.field() + " " + f.key()).toList());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ProblemException refused = assertThrows(ProblemException.class, () -> planner.read(SurveyDraft.EMPTY, round()));
        assertEquals(
                List.of("questionnaire", "frame", "closes"),
                refused.faults().stream().map(Fault::field).toList());
    }

    @Test
    void nobodyIsAskedWhatTheStratumAlreadyTells() {
        Plan usual = planner.read(draft("", "2026-11-12T20:00"), round());
        assertEquals(List.of("JOB"), usual.demographics());

        SurveyDraft own = new SurveyDraft(
                "post-evaluation",
                "core",
                true,
                List.of("EMPLOYMENT", "SEX"),
                FRAME,
                false,
                "",
                "2026-11-12T20:00",
                PosterKind.ONE_A_STRATUM,
                Mode.POSTER);
        Plan chosen = planner.read(own, round());
        assertEquals(List.of("SEX"), chosen.demographics());
        assertTrue(chosen.notices().stream().anyMatch(n -> n.key().equals("survey.check.demographic-left-out")));
    }

    @ParameterizedTest
    @CsvSource({"30, JOB EMPLOYMENT", "20, JOB", "10, ''"})
    void aSmallPlantIsAskedLess(int workers, String byDefault) {
        SurveyDraft small = new SurveyDraft(
                "post-evaluation",
                "core",
                false,
                List.of(),
                "车间\t人数\n一车间\t" + workers,
                false,
                "",
                "2026-11-12T20:00",
                PosterKind.ONE_A_STRATUM,
                Mode.POSTER);
        assertEquals(byDefault, String.join(" ", planner.read(small, round()).demographics()));
    }

    @Test
    void onePosterForAllAsksForTheStratumFirst() {
        SurveyDraft forAll = new SurveyDraft(
                "post-evaluation",
                "core",
                false,
                List.of(),
                FRAME,
                false,
                "",
                "2026-11-12T20:00",
                PosterKind.ONE_FOR_ALL,
                Mode.POSTER);
        Item first = planner.read(forAll, round()).items().getFirst();
        assertEquals(Item.STRATUM, first.code());
        assertEquals(
                List.of("01", "02", "REFUSED"),
                first.options().stream().map(o -> o.code()).toList());
    }

    @ParameterizedTest
    @CsvSource({"2026-09-11, true", "2026-09-12, false", "'', false"})
    void keepingTheContractIsAskedAboutFromTheSixtiethDay(String since, boolean asked) {
        Contract contract = new Contract(null, since.isEmpty() ? null : LocalDate.parse(since), null);
        Plan plan = planner.read(draft("", "2026-11-12T20:00"), round(contract, Terms.NONE));
        assertEquals(asked, plan.items().stream().anyMatch(i -> i.code().equals("POST-K1")));
        assertEquals(!asked, plan.notices().contains(Notice.of("survey.check.not-in-force")));
    }

    @Test
    void whatTheRoundDoesNotKnowIsTold() {
        SurveyDraft pulse = draft("", "2026-11-12T20:00").withQuestionnaire("mid-pulse");
        assertEquals(
                List.of(Notice.of("survey.check.no-proposal"), Notice.of("survey.check.no-agenda")),
                planner.read(pulse, round()).notices());
        Terms terms = new Terms(List.of("T01", "T05"), List.of(), List.of(), "涨 6%");
        Plan known = planner.read(pulse, round(Contract.NONE, terms));
        assertEquals(List.of(), known.notices());
        assertTrue(known.items().stream().anyMatch(i -> i.question().zh().contains("涨 6%")));
    }

    @Test
    void onlyOpenItemsAndDimensionsWithACounterpartAreDeclared() {
        Plan plan = planner.read(draft("", "2026-11-12T20:00"), round());
        List<DeclaredTable> tables = DeclaredTables.of(plan.items(), plan.frame(), plan.demographics());
        assertEquals(
                List.of("", "车间", "JOB"), tables.stream().map(DeclaredTable::by).toList());
        List<String> items = tables.getFirst().items();
        assertTrue(items.contains("POST-O1"));
        assertFalse(items.contains("POST-X2"), "a text is in no table");
        assertFalse(items.contains("JOB"));

        Terms terms = new Terms(List.of("T01", "T05"), List.of(), List.of(), "涨 6%");
        Plan pulse =
                planner.read(draft("", "2026-11-12T20:00").withQuestionnaire("mid-pulse"), round(Contract.NONE, terms));
        List<DeclaredTable> mixed = DeclaredTables.of(pulse.items(), pulse.frame(), List.of());
        assertEquals(
                List.of("", "车间", "", "车间"),
                mixed.stream().map(DeclaredTable::by).toList(),
                "what only the worker-side team reads is in tables of its own");
        assertFalse(mixed.get(0).items().contains("PULSE-M6"));
        assertFalse(mixed.get(1).items().contains("PULSE-M6"));
        assertTrue(mixed.get(2).items().contains("PULSE-M6"));
        assertTrue(mixed.stream().noneMatch(t -> t.items().contains("PULSE-M9")), "a text is in no table");
        assertTrue(mixed.stream().noneMatch(t -> t.items().contains("PULSE-M8")), "an alert is in no table");
    }

    private static SurveyDraft draft(String opens, String closes) {
        return SurveyDraft.EMPTY
                .withQuestionnaire("post-evaluation")
                .withFrame(FRAME)
                .withTimes(opens, closes);
    }

    private static Round round() {
        return round(Contract.NONE, Terms.NONE);
    }

    private static Round round(Contract contract, Terms terms) {
        Id id = new Id(1, 2);
        return new Round(id, id, "轮次", 2026, Level.ENTERPRISE, Subject.WAGE, contract, terms);
    }
}
