package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;

/** What the list of scorecards and the page of one show. */
@Singleton
final class ScorecardPages {
    private final Scorecards scorecards;
    private final Schemes schemes;
    private final Rounds rounds;
    private final Organizations organizations;
    private final Access access;
    private final OutcomePages outcomes;
    private final DimensionPages dimensions;
    private final Wording wording;

    ScorecardPages(
            Scorecards scorecards,
            Schemes schemes,
            Rounds rounds,
            Organizations organizations,
            Access access,
            OutcomePages outcomes,
            DimensionPages dimensions,
            Wording wording) {
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.rounds = rounds;
        this.organizations = organizations;
        this.access = access;
        this.outcomes = outcomes;
        this.dimensions = dimensions;
        this.wording = wording;
    }

    /** The scorecards that the person may see, and a form to open another. */
    Map<String, Object> list(Actor actor, Language language, @Nullable Id round) {
        List<Id> seen = ids(access.where(actor, Permission.SEE_SCORECARDS));
        Map<String, Object> model = new HashMap<>();
        model.put("title", wording.say(language, "scorecard.list.title"));
        model.put(
                "cards",
                scorecards.of(seen).stream()
                        .filter(c -> round == null || c.round().equals(round))
                        .map(c -> row(c, language))
                        .toList());
        List<Id> opening = new ArrayList<>(ids(access.where(actor, Permission.ENTER_FACTS)));
        opening.addAll(ids(access.where(actor, Permission.EVALUATE)));
        model.put(
                "rounds",
                rounds.of(opening).stream()
                        .map(r -> Map.of(
                                "value", r.id().toString(),
                                "label", organizations.get(r.organization()).name() + " · " + r.name(),
                                "chosen", r.id().equals(round)))
                        .toList());
        model.put(
                "schemes",
                schemes.all().stream()
                        .filter(SchemeVersion::isFrozen)
                        .map(v -> Map.of(
                                "value",
                                v.id().toString(),
                                "label",
                                v.names().title(language) + " " + v.id().version()))
                        .toList());
        return model;
    }

    private static List<Id> ids(List<Organization> organizations) {
        return organizations.stream().map(Organization::id).toList();
    }

    private Map<String, Object> row(Scorecard card, Language language) {
        Map<String, Object> row = heading(card, language);
        if (card.isSigned()) {
            Assessment.Outcome outcome = scorecards.assessment(card.id()).outcome();
            row.put("total", Digits.one(outcome.rounded()));
            row.put("band", OutcomePages.band(schemes.get(card.scheme()), outcome.band(), language));
            row.put("bandId", Objects.toString(outcome.band(), ""));
        }
        return row;
    }

    /** What every page of a scorecard says at its top. */
    Map<String, Object> heading(Scorecard card, Language language) {
        Round round = rounds.get(card.round());
        SchemeVersion version = schemes.get(card.scheme());
        Map<String, Object> model = new HashMap<>();
        model.put("id", card.id().toString());
        model.put("organization", organizations.get(card.organization()).name());
        model.put("round", round.name());
        model.put("roundId", round.id().toString());
        model.put("year", card.year());
        model.put("scheme", version.names().title(language));
        model.put("schemeId", card.scheme().toString());
        model.put("signed", card.isSigned());
        model.put("fingerprint", Objects.toString(card.fingerprint(), ""));
        model.put("signedBy", Objects.toString(card.signedBy(), ""));
        if (card.signedAt() != null) {
            model.put("signedAt", card.signedAt());
        }
        model.put("title", organizations.get(card.organization()).name());
        return model;
    }

    /** The page of a scorecard. */
    Map<String, Object> show(Actor actor, Scorecard card, Language language) {
        Assessment a = scorecards.assessment(card.id());
        SchemeVersion version = schemes.get(card.scheme());
        Map<String, Object> model = heading(card, language);
        model.put("mayEnter", !card.isSigned() && access.may(actor, Permission.ENTER_FACTS, card.organization()));
        model.put("mayEvaluate", !card.isSigned() && access.may(actor, Permission.EVALUATE, card.organization()));
        model.put("mayPlan", access.may(actor, Permission.ENTER_FACTS, card.organization()));
        model.put("undecided", card.isSigned() ? 0 : scorecards.undecided(card).size());
        model.put("outcome", outcomes.outcome(a, a.outcome(), version, language));
        model.put("selfAssessed", outcomes.outcome(a, a.selfAssessed(), version, language));
        model.put("coverage", outcomes.coverage(a, language));
        model.put("dimensions", dimensions.dimensions(a, version, language));
        model.put(
                "surveys",
                a.surveys().stream()
                        .map(s -> Map.of(
                                "name", wording.survey(s.questionnaire(), language),
                                "survey", s.survey().toString(),
                                "valid", s.valid(),
                                "headcount", s.headcount(),
                                "fingerprint", s.fingerprint()))
                        .toList());
        model.put("facts", facts(a, language));
        model.put("vetoes", vetoes(a, version, language));
        return model;
    }

    /** Both sides' entries, side by side. */
    List<Map<String, Object>> facts(Assessment a, Language language) {
        return a.facts().stream()
                .map(f -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("id", f.fact());
                    model.put("name", wording.fact(f.fact(), language));
                    model.put("union", entry(f.fact(), f.union(), language));
                    model.put("evaluator", entry(f.fact(), f.evaluator(), language));
                    model.put("used", wording.value(f.fact(), Objects.toString(f.used(), ""), language));
                    return model;
                })
                .toList();
    }

    private @Nullable Map<String, Object> entry(String fact, @Nullable Entry entry, Language language) {
        if (entry == null) {
            return null;
        }
        Map<String, Object> model = decision(entry);
        model.put("value", wording.value(fact, entry.value(), language));
        return model;
    }

    private static Map<String, Object> decision(Entry entry) {
        Map<String, Object> model = new HashMap<>();
        if (entry.finding() != null) {
            model.put("finding", entry.finding().key());
            model.put("findingId", entry.finding().name());
        }
        model.put("note", entry.note());
        model.put("by", entry.by());
        model.put("at", entry.at());
        return model;
    }

    private List<Map<String, Object>> vetoes(Assessment a, SchemeVersion version, Language language) {
        return a.vetoes().stream()
                .map(v -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("id", v.veto());
                    model.put("name", version.names().name("vetoes", v.veto(), language));
                    model.put("established", v.established());
                    model.put("finding", v.finding() == null ? null : decision(v.finding()));
                    return model;
                })
                .toList();
    }
}
