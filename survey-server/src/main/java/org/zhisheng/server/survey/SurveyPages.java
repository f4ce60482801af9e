package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.round.Round;

/** What the page of a survey shows that is no draft any more. Counts of answers are not among it before the close. */
@Singleton
final class SurveyPages {
    private final Surveys surveys;
    private final Access access;
    private final CheckWords words;
    private final Sayings sayings;
    private final Clock clock;

    SurveyPages(Surveys surveys, Access access, CheckWords words, Sayings sayings, Clock clock) {
        this.surveys = surveys;
        this.access = access;
        this.words = words;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** The page of a launched survey. */
    Map<String, Object> survey(Actor actor, Fielded fielded, Round round, Language language) {
        Map<String, Object> model = head(actor, fielded.id(), fielded.state(), round);
        Manifest manifest = fielded.manifest();
        model.put("title", manifest.title().in(language) + " · " + round.name());
        model.put("fielded", fielded);
        model.put("manifest", manifest);
        model.put("open", fielded.isOpen(clock.instant()));
        model.put(
                "waiting",
                fielded.state() == SurveyState.LAUNCHED && clock.instant().isBefore(manifest.opens()));
        model.put("length", "survey.length." + manifest.length());
        model.put("questions", manifest.items().size());
        model.put("mode", "survey.mode." + manifest.mode().name().toLowerCase(Locale.ROOT));
        model.put("isPoster", !manifest.mode().isAdmitting());
        model.put("isTicket", manifest.mode() == Mode.TICKET);
        model.put("closing", fielded.isClosing(clock.instant()));
        model.put("issuer", issuer(manifest));
        model.put("deck", deck(manifest));
        model.put("oneForAll", manifest.poster() == PosterKind.ONE_FOR_ALL);
        model.put("opens", ChinaTime.say(manifest.opens(), language));
        model.put("closes", ChinaTime.say(fielded.closes(), language));
        model.put("closesTyped", ChinaTime.typed(fielded.closes()));
        model.put("launchedAt", ChinaTime.say(fielded.launchedAt(), language));
        Optional.ofNullable(fielded.endedAt()).ifPresent(at -> model.put("endedAt", ChinaTime.say(at, language)));
        model.put("strata", strata(fielded));
        Frame frame = fielded.frame();
        model.put(
                "strataSummary",
                sayings.say(language, "survey.frame.summary", frame.strata().size(), frame.headcount()));
        model.put("checkWords", checkWords(fielded));
        model.put("history", history(fielded, language));
        return model;
    }

    /** Where the cards are printed, if that is another process; empty where it is this one. */
    private static String issuer(Manifest manifest) {
        Admission admission = manifest.admission();
        return admission != null && admission.apart() ? admission.issuer() : "";
    }

    private static String deck(Manifest manifest) {
        return manifest.admission() == null ? "" : manifest.admission().deck().toString();
    }

    /** In Chinese for every reader, as on the posters. */
    private String checkWords(Fielded fielded) {
        byte[] fingerprint = HexFormat.of().parseHex(fielded.fingerprint());
        return String.join(" ", words.of(fingerprint, Fielded.CHECK_WORDS, Language.CHINESE));
    }

    /** The page of a draft that was cancelled before it was launched. */
    Map<String, Object> abandoned(Actor actor, Id id, Round round, Language language) {
        Map<String, Object> model = head(actor, id, SurveyState.CANCELLED, round);
        model.put("title", sayings.say(language, "survey.abandoned") + " · " + round.name());
        return model;
    }

    private Map<String, Object> head(Actor actor, Id id, SurveyState state, Round round) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", id.toString());
        model.put("round", round);
        model.put("state", state.key());
        model.put("stateStyle", state.name().toLowerCase(Locale.ROOT));
        model.put("mayExtend", may(actor, state, SurveyAction.EXTEND, Permission.LAUNCH_SURVEY, round));
        model.put("mayCancel", may(actor, state, SurveyAction.CANCEL, Permission.LAUNCH_SURVEY, round));
        model.put("mayAmend", may(actor, state, SurveyAction.AMEND, Permission.AMEND_FRAME, round));
        model.put("mayClose", may(actor, state, SurveyAction.CLOSE, Permission.CLOSE_SURVEY, round));
        model.put(
                "mayPrint",
                state == SurveyState.LAUNCHED && access.may(actor, Permission.PRINT_POSTERS, round.organization()));
        model.put(
                "mayRead",
                state == SurveyState.CLOSED && access.may(actor, Permission.READ_RELEASE, round.organization()));
        model.put("mayCopy", access.may(actor, Permission.PREPARE_SURVEY, round.organization()));
        return model;
    }

