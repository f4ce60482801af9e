package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Gap;
import org.zhisheng.analytics.score.NextBand;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Trend;
import org.zhisheng.analytics.score.Unit;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organization;

/** Why a scorecard's total is what it is, what would lift it, and how it has changed. */
@Singleton
final class ExplanationPages {
    /** Medians of fewer peers would tell a reader single peers' values. */
    private static final int FEWEST_PEERS = 3;

    private static final double LEVEL = 0.95;

    private final Scorecards scorecards;
    private final Schemes schemes;
    private final ScorecardPages pages;
    private final Access access;

    ExplanationPages(Scorecards scorecards, Schemes schemes, ScorecardPages pages, Access access) {
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.pages = pages;
        this.access = access;
    }

    Map<String, Object> of(Actor actor, Scorecard card, Language language) {
        Assessment a = scorecards.assessment(card.id());
        SchemeVersion version = schemes.get(card.scheme());
        Scorer scorer = Scorer.of(version.scheme());
        Unit unit = Units.of(a, version.scheme());
        Map<String, Object> model = pages.heading(card, language);
        model.put("rated", a.isRated());
        model.put("total", Digits.one(a.outcome().rounded()));
        model.put("contributions", contributions(a, version, language));
        if (a.isRated()) {
            model.put("gap", gap(actor, card, a, scorer, unit, version, language));
            model.put("next", next(scorer, unit, version, language));
            model.put("trends", trends(card, a, scorer, unit, version, language));
        }
        return model;
    }

    /** The improvements that reach the next band. */
    static Optional<NextBand> nextBand(Assessment a, Scheme scheme) {
        return a.isRated() ? NextBand.of(Scorer.of(scheme), Units.of(a, scheme)) : Optional.empty();
    }

    private static List<Map<String, Object>> contributions(Assessment a, SchemeVersion version, Language language) {
        return a.indicators().stream()
                .filter(i -> i.contribution() != null && i.effectiveWeight() > 0)
                .sorted(Comparator.comparingDouble((Assessment.IndicatorLine i) ->
                        Objects.requireNonNullElse(i.contribution(), 0.0) - i.effectiveWeight()))
                .map(i -> {
                    double contribution = Objects.requireNonNullElse(i.contribution(), 0.0);
                    return Map.<String, Object>of(
                            "name",
                            version.names().name("indicators", i.id(), language),
                            "id",
                            i.id(),
                            "contribution",
                            Digits.one(contribution),
                            "possible",
                            Digits.one(i.effectiveWeight()),
                            "lost",
                            Digits.one(Math.max(0, i.effectiveWeight() - contribution)),
                            "width",
                            Digits.plain(4 * contribution),
                            "ground",
                            Digits.plain(4 * i.effectiveWeight()));
                })
                .toList();
    }

    /** Peers: signed-off scorecards of the same year, level and scheme that the reader may see. */
    private @Nullable Map<String, Object> gap(
            Actor actor,
            Scorecard card,
            Assessment a,
            Scorer scorer,
            Unit unit,
            SchemeVersion version,
            Language language) {
        List<Id> seen = access.where(actor, Permission.SEE_SCORECARDS).stream()
                .map(Organization::id)
                .toList();
        List<Unit> peers = scorecards.of(seen).stream()
                .filter(c -> c.isSigned()
                        && !c.organization().equals(card.organization())
                        && c.year() == card.year()
                        && c.scheme().equals(card.scheme()))
                .map(c -> scorecards.assessment(c.id()))
                .filter(p -> p.level() == a.level() && p.isRated())
                .map(p -> Units.of(p, version.scheme()))
                .toList();
        if (peers.size() < FEWEST_PEERS) {
            return null;
        }
        Gap gap = Gap.of(scorer, unit, peers);
        double longest =
                gap.parts().stream().mapToDouble(p -> Math.abs(p.part())).max().orElse(1);
        List<Map<String, Object>> parts = gap.parts().stream()
                .sorted(Comparator.comparingDouble(Gap.Part::part))
                .map(p -> Map.<String, Object>of(
                        "name",
                        version.names().name("indicators", p.indicator(), language),
                        "points",
                        Digits.one(p.points()),
                        "median",
                        Digits.one(p.median()),
                        "part",
                        Digits.signed(p.part()),
                        "below",
                        p.part() < 0,
                        "x",
                        Digits.plain(p.part() < 0 ? 50 + 50 * p.part() / longest : 50),
                        "width",
                        Digits.plain(longest == 0 ? 0 : 50 * Math.abs(p.part()) / longest)))
                .toList();
        return Map.of(
                "peers", peers.size(),
                "reference", Digits.one(gap.reference()),
                "difference", Digits.signed(gap.total() - gap.reference()),
                "parts", parts);
    }

