package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Band;
import org.zhisheng.analytics.score.Indicator;
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
    private final Wording wording;

    ScorecardPages(
            Scorecards scorecards,
            Schemes schemes,
            Rounds rounds,
            Organizations organizations,
            Access access,
            Wording wording) {
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.rounds = rounds;
        this.organizations = organizations;
        this.access = access;
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
            row.put("band", band(schemes.get(card.scheme()), outcome.band(), language));
        }
        return row;
    }

    private static String band(SchemeVersion version, @Nullable String band, Language language) {
        return band == null ? "" : version.names().name("bands", band, language);
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
        model.put("outcome", outcome(a, a.outcome(), version, language));
        model.put("selfAssessed", outcome(a, a.selfAssessed(), version, language));
        model.put("coverage", coverage(a, language));
        model.put("dimensions", dimensions(a, version, language));
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

    private Map<String, Object> outcome(Assessment a, Assessment.Outcome o, SchemeVersion version, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("rated", o.total() != null);
        model.put("total", Digits.one(o.rounded()));
        model.put("lower", Digits.one(o.lower()));
        model.put("upper", Digits.one(o.upper()));
        model.put("error", Digits.one(o.standardError()));
        model.put("level", Digits.percent(a.simulation().level()));
        model.put("simulated", "SIMULATION".equals(o.method()));
        model.put("band", band(version, o.band(), language));
        model.put("bandId", Objects.toString(o.band(), ""));
        model.put("lowered", o.band() != null && !o.band().equals(o.bandByTotal()));
        model.put("bandByTotal", band(version, o.bandByTotal(), language));
        model.put("numberOnly", o.total() != null && o.band() == null);
        model.put("caps", names(version, "caps", o.caps(), language));
        model.put("vetoes", names(version, "vetoes", o.vetoes(), language));
        model.put("undecidedCaps", names(version, "caps", o.undecided(), language));
        model.put(
                "none",
                o.none().stream()
                        .map(reason -> wording.say(
                                language,
                                "scorecard.none." + reason,
                                reason.equals("missing")
                                        ? new Object[] {
                                            Digits.plain(a.missingWeight()),
                                            Digits.plain(version.scheme().missingAllowed())
                                        }
                                        : new Object[0]))
                        .toList());
        model.put("bands", bands(o, version, language));
        if (o.total() != null) {
            model.put("scale", scale(o, version, language));
        }
        return model;
    }

    private static List<String> names(SchemeVersion version, String kind, List<String> ids, Language language) {
        return ids.stream().map(id -> version.names().name(kind, id, language)).toList();
    }

    /** Probabilities of the bands, and where each begins on a bar of width 100. */
    private static List<Map<String, Object>> bands(Assessment.Outcome o, SchemeVersion version, Language language) {
        List<Map<String, Object>> bands = new ArrayList<>();
        double from = 0;
        for (Band band : version.scheme().bands()) {
            double share = o.bands().getOrDefault(band.id(), 0.0);
            Map<String, Object> model = new HashMap<>();
            model.put("id", band.id());
            model.put("name", version.names().name("bands", band.id(), language));
            model.put("from", Digits.plain(band.from()));
            model.put("probability", Digits.percent(share));
            model.put("x", Digits.plain(100 * from));
            model.put("width", Digits.plain(100 * share));
            model.put("isBand", band.id().equals(o.band()));
            bands.add(model);
            from += share;
        }
        return o.bands().isEmpty() ? List.of() : bands;
    }

    /** The total on its scale from 0 to 100 with the edges of the bands. */
    private static Map<String, Object> scale(Assessment.Outcome o, SchemeVersion version, Language language) {
        List<Map<String, Object>> zones = new ArrayList<>();
        double above = 100;
        for (Band band : version.scheme().bands()) {
            zones.add(Map.of(
                    "id", band.id(),
                    "name", version.names().name("bands", band.id(), language),
                    "x", Digits.plain(band.from()),
                    "middle", Digits.plain((band.from() + above) / 2),
                    "width", Digits.plain(above - band.from())));
            above = band.from();
        }
        return Map.of(
                "zones",
                zones,
                "at",
                Digits.plain(within(o.total())),
                "lower",
                Digits.plain(within(o.lower())),
                "upper",
                Digits.plain(within(o.upper())));
    }

    private static double within(@Nullable Double points) {
        return points == null ? 0 : Math.clamp(points, 0, 100);
    }

    private @Nullable Map<String, Object> coverage(Assessment a, Language language) {
        Assessment.CoverageLine line = a.coverage();
        if (line == null) {
            return null;
        }
        return Map.of(
                "grade", line.grade(),
                "name", wording.say(language, "scorecard.grade." + line.grade()),
                "responses", line.responses(),
                "headcount", line.headcount(),
                "rate", Digits.one(100.0 * line.responses() / line.headcount()),
                "neededForA", line.neededForA(),
                "neededForB", line.neededForB(),
                "poster", line.mode().equals("POSTER"));
    }

    private List<Map<String, Object>> dimensions(Assessment a, SchemeVersion version, Language language) {
        List<Map<String, Object>> dimensions = new ArrayList<>();
        for (Assessment.DimensionLine d : a.dimensions()) {
            Map<String, Object> model = new HashMap<>();
            model.put("id", d.id());
            model.put("name", version.names().name("dimensions", d.id(), language));
            model.put("points", Digits.one(d.points()));
            model.put("width", Digits.plain(within(d.points())));
            model.put("lower", Digits.plain(within(d.lower())));
            model.put("upper", Digits.plain(within(d.upper())));
            model.put("weight", Digits.plain(d.weight()));
            model.put("effective", Digits.one(d.effectiveWeight()));
            model.put("shifted", Math.abs(d.effectiveWeight() - d.weight()) > 0.05);
            model.put(
                    "indicators",
                    version.scheme().indicatorsOf(d.id()).stream()
                            .map(i -> indicator(a, i, version, language))
                            .toList());
            dimensions.add(model);
        }
        return dimensions;
    }

    private Map<String, Object> indicator(Assessment a, Indicator i, SchemeVersion version, Language language) {
        Assessment.IndicatorLine line = a.indicators().stream()
                .filter(l -> l.id().equals(i.id()))
                .findFirst()
                .orElseThrow();
        Assessment.Quantity quantity = a.quantities().stream()
                .filter(q -> q.id().equals(i.id()))
                .findFirst()
                .orElseThrow();
        boolean here = i.levels().contains(a.level());
        Map<String, Object> model = new HashMap<>();
        model.put("id", i.id());
        model.put("name", version.names().name("indicators", i.id(), language));
        model.put("formula", version.names().formula("indicators", i.id(), language));
        model.put("value", here ? Digits.one(quantity.value()) : "");
        double error = League.error(a, i.id());
        model.put("error", error > 0 ? Digits.one(error) : "");
        model.put("points", here ? Digits.one(line.points()) : "");
        model.put("width", Digits.plain(within(line.points())));
        model.put("lower", line.lower() == null ? "" : Digits.plain(within(line.lower())));
        model.put("upper", line.upper() == null ? "" : Digits.plain(within(line.upper())));
        model.put("weight", Digits.plain(line.weight()));
        model.put("effective", Digits.one(line.effectiveWeight()));
        model.put("contribution", Digits.one(line.contribution()));
        model.put("flagged", line.flagged());
        model.put("known", here && quantity.value() != null);
        model.put("inapplicable", !here || quantity.absent().equals("inapplicable"));
        model.put(
                "source",
                quantity.origin().isEmpty()
                        ? wording.needed(i.sources(), language)
                        : quantity.origin().equals("facts")
                                ? wording.say(language, "scorecard.source.facts")
                                : wording.survey(quantity.origin(), language));
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
