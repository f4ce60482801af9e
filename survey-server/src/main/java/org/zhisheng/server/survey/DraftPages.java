package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.Fill;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.round.Round;

/** What the page shows on which a survey is prepared. */
@Singleton
final class DraftPages {
    private static final int USUAL_DAYS = 7;
    private static final LocalTime USUAL_CLOSING = LocalTime.of(20, 0);

    private final Questionnaires questionnaires;
    private final Organizations organizations;
    private final Planner planner;
    private final Sayings sayings;
    private final Clock clock;

    DraftPages(
            Questionnaires questionnaires, Organizations organizations, Planner planner, Sayings sayings, Clock clock) {
        this.questionnaires = questionnaires;
        this.organizations = organizations;
        this.planner = planner;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** A draft that opens at launch and closes in a week, in the evening, when both shifts have passed the poster. */
    SurveyDraft fresh() {
        String closes = ChinaTime.typed(ChinaTime.day(clock.instant())
                .plusDays(USUAL_DAYS)
                .atTime(USUAL_CLOSING)
                .atZone(ChinaTime.ZONE)
                .toInstant());
        return SurveyDraft.EMPTY.withMode(Mode.TICKET).withTimes("", closes);
    }

    /** The page of a new survey, with the rounds it can be fielded in. */
    Map<String, Object> fresh(List<Round> rounds, Round chosen, Language language) {
        Map<String, Object> model = form(fresh(), chosen, language, List.of());
        model.put("title", sayings.say(language, "survey.draft.title-new"));
        model.put("action", "/console/surveys");
        model.put(
                "rounds",
                rounds.stream()
                        .map(r -> choice(
                                r.id().toString(),
                                r.name() + " · "
                                        + organizations.get(r.organization()).name(),
                                r.id().equals(chosen.id())))
                        .toList());
        return model;
    }

    /**
     * The page of a draft.
     *
     * @param check whether everything that is wrong is shown, also what was not entered yet
     */
    Map<String, Object> draft(Id id, SurveyDraft draft, Round round, Language language, boolean check) {
        Map<String, Object> model = form(draft, round, language, check ? faults(draft, round) : List.of());
        model.put("title", sayings.say(language, "survey.draft.title"));
        model.put("action", "/console/surveys/" + id);
        model.put("id", id.toString());
        return model;
    }

    private List<Fault> faults(SurveyDraft draft, Round round) {
        try {
            planner.read(draft, round);
            return List.of();
        } catch (ProblemException e) {
            return e.faults();
        }
    }

    private Map<String, Object> form(SurveyDraft draft, Round round, Language language, List<Fault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("draft", draft);
        model.put("round", round);
        model.put("organizationName", organizations.get(round.organization()).name());
        model.put("questionnaires", questionnaires(draft, round));
        model.put("core", !draft.length().equals("full"));
        model.put("demographics", demographics(draft, language));
        model.put("modes", modes(draft));
        model.put("oneForAll", draft.poster() == PosterKind.ONE_FOR_ALL);
        model.put("faults", faults);
        frame(model, draft, faults, language);
        return model;
    }

    private List<Map<String, Object>> modes(SurveyDraft draft) {
        return Arrays.stream(Mode.values())
                .map(mode -> {
                    String key = "survey.mode." + mode.name().toLowerCase(Locale.ROOT);
                    return Map.<String, Object>of(
                            "value", mode.name(), "name", key, "hint", key + "-hint", "chosen", mode == draft.mode());
                })
                .toList();
    }

    /** The frame is read at each showing, so that what is wrong with it is told as early as it is typed. */
    private void frame(Map<String, Object> model, SurveyDraft draft, List<Fault> faults, Language language) {
        FrameReading reading = draft.frame().isBlank()
                ? new FrameReading(null, List.of(), List.of())
                : FrameReader.read(draft.frame(), draft.sumRepeated());
        List<Fault> wrong = new ArrayList<>(reading.faults());
        faults.stream()
                .filter(f -> f.field().equals("frame") && !wrong.contains(f))
                .forEach(wrong::add);
        model.put("frameFaults", sayings.faults(language, wrong));
        model.put("frameNotices", sayings.notices(language, reading.notices()));
        model.put(
                "marks",
                wrong.stream()
                        .map(Fault::field)
                        .filter(f -> f.startsWith("cell."))
                        .collect(Collectors.joining(" ")));
        boolean repeated =
                draft.sumRepeated() || wrong.stream().anyMatch(f -> f.key().equals("survey.frame.repeated"));
        model.put("offerSum", repeated);
        Frame frame = reading.frame();
        if (frame != null) {
            model.put(
                    "frameSummary",
                    sayings.say(language, "survey.frame.summary", frame.strata().size(), frame.headcount()));
        }
    }

    private List<Map<String, Object>> questionnaires(SurveyDraft draft, Round round) {
        return questionnaires.all().stream()
                .map(q -> questionnaire(q, draft, round))
                .toList();
    }

    private Map<String, Object> questionnaire(Questionnaire q, SurveyDraft draft, Round round) {
        Fill fill = RoundFill.of(round, clock.instant(), List.of());
        return Map.of(
                "id", q.id(),
                "name", q.title(),
                "when", "survey.draft.when." + q.id(),
                "core", q.items(Length.CORE, fill).size(),
                "full", q.items(Length.FULL, fill).size(),
                "chosen", q.id().equals(draft.questionnaire()));
    }

    private List<Map<String, Object>> demographics(SurveyDraft draft, Language language) {
        return questionnaires.all().getFirst().demographics().stream()
                .map(i -> choice(
                        i.code(),
                        i.question().in(language),
                        draft.demographics().contains(i.code())))
                .toList();
    }

    private static Map<String, Object> choice(String value, String label, boolean chosen) {
        return Map.of("value", value, "label", label, "chosen", chosen);
    }
}