    private static @Nullable Map<String, Object> next(
            Scorer scorer, Unit unit, SchemeVersion version, Language language) {
        Optional<NextBand> next = NextBand.of(scorer, unit);
        if (next.isEmpty()) {
            return null;
        }
        List<Map<String, Object>> steps = next.get().steps().stream()
                .map(s -> Map.<String, Object>of(
                        "name",
                        version.names().name("indicators", s.indicator(), language),
                        "from",
                        Digits.one(s.from()),
                        "to",
                        Digits.one(s.to()),
                        "pointsFrom",
                        Digits.one(s.pointsFrom()),
                        "pointsTo",
                        Digits.one(s.pointsTo())))
                .toList();
        return Map.of(
                "band",
                version.names().name("bands", next.get().band().id(), language),
                "needed",
                Digits.one(next.get().needed()),
                "steps",
                steps,
                "obstacles",
                next.get().obstacles().stream()
                        .map(o -> obstacle(version, o, language))
                        .toList());
    }

    private static String obstacle(SchemeVersion version, String id, Language language) {
        String veto = version.names().name("vetoes", id, language);
        return veto.equals(id) ? version.names().name("caps", id, language) : veto;
    }

    /** Changes from the organization's earlier signed-off scorecards by the same version. */
    private List<Map<String, Object>> trends(
            Scorecard card, Assessment a, Scorer scorer, Unit unit, SchemeVersion version, Language language) {
        List<Map<String, Object>> trends = new ArrayList<>();
        for (Scorecard earlier : scorecards.of(List.of(card.organization()))) {
            if (!earlier.isSigned()
                    || earlier.year() >= card.year()
                    || !earlier.scheme().equals(card.scheme())) {
                continue;
            }
            Assessment before = scorecards.assessment(earlier.id());
            if (before.isRated()) {
                Trend trend = Trend.of(
                        new Trend.Wave(scorer, Units.of(before, version.scheme()), error(before)),
                        new Trend.Wave(scorer, unit, error(a)),
                        LEVEL);
                trends.add(trend(earlier, before, trend, version, language));
            }
        }
        return trends;
    }

    private static double error(Assessment a) {
        return Objects.requireNonNullElse(a.outcome().standardError(), 0.0);
    }

    private static Map<String, Object> trend(
            Scorecard earlier, Assessment before, Trend trend, SchemeVersion version, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("year", earlier.year());
        model.put("id", earlier.id().toString());
        model.put("total", Digits.one(before.outcome().rounded()));
        model.put("change", Digits.signed(trend.change()));
        model.put("lower", Digits.signed(trend.lower()));
        model.put("upper", Digits.signed(trend.upper()));
        model.put("p", Digits.p(trend.pValue()));
        model.put("clear", trend.pValue() < 1 - LEVEL);
        model.put(
                "changes",
                trend.changed().stream()
                        .map(c -> Map.of(
                                "name", version.names().name("indicators", c.indicator(), language),
                                "before", Digits.one(c.before()),
                                "after", Digits.one(c.after()),
                                "change", Digits.signed(c.after() - c.before())))
                        .toList());
        model.put(
                "incomparable",
                trend.incomparable().stream()
                        .map(i -> version.names().name("indicators", i, language))
                        .toList());
        return model;
    }
}
