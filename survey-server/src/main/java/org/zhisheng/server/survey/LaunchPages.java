package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.round.Round;

/** What the check before launch and the list of questions show. */
@Singleton
final class LaunchPages {
    private final Planner planner;
    private final LaunchCheck check;
    private final Drafts drafts;
    private final ItemViews items;
    private final Access access;
    private final Organizations organizations;
    private final Sayings sayings;
    private final Clock clock;

    LaunchPages(
            Planner planner,
            LaunchCheck check,
            Drafts drafts,
            ItemViews items,
            Access access,
            Organizations organizations,
            Sayings sayings,
            Clock clock) {
        this.planner = planner;
        this.check = check;
        this.drafts = drafts;
        this.items = items;
        this.access = access;
        this.organizations = organizations;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** The check of a draft. */
    Map<String, Object> check(Actor actor, Id id, SurveyDraft draft, Round round, Language language) {
        Plan plan = planner.read(draft, round);
        List<CheckPoint> points = check.check(plan);
        Map<String, Object> model = new HashMap<>();
        model.put("title", sayings.say(language, "survey.check.title"));
        model.put("id", id.toString());
        model.put("seen", drafts.mark(id));
        model.put("plan", plan(plan, language));
        model.put("points", points.stream().map(p -> point(p, language)).toList());
        model.put("passed", LaunchCheck.passed(points));
        model.put("mayLaunch", access.may(actor, Permission.LAUNCH_SURVEY, round.organization()));
        model.put("strata", plan.frame().strata());
        model.put("tables", tables(plan, language));
        model.put("items", items.of(plan.items(), language));
        return model;
    }

    private Map<String, Object> plan(Plan plan, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("questionnaire", plan.questionnaire().title());
        model.put("length", "survey.length." + plan.length().code());
        model.put("questions", plan.items().size());
        model.put("round", plan.round().name());
        model.put("organization", organizations.get(plan.round().organization()).name());
        model.put("strata", plan.frame().strata().size());
        model.put("headcount", plan.frame().headcount());
        model.put("dimensions", String.join(" × ", plan.frame().dimensions()));
        model.put("opens", ChinaTime.say(plan.opens(), language));
        model.put("closes", ChinaTime.say(plan.closes(), language));
        model.put("opensNow", !plan.opens().isAfter(clock.instant()));
        model.put("mode", "survey.mode." + plan.mode().name().toLowerCase(Locale.ROOT));
        model.put("isPoster", plan.mode() == Mode.POSTER);
        model.put("oneForAll", plan.poster() == PosterKind.ONE_FOR_ALL);
        return model;
    }

    private Map<String, Object> point(CheckPoint point, Language language) {
        return Map.of(
                "style", point.level().style(),
                "said", sayings.say(language, point.key(), point.arguments()));
    }

    /** Each table in words: how many questions, by what. */
    private List<String> tables(Plan plan, Language language) {
        Map<String, Text> demographics = plan.items().stream().collect(Collectors.toMap(Item::code, Item::question));
        Set<String> restricted =
                plan.items().stream().filter(Item::restricted).map(Item::code).collect(Collectors.toSet());
        return DeclaredTables.of(plan.items(), plan.frame(), plan.demographics()).stream()
                .filter(t -> t.by().isEmpty() || !restricted.containsAll(t.items()))
                .map(t -> {
                    if (restricted.containsAll(t.items()) && !t.items().isEmpty()) {
                        return sayings.say(
                                language,
                                "survey.check.table-restricted",
                                t.items().size());
                    }
                    Text by = demographics.getOrDefault(t.by(), Text.same(t.by()));
                    return t.by().isEmpty()
                            ? sayings.say(
                                    language,
                                    "survey.check.table-whole",
                                    t.items().size())
                            : sayings.say(language, "survey.check.table-by", by);
                })
                .toList();
    }

    /** The questions of a launched survey. */
    Map<String, Object> questions(Id id, Manifest manifest, Language language) {
        return questions(id, manifest.title(), manifest.length(), manifest.items(), language);
    }

    /** The questions of a draft as far as it goes. */
    Map<String, Object> questions(Id id, SurveyDraft draft, Round round, Language language) {
        List<Item> asked = planner.items(draft, round);
        Text title = planner.questionnaire(draft).map(q -> q.title()).orElse(Text.same(""));
        Length length = Length.of(draft.length()).orElse(Length.CORE);
        return questions(id, title, length.code(), asked, language);
    }

    private Map<String, Object> questions(Id id, Text name, String length, List<Item> asked, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", sayings.say(language, "survey.questions.title"));
        model.put("id", id.toString());
        model.put("name", name);
        model.put("length", "survey.length." + length);
        model.put("items", items.of(asked, language));
        return model;
    }
}
