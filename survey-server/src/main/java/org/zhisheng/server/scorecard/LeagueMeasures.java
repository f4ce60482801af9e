package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.RollUp;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.round.Rounds;

/** What the scorecards of a region say together, each measure beside the targets of 2014 to 2018 and the union's own. */
@Singleton
final class LeagueMeasures {
    private static final double LEVEL = 0.95;
    private static final String AWARENESS = "I04";
    private static final String SATISFACTION = "I12";
    private static final String GROWTH = "I13";
    /** One time zone holds in all of China. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final League league;
    private final Organizations organizations;
    private final Rounds rounds;
    private final LeagueTargets targets;
    private final Wording wording;
    private final Clock clock;

    LeagueMeasures(
            League league,
            Organizations organizations,
            Rounds rounds,
            LeagueTargets targets,
            Wording wording,
            Clock clock) {
        this.league = league;
        this.organizations = organizations;
        this.rounds = rounds;
        this.targets = targets;
        this.wording = wording;
        this.clock = clock;
    }

    /** Targets under a name. */
    private record Named(String name, Targets targets) {}

    /** The cards of the page. */
    List<Map<String, Object>> of(LeagueChoice choice, Language language) {
        List<Named> named = new ArrayList<>();
        named.add(new Named(wording.say(language, "scorecard.league.target.notice"), Targets.NOTICE));
        targets.of(choice.at().id(), choice.year())
                .ifPresent(set -> named.add(new Named(
                        wording.say(
                                language,
                                "scorecard.league.target.own",
                                set.by().name(),
                                set.since()),
                        set.targets())));
        List<Assessment> now = league.signed(choice, choice.year());
        List<Assessment> before = league.signed(choice, choice.year() - 1);
        List<Map<String, Object>> cards = new ArrayList<>();
        establishment(choice, named, language).ifPresent(cards::add);
        league.pooled(now, AWARENESS)
                .map(p ->
                        pooled("awareness", p, league.pooled(before, AWARENESS).orElse(null), named, language))
                .ifPresent(cards::add);
        league.pooled(now, SATISFACTION)
                .map(p -> pooled(
                        "satisfaction", p, league.pooled(before, SATISFACTION).orElse(null), named, language))
                .ifPresent(cards::add);
        return cards;
    }

    private Map<String, Object> card(String measure, double value, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", wording.say(language, "scorecard.league.measure." + measure));
        model.put("value", Digits.one(value));
        model.put("unit", measure.equals("satisfaction") ? "" : "%");
        model.put("width", Digits.plain(Math.clamp(value, 0, 100)));
        return model;
    }

    private Map<String, Object> pooled(
            String measure, RollUp.Pooled now, RollUp.@Nullable Pooled before, List<Named> named, Language language) {
        Map<String, Object> model = card(measure, now.value(), language);
        model.put("from", Digits.plain(Math.clamp(now.lower(), 0, 100)));
        model.put("until", Digits.plain(Math.clamp(now.upper(), 0, 100)));
        List<String> notes = new ArrayList<>();
        notes.add(wording.say(language, "scorecard.interval", Digits.one(now.lower()), Digits.one(now.upper()), "95"));
        notes.add(wording.say(language, "scorecard.league.pooled", now.units(), now.covered()));
        if (before != null) {
            RollUp.Standing change = RollUp.standing(new RollUp.Target(measure, null, false), now, before, LEVEL);
            notes.add(wording.say(language, "scorecard.league.change", Digits.signed(change.change()))
                    + (Double.isNaN(change.pValue())
                            ? ""
                            : " " + wording.say(language, "scorecard.trend.p", Digits.p(change.pValue()))));
        }
        model.put("notes", notes);
        List<Map<String, Object>> standings = new ArrayList<>();
        for (Named n : named) {
            Double atLeast = measure.equals("awareness")
                    ? n.targets().awareness()
                    : n.targets().satisfaction();
            boolean rising = !measure.equals("awareness") && n.targets().rising();
            if (atLeast != null || rising) {
                standings.add(standing(n, new RollUp.Target(measure, atLeast, rising), now, before, language));
            }
        }
        model.put("standings", standings);
        return model;
    }

    /** Whether a target is reached; one that only rises says nothing in its first year. */
    private Map<String, Object> standing(
            Named named, RollUp.Target target, RollUp.Pooled now, RollUp.@Nullable Pooled before, Language language) {
        if (target.rising() && before == null) {
            return line(named, target, "first-year", null, language);
        }
        RollUp.Standing s = RollUp.standing(target, now, before, LEVEL);
        String found = (s.reached() ? "reached" : "missed") + (s.certain() ? "" : "-unclear");
        return line(named, target, found, s.reached(), language);
    }

