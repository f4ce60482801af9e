package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.platform.Entries;

/** What the league table's page shows. */
@Singleton
final class LeaguePages {
    private final LeagueChoice.Reader choices;
    private final League league;
    private final LeagueRows rows;
    private final LeagueMeasures measures;
    private final LeagueTargets targets;
    private final Schemes schemes;
    private final Access access;
    private final Wording wording;

    LeaguePages(
            LeagueChoice.Reader choices,
            League league,
            LeagueRows rows,
            LeagueMeasures measures,
            LeagueTargets targets,
            Schemes schemes,
            Access access,
            Wording wording) {
        this.choices = choices;
        this.league = league;
        this.rows = rows;
        this.measures = measures;
        this.targets = targets;
        this.schemes = schemes;
        this.access = access;
        this.wording = wording;
    }

    /**
     * The page.
     *
     * @param asked what is compared, and targets as they were typed where they were refused
     * @param faults what is wrong with them
     */
    Map<String, Object> page(Actor actor, Language language, Entries asked, List<Fault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", wording.say(language, "scorecard.league.title"));
        model.put("faults", faults);
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
        choices.read(actor, asked).ifPresent(choice -> {
            fill(model, choice, language);
            model.put(
                    "maySet",
                    access.may(actor, Permission.EDIT_SCHEMES, choice.at().id()));
            model.put("targets", faults.isEmpty() ? own(choice) : asked.values());
        });
        return model;
    }

    private void fill(Map<String, Object> model, LeagueChoice choice, Language language) {
        List<Assessment> now = league.signed(choice, choice.year());
        model.put("organization", choice.at().name());
        model.put("chosenOrganization", choice.at().id().toString());
        model.put("chosenScheme", choice.scheme().toString());
        model.put("chosenLevel", LeagueChoice.key(choice.level()));
        model.put("year", choice.year());
        if (choice.levels().size() > 1) {
            model.put(
                    "levels",
                    choice.levels().stream()
                            .map(LeagueChoice::key)
                            .map(l -> Map.of("value", l, "label", wording.say(language, "round.level." + l)))
                            .toList());
        }
        if (!now.isEmpty()) {
            model.put("table", rows.table(now, choice, language));
        }
        model.put("measures", measures.of(choice, language));
        measures.growth(choice, language).ifPresent(g -> model.put("growth", g));
    }

    /** The form's targets: those that the organization set itself. */
    private Map<String, Object> own(LeagueChoice choice) {
        Map<String, Object> form = new HashMap<>();
        targets.of(choice.at().id(), choice.year())
                .filter(set -> set.by().id().equals(choice.at().id()))
                .map(LeagueTargets.Set::targets)
                .ifPresent(t -> {
                    form.put("establishment", typed(t.establishment()));
                    form.put("awareness", typed(t.awareness()));
                    form.put("satisfaction", typed(t.satisfaction()));
                    form.put("growthFrom", typed(t.growthFrom()));
                    form.put("growthTo", typed(t.growthTo()));
                });
        return form;
    }

    private static String typed(@Nullable Double target) {
        return target == null ? "" : Digits.plain(target);
    }

    /** The table for spreadsheets. */
    String csv(Actor actor, Language language, Entries asked) {
        return rows.csv(choices.read(actor, asked).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND)), language);
    }
}
