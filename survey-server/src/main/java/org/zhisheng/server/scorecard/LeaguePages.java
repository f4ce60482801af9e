package org.zhisheng.server.scorecard;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.LeagueTable;
import org.zhisheng.analytics.score.Rating;
import org.zhisheng.analytics.score.RollUp;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.scorecard.League.Targets;

/** What the league table's page shows. */
@Singleton
final class LeaguePages {
    private static final double LEVEL = 0.95;

    private final League league;
    private final Scorecards scorecards;
    private final Schemes schemes;
    private final Organizations organizations;
    private final Rounds rounds;
    private final Access access;
    private final Wording wording;

    LeaguePages(
            League league,
            Scorecards scorecards,
            Schemes schemes,
            Organizations organizations,
            Rounds rounds,
            Access access,
            Wording wording) {
        this.league = league;
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.organizations = organizations;
        this.rounds = rounds;
        this.access = access;
        this.wording = wording;
    }

    /** What is compared. */
    private record Choice(Organization at, List<Id> within, SchemeId scheme, int year, Targets targets) {}

    /** The choice of the address; what it leaves out is the highest organization, the first scheme and the latest year. */
    private Optional<Choice> choice(Actor actor, Entries asked) {
        List<Organization> seen = access.where(actor, Permission.SEE_SCORECARDS);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Organization at = asked.text("organization").isEmpty()
                ? seen.getFirst()
                : seen.stream()
                        .filter(o -> o.id().toString().equals(asked.text("organization")))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        List<Id> within = organizations.tree().chosenAndBeneath(o -> o.id().equals(at.id())).stream()
                .map(Organization::id)
                .toList();
        SchemeId scheme = schemes.all().stream()
                .filter(SchemeVersion::isFrozen)
                .map(SchemeVersion::id)
                .filter(id -> asked.text("scheme").isEmpty() || id.toString().equals(asked.text("scheme")))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        int year = asked.text("year").matches("20\\d\\d")
                ? Integer.parseInt(asked.text("year"))
                : scorecards.of(within).stream().mapToInt(Scorecard::year).max().orElse(2014);
        return Optional.of(new Choice(at, within, scheme, year, targets(asked)));
    }

    private static Targets targets(Entries asked) {
        Targets notice = Targets.NOTICE;
        double lower = number(asked, "growthFrom", notice.lowerGrowth());
        return new Targets(
                number(asked, "awareness", notice.awareness()),
                number(asked, "establishment", notice.establishment()),
                lower,
                Math.max(lower, number(asked, "growthTo", notice.upperGrowth())),
                asked.text("satisfaction").isEmpty() ? null : number(asked, "satisfaction", 0));
    }

    private static double number(Entries asked, String name, double otherwise) {
        String typed = asked.text(name);
        return typed.matches("\\d{1,3}(\\.\\d{1,2})?") ? Double.parseDouble(typed) : otherwise;
    }

    Map<String, Object> page(Actor actor, Language language, Entries asked) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", wording.say(language, "scorecard.league.title"));
        model.put(
                "organizations",
                access.where(actor, Permission.SEE_SCORECARDS).stream()
                        .filter(o -> o.kind() != OrganizationKind.ENTERPRISE)
                        .map(o -> Map.of("value", o.id().toString(), "label", o.name()))
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
        choice(actor, asked).ifPresent(choice -> fill(model, choice, language));
        return model;
    }

    private void fill(Map<String, Object> model, Choice choice, Language language) {
        List<Assessment> now = league.signed(choice.within(), choice.scheme(), choice.year());
        List<Assessment> before = league.signed(choice.within(), choice.scheme(), choice.year() - 1);
        model.put("organization", choice.at().name());
        model.put("chosenOrganization", choice.at().id().toString());
        model.put("chosenScheme", choice.scheme().toString());
        model.put("year", choice.year());
        Targets t = choice.targets();
        model.put(
                "targets",
                Map.of(
                        "awareness", Digits.plain(t.awareness()),
                        "establishment", Digits.plain(t.establishment()),
                        "growthFrom", Digits.plain(t.lowerGrowth()),
                        "growthTo", Digits.plain(t.upperGrowth()),
                        "satisfaction", t.satisfaction() == null ? "" : Digits.plain(t.satisfaction())));
        model.put("isNotice", t.equals(Targets.NOTICE));
        model.put("count", now.size());
        if (!now.isEmpty()) {
            model.put("table", table(now, choice, language));
        }
        List<Map<String, Object>> measures = new ArrayList<>();
        establishment(choice, language).ifPresent(measures::add);
        measure(now, before, "I04", new RollUp.Target("awareness", t.awareness(), false), language)
                .ifPresent(measures::add);
        boolean rising = t.satisfaction() == null;
        measure(now, before, "I12", new RollUp.Target("satisfaction", t.satisfaction(), rising), language)
                .ifPresent(measures::add);
        model.put("measures", measures);
        league.growth(now, "I13", t).ifPresent(g -> model.put("growth", growth(g, t)));
    }