    private Map<String, Object> line(
            Named named, RollUp.Target target, String found, @Nullable Boolean reached, Language language) {
        Map<String, Object> line = new HashMap<>();
        Double atLeast = target.atLeast();
        line.put("name", named.name());
        line.put(
                "target",
                atLeast == null ? wording.say(language, "scorecard.league.rising") : "≥ " + Digits.plain(atLeast));
        line.put("x", atLeast == null ? "" : Digits.plain(Math.clamp(atLeast, 0, 100)));
        line.put("found", wording.say(language, "scorecard.league." + found));
        line.put("state", reached == null ? "" : reached ? "is-reached" : "is-missed");
        return line;
    }

    /** Verified facts of regions go before the platform's own record; where both are there, both are shown. */
    private Optional<Map<String, Object>> establishment(LeagueChoice choice, List<Named> named, Language language) {
        LocalDate end = LocalDate.of(choice.year(), 12, 31);
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        LocalDate day = today.isBefore(end) ? today : end;
        Optional<Establishment> verified =
                Establishment.verified(organizations.tree(), choice.at().id(), league.signedAtAnyLevel(choice));
        Optional<Establishment> recorded = Establishment.recorded(choice.beneath(), rounds.of(choice.within()), day);
        return verified.or(() -> recorded).map(found -> {
            Map<String, Object> model = card("establishment", found.rate(), language);
            List<String> notes = new ArrayList<>();
            verified.ifPresent(v -> notes.add(wording.say(
                    language, "scorecard.league.in-force.verified", v.inForce(), v.enterprises(), v.regions())));
            recorded.ifPresent(r -> notes.add(
                    wording.say(language, "scorecard.league.in-force.recorded", r.inForce(), r.enterprises(), day)));
            model.put("notes", notes);
            List<Map<String, Object>> standings = new ArrayList<>();
            for (Named n : named) {
                Double atLeast = n.targets().establishment();
                if (atLeast != null) {
                    boolean reached = found.rate() >= atLeast;
                    RollUp.Target target = new RollUp.Target("establishment", atLeast, false);
                    standings.add(line(n, target, reached ? "reached" : "missed", reached, language));
                }
            }
            model.put("standings", standings);
            return model;
        });
    }

    /** How wage growth is distributed: quartiles, classes, and the shares beside each band that is a target. */
    Optional<Map<String, Object>> growth(LeagueChoice choice, Language language) {
        List<RollUp.Part> parts = League.parts(league.signed(choice, choice.year()), GROWTH);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        List<Map<String, Object>> bands = new ArrayList<>();
        band(wording.say(language, "scorecard.league.target.notice"), Targets.NOTICE, parts)
                .ifPresent(bands::add);
        targets.of(choice.at().id(), choice.year())
                .flatMap(set -> band(
                        wording.say(
                                language,
                                "scorecard.league.target.own",
                                set.by().name(),
                                set.since()),
                        set.targets(),
                        parts))
                .ifPresent(bands::add);
        model.put("bands", bands);
        RollUp.Growth all = RollUp.growth(parts, 0, 0);
        model.put("median", Digits.one(all.median()));
        model.put("lowerQuartile", Digits.one(all.lowerQuartile()));
        model.put("upperQuartile", Digits.one(all.upperQuartile()));
        model.put("units", all.units());
        model.put(
                "classes",
                RollUp.growthClasses(parts).stream()
                        .map(c -> classed(c, parts.size(), language))
                        .toList());
        return Optional.of(model);
    }

    private Map<String, Object> classed(RollUp.GrowthClass c, int units, Language language) {
        return Map.of(
                "name", wording.say(language, "scorecard.league.growth.class." + c.name()),
                "units", c.units(),
                "width", Digits.plain(100.0 * c.units() / units),
                "workers", Digits.percent(c.workers()));
    }

    private static Optional<Map<String, Object>> band(String name, Targets targets, List<RollUp.Part> parts) {
        Double from = targets.growthFrom();
        Double to = targets.growthTo();
        if (from == null || to == null) {
            return Optional.empty();
        }
        RollUp.Growth g = RollUp.growth(parts, from, to);
        Map<String, Object> model = new HashMap<>();
        model.put("name", name);
        model.put("from", Digits.plain(from));
        model.put("to", Digits.plain(to));
        model.put("below", Digits.percent(g.below()));
        model.put("within", Digits.percent(g.within()));
        model.put("above", Digits.percent(g.above()));
        model.put("workersWithin", Digits.percent(g.workersWithin()));
        model.put("belowWidth", Digits.plain(100 * g.below()));
        model.put("withinWidth", Digits.plain(100 * g.within()));
        model.put("aboveX", Digits.plain(100 * (g.below() + g.within())));
        model.put("aboveWidth", Digits.plain(100 * g.above()));
        return Optional.of(model);
    }
}