    private boolean may(Actor actor, SurveyState state, SurveyAction action, Permission permission, Round round) {
        return Lifecycle.after(state, action).isPresent() && access.may(actor, permission, round.organization());
    }

    private static List<Map<String, Object>> strata(Fielded fielded) {
        Frame now = fielded.frame();
        return fielded.manifest().frame().strata().stream()
                .map(s -> {
                    int amended = now.stratum(s.code()).orElse(s).headcount();
                    return Map.<String, Object>of(
                            "code", s.code(),
                            "label", s.label(),
                            "categories", s.categories(),
                            "headcount", amended,
                            "launched", s.headcount(),
                            "amended", amended != s.headcount());
                })
                .toList();
    }

    /** What was done since the launch, in words, as every report prints it. */
    private List<String> history(Fielded fielded, Language language) {
        List<String> said = new ArrayList<>();
        fielded.extensions()
                .forEach(e -> said.add(sayings.say(
                        language,
                        "survey.history.extension",
                        ChinaTime.say(e.signedAt(), language),
                        e.signedBy(),
                        ChinaTime.say(e.from(), language),
                        ChinaTime.say(e.to(), language),
                        e.reason())));
        fielded.amendments()
                .forEach(a -> said.add(sayings.say(
                        language,
                        "survey.history.amendment",
                        ChinaTime.say(a.signedAt(), language),
                        a.signedBy(),
                        fielded.manifest()
                                .frame()
                                .stratum(a.stratum())
                                .map(Stratum::label)
                                .orElse(a.stratum()),
                        a.from(),
                        a.to(),
                        a.reason())));
        return said;
    }

    /** A survey in a list. */
    Map<String, Object> row(SurveySummary survey, Language language) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", survey.id().toString());
        row.put(
                "name",
                survey.title() == null
                        ? sayings.say(language, "survey.untitled")
                        : survey.title().in(language));
        row.put("state", survey.state().key());
        row.put("style", survey.state().name().toLowerCase(Locale.ROOT));
        row.put("when", when(survey, language));
        row.put("isOpen", survey.state() == SurveyState.LAUNCHED);
        row.put("isClosed", survey.state() == SurveyState.CLOSED);
        return row;
    }

    private String when(SurveySummary survey, Language language) {
        if (survey.endedAt() != null) {
            return sayings.say(language, "survey.when.ended", ChinaTime.say(survey.endedAt(), language));
        }
        if (survey.opens() == null || survey.closes() == null) {
            return sayings.say(language, "survey.when.draft");
        }
        return clock.instant().isBefore(survey.opens())
                ? sayings.say(language, "survey.when.opens", ChinaTime.say(survey.opens(), language))
                : sayings.say(language, "survey.when.closes", ChinaTime.say(survey.closes(), language));
    }

    /** The surveys of the rounds as rows, by round. */
    Map<Id, List<Map<String, Object>>> rows(List<Round> rounds, Language language) {
        Map<Id, List<Map<String, Object>>> rows = new HashMap<>();
        surveys.of(rounds.stream().map(Round::id).toList())
                .forEach(s ->
                        rows.computeIfAbsent(s.round(), r -> new ArrayList<>()).add(row(s, language)));
        return rows;
    }
}