    private Map<String, Object> table(List<Assessment> now, Choice choice, Language language) {
        SchemeVersion version = schemes.get(choice.scheme());
        Map<String, Assessment> byId =
                now.stream().collect(Collectors.toMap(a -> a.scorecard().toString(), Function.identity()));
        LeagueTable table = league.table(now, choice.scheme());
        int rows = table.rows().size();
        List<Map<String, Object>> shown = new ArrayList<>();
        int group = 0;
        for (LeagueTable.Row row : table.rows()) {
            Assessment a = Objects.requireNonNull(byId.get(row.score().unit()));
            Map<String, Object> line = new HashMap<>();
            line.put("id", row.score().unit());
            line.put("name", a.organizationName());
            line.put("rank", row.rank());
            line.put("lower", row.lower());
            line.put("upper", row.upper());
            line.put("x", Digits.plain(100.0 * (row.lower() - 1) / rows));
            line.put("width", Digits.plain(100.0 * (row.upper() - row.lower() + 1) / rows));
            line.put("total", Digits.one(row.score().rounded()));
            line.put("from", Digits.one(a.outcome().lower()));
            line.put("to", Digits.one(a.outcome().upper()));
            line.put("band", band(row, version, language));
            line.put(
                    "bandId",
                    row.score().rating() instanceof Rating.Banded b ? b.band().id() : "");
            line.put(
                    "groups",
                    row.group() == row.lastGroup()
                            ? letter(row.group())
                            : letter(row.group()) + "–" + letter(row.lastGroup()));
            line.put("newGroup", row.group() > group);
            group = Math.max(group, row.group());
            line.put("covered", Objects.toString(a.covered(), ""));
            shown.add(line);
        }
        List<Map<String, Object>> bands = new ArrayList<>();
        version.scheme()
                .bands()
                .forEach(b -> bands.add(Map.of(
                        "id", b.id(),
                        "name", version.names().name("bands", b.id(), language),
                        "count", table.bands().getOrDefault(b.id(), 0))));
        return Map.of(
                "rows",
                shown,
                "bands",
                bands,
                "unranked",
                table.unranked().stream()
                        .map(id -> Objects.requireNonNull(byId.get(id)).organizationName())
                        .toList(),
                "pooledOnly",
                table.pooledOnly().size(),
                "method",
                "scorecard.league.method." + table.method().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A for the first group; beyond Z two letters. */
    private static String letter(int group) {
        return group < 1
                ? "–"
                : group <= 26
                        ? String.valueOf((char) ('A' + group - 1))
                        : letter((group - 1) / 26) + letter((group - 1) % 26 + 1);
    }

    private static String band(LeagueTable.Row row, SchemeVersion version, Language language) {
        return row.score().rating() instanceof Rating.Banded banded
                ? version.names().name("bands", banded.band().id(), language)
                : "";
    }

    private Optional<Map<String, Object>> measure(
            List<Assessment> now, List<Assessment> before, String quantity, RollUp.Target target, Language language) {
        return league.pooled(now, quantity).map(pooled -> {
            RollUp.Pooled earlier = league.pooled(before, quantity).orElse(null);
            Map<String, Object> model = new HashMap<>();
            model.put("name", wording.say(language, "scorecard.league.measure." + target.measure()));
            model.put("value", Digits.one(pooled.value()));
            model.put("lower", Digits.one(pooled.lower()));
            model.put("upper", Digits.one(pooled.upper()));
            model.put("width", Digits.plain(Math.clamp(pooled.value(), 0, 100)));
            model.put("from", Digits.plain(Math.clamp(pooled.lower(), 0, 100)));
            model.put("until", Digits.plain(Math.clamp(pooled.upper(), 0, 100)));
            model.put("covered", pooled.covered());
            model.put("units", pooled.units());
            Double atLeast = target.atLeast();
            if (atLeast != null) {
                model.put("target", Digits.plain(atLeast));
            }
            standing(target, pooled, earlier, model);
            return model;
        });
    }

    /** Whether the target is reached; one that only rises says nothing in its first year. */
    private static void standing(
            RollUp.Target target, RollUp.Pooled now, RollUp.@Nullable Pooled before, Map<String, Object> model) {
        if (target.rising() && before == null) {
            model.put("standing", "scorecard.league.first-year");
            return;
        }
        RollUp.Standing standing = RollUp.standing(target, now, before, LEVEL);
        if (before != null) {
            model.put("change", Digits.signed(standing.change()));
            model.put("p", Digits.p(standing.pValue()));
        }
        model.put("reached", standing.reached());
        model.put(
                "standing",
                "scorecard.league."
                        + (standing.reached() ? "reached" : "missed")
                        + (standing.certain() ? "" : "-unclear"));
    }

    /** Enterprises with a contract in force on the last day of the year, of all enterprises with a union. */
    private Optional<Map<String, Object>> establishment(Choice choice, Language language) {
        List<Id> enterprises = organizations
                .tree()
                .chosenAndBeneath(o -> o.id().equals(choice.at().id()))
                .stream()
                .filter(o -> o.kind() == OrganizationKind.ENTERPRISE)
                .map(Organization::id)
                .toList();
        if (enterprises.isEmpty()) {
            return Optional.empty();
        }
        java.time.LocalDate end = java.time.LocalDate.of(choice.year(), 12, 31);
        long inForce = rounds.of(enterprises).stream()
                .filter(r -> isInForce(r, end))
                .map(Round::organization)
                .distinct()
                .count();
        double rate = 100.0 * inForce / enterprises.size();
        boolean reached = rate >= choice.targets().establishment();
        Map<String, Object> model = new HashMap<>();
        model.put("name", wording.say(language, "scorecard.league.measure.establishment"));
        model.put("value", Digits.one(rate));
        model.put("width", Digits.plain(rate));
        model.put("target", Digits.plain(choice.targets().establishment()));
        model.put("enterprises", enterprises.size());
        model.put("inForce", inForce);
        model.put("reached", reached);
        model.put("standing", "scorecard.league." + (reached ? "reached" : "missed"));
        return Optional.of(model);
    }

    private static boolean isInForce(Round round, java.time.LocalDate day) {
        java.time.LocalDate since = round.contract().inForceSince();
        java.time.LocalDate until = round.contract().inForceUntil();
        return since != null && !since.isAfter(day) && (until == null || !until.isBefore(day));
    }

    private static Map<String, Object> growth(RollUp.Growth g, Targets t) {
        Map<String, Object> model = new HashMap<>();
        model.put("units", g.units());
        model.put("median", Digits.one(g.median()));
        model.put("lowerQuartile", Digits.one(g.lowerQuartile()));
        model.put("upperQuartile", Digits.one(g.upperQuartile()));
        model.put("below", Digits.percent(g.below()));
        model.put("within", Digits.percent(g.within()));
        model.put("above", Digits.percent(g.above()));
        model.put("belowWidth", Digits.plain(100 * g.below()));
        model.put("withinWidth", Digits.plain(100 * g.within()));
        model.put("aboveX", Digits.plain(100 * (g.below() + g.within())));
        model.put("aboveWidth", Digits.plain(100 * g.above()));
        model.put("workersBelow", Digits.percent(g.workersBelow()));
        model.put("workersWithin", Digits.percent(g.workersWithin()));
        model.put("workersAbove", Digits.percent(g.workersAbove()));
        model.put("from", Digits.plain(t.lowerGrowth()));
        model.put("to", Digits.plain(t.upperGrowth()));
        return model;
    }

    /** The table for spreadsheets. */
    String csv(Actor actor, Language language, Entries asked) {
        Choice choice = choice(actor, asked).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        List<Assessment> now = league.signed(choice.within(), choice.scheme(), choice.year());
        SchemeVersion version = schemes.get(choice.scheme());
        Map<String, Assessment> byId =
                now.stream().collect(Collectors.toMap(a -> a.scorecard().toString(), Function.identity()));
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "organization",
                    "rank",
                    "rank_lower",
                    "rank_upper",
                    "group_first",
                    "group_last",
                    "total",
                    "standard_error",
                    "band",
                    "covered");
            if (!now.isEmpty()) {
                for (LeagueTable.Row row : league.table(now, choice.scheme()).rows()) {
                    Assessment a = Objects.requireNonNull(byId.get(row.score().unit()));
                    csv.writeRecord(
                            a.organizationName(),
                            String.valueOf(row.rank()),
                            String.valueOf(row.lower()),
                            String.valueOf(row.upper()),
                            String.valueOf(row.group()),
                            String.valueOf(row.lastGroup()),
                            String.valueOf(row.score().total()),
                            String.valueOf(row.standardError()),
                            band(row, version, language),
                            Objects.toString(a.covered(), ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }
}
