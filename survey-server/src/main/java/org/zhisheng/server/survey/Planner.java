package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.round.Round;

/** Reads drafts: all that is wrong at once, or the plan. */
@Singleton
final class Planner {
    private static final Duration SHORTEST = Duration.ofHours(1);
    /** Stands in for a frame that is not readable yet, where questions are only looked at. */
    private static final Frame TYPICAL = new Frame(List.of("-"), List.of(new Stratum("01", List.of("-"), 100)));

    private static final Duration LONGEST = Duration.ofDays(180);

    private final Questionnaires questionnaires;
    private final Clock clock;

    Planner(Questionnaires questionnaires, Clock clock) {
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /** The questionnaire that was chosen, if one was. */
    Optional<Questionnaire> questionnaire(SurveyDraft draft) {
        return questionnaires.all().stream()
                .filter(q -> q.id().equals(draft.questionnaire()))
                .findFirst();
    }

    /**
     * Reads a draft.
     *
     * @throws ProblemException {@code invalid-input} with everything that is wrong
     */
    Plan read(SurveyDraft draft, Round round) {
        List<Fault> faults = new ArrayList<>();
        Questionnaire questionnaire = questionnaire(draft).orElse(null);
        if (questionnaire == null) {
            faults.add(Fault.of("questionnaire", "survey.draft.questionnaire-missing"));
        }
        FrameReading reading = FrameReader.read(draft.frame(), draft.sumRepeated());
        faults.addAll(reading.faults());
        Instant opens = opens(draft, faults);
        Instant closes = closes(draft, opens, faults);
        if (questionnaire == null || reading.frame() == null || opens == null || closes == null) {
            throw ProblemException.invalid(faults);
        }
        return plan(draft, round, questionnaire, reading, opens, closes);
    }

    /** The questions of a draft whose frame and times may still be missing; none without a questionnaire. */
    List<Item> items(SurveyDraft draft, Round round) {
        Questionnaire questionnaire = questionnaire(draft).orElse(null);
        if (questionnaire == null) {
            return List.of();
        }
        FrameReading reading = FrameReader.read(draft.frame(), draft.sumRepeated());
        Frame frame = reading.frame() == null ? TYPICAL : reading.frame();
        Instant opens = ChinaTime.read(draft.opens()).orElse(clock.instant());
        return items(
                draft,
                round,
                questionnaire,
                frame,
                opens,
                demographics(draft, questionnaire, frame, new ArrayList<>()));
    }

    private @Nullable Instant opens(SurveyDraft draft, List<Fault> faults) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (draft.opens().isBlank()) {
            return now;
        }
        Optional<Instant> typed = ChinaTime.read(draft.opens());
        if (typed.isEmpty()) {
            faults.add(Fault.of("opens", "survey.draft.time-unreadable"));
        }
        // A time that has passed means "at once"; the manifest says when that really was.
        return typed.map(t -> t.isBefore(now) ? now : t).orElse(null);
    }

    private static @Nullable Instant closes(SurveyDraft draft, @Nullable Instant opens, List<Fault> faults) {
        Instant closes = ChinaTime.read(draft.closes()).orElse(null);
        String wrong = null;
        if (closes == null) {
            wrong = draft.closes().isBlank() ? "survey.draft.closes-missing" : "survey.draft.time-unreadable";
        } else if (opens != null && closes.isBefore(opens.plus(SHORTEST))) {
            wrong = "survey.draft.closes-early";
        } else if (opens != null && closes.isAfter(opens.plus(LONGEST))) {
            wrong = "survey.draft.closes-late";
        }
        if (wrong != null) {
            faults.add(Fault.of("closes", wrong));
        }
        return wrong == null ? closes : null;
    }

    private static Plan plan(
            SurveyDraft draft,
            Round round,
            Questionnaire questionnaire,
            FrameReading reading,
            Instant opens,
            Instant closes) {
        Frame typed = Objects.requireNonNull(reading.frame());
        List<Notice> notices = new ArrayList<>(reading.notices());
        Frame frame = draft.mode().isAdmitting() ? keyed(typed, notices) : typed;
        List<String> demographics = demographics(draft, questionnaire, frame, notices);
        Length length = Length.of(draft.length()).orElse(Length.CORE);
        List<Item> items = items(draft, round, questionnaire, frame, opens, demographics);
        notices.addAll(RoundFill.missing(round, questionnaire, opens));
        return new Plan(
                round,
                questionnaire,
                length,
                demographics,
                items,
                frame,
                draft.mode(),
                draft.poster(),
                opens,
                closes,
                notices);
    }

    private static Frame keyed(Frame typed, List<Notice> notices) {
        Frame frame = KeyStrata.of(typed);
        if (frame.strata().size() < typed.strata().size()) {
            notices.add(Notice.of(
                    "survey.check.merged",
                    KeyStrata.MINIMUM,
                    frame.strata().stream()
                            .map(s -> s.label() + " (" + s.headcount() + ")")
                            .collect(Collectors.joining("; "))));
        }
        return frame;
    }

    private static List<Item> items(
            SurveyDraft draft,
            Round round,
            Questionnaire questionnaire,
            Frame frame,
            Instant opens,
            List<String> demographics) {
        Length length = Length.of(draft.length()).orElse(Length.CORE);
        List<Item> items = new ArrayList<>(questionnaire.items(length, RoundFill.of(round, opens, demographics)));
        if (draft.mode() == Mode.POSTER && draft.poster() == PosterKind.ONE_FOR_ALL) {
            items.addFirst(questionnaire.stratumItem(labels(frame)));
        }
        return items;
    }

    private static List<String> demographics(
            SurveyDraft draft, Questionnaire questionnaire, Frame frame, List<Notice> notices) {
        if (!draft.ownDemographics()) {
            // Two are few in a large plant; of twenty workers they would leave every eighth alone.
            return Uniqueness.harmless(frame, questionnaire.defaultDemographics(frame.headcount(), frame.dimensions()));
        }
        List<String> allowed = questionnaire.allowedDemographics(frame.headcount(), frame.dimensions());
        List<String> refused = draft.demographics().stream()
                .filter(code -> !allowed.contains(code))
                .toList();
        questionnaire.demographics().stream()
                .filter(item -> refused.contains(item.code()))
                .forEach(item -> notices.add(Notice.of("survey.check.demographic-left-out", item.question())));
        return draft.demographics().stream().filter(allowed::contains).toList();
    }

    private static SequencedMap<String, String> labels(Frame frame) {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        frame.strata().forEach(s -> labels.put(s.code(), s.label()));
        return labels;
    }
}
