package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.questionnaire.Topic;
import org.zhisheng.server.round.Round;

/** What the console's home and the page of a round show. */
@Singleton
final class HomePages {
    private final Desk desk;
    private final SurveyPages surveys;
    private final Organizations organizations;
    private final Questionnaires questionnaires;
    private final Access access;
    private final Sayings sayings;

    HomePages(
            Desk desk,
            SurveyPages surveys,
            Organizations organizations,
            Questionnaires questionnaires,
            Access access,
            Sayings sayings) {
        this.desk = desk;
        this.surveys = surveys;
        this.organizations = organizations;
        this.questionnaires = questionnaires;
        this.access = access;
        this.sayings = sayings;
    }

    /** The rounds of the person's organizations with their surveys. */
    Map<String, Object> home(Actor actor, Language language) {
        List<Round> rounds = desk.rounds(actor, Permission.SEE_ROUNDS);
        Map<Id, List<Map<String, Object>>> rows = surveys.rows(rounds, language);
        Map<Id, String> names =
                organizations.all().stream().collect(Collectors.toMap(Organization::id, Organization::name));
        Map<String, Object> model = new HashMap<>();
        model.put("title", sayings.say(language, "survey.home.title"));
        model.put("mayPrepare", !access.where(actor, Permission.PREPARE_SURVEY).isEmpty());
        model.put(
                "roles",
                actor.grants().stream()
                        .map(g -> names.getOrDefault(g.organization(), "") + " · "
                                + sayings.say(language, g.role().key()))
                        .toList());
        model.put(
                "rounds",
                rounds.stream()
                        .map(r -> Map.of(
                                "id", r.id().toString(),
                                "name", r.name(),
                                "organization", names.getOrDefault(r.organization(), ""),
                                "mayPrepare", access.may(actor, Permission.PREPARE_SURVEY, r.organization()),
                                "surveys", rows.getOrDefault(r.id(), List.of())))
                        .toList());
        return model;
    }

    /** A round with what is known of it and its surveys. */
    Map<String, Object> round(Actor actor, Round round, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", round.name());
        model.put("round", round);
        model.put("id", round.id().toString());
        model.put("organizationName", organizations.get(round.organization()).name());
        model.put("level", round.level().key());
        model.put("subject", round.subject().key());
        model.put("signedOn", day(round.contract().signedOn()));
        model.put("inForceSince", day(round.contract().inForceSince()));
        model.put("inForceUntil", day(round.contract().inForceUntil()));
        model.put("agenda", topics(round.terms().agenda(), language));
        model.put("contractTopics", topics(round.terms().contractTopics(), language));
        model.put("mayEdit", access.may(actor, Permission.EDIT_ROUNDS, round.organization()));
        model.put("mayPrepare", access.may(actor, Permission.PREPARE_SURVEY, round.organization()));
        model.put("surveys", surveys.rows(List.of(round), language).getOrDefault(round.id(), List.of()));
        return model;
    }

    private List<String> topics(List<String> codes, Language language) {
        return questionnaires.topics().stream()
                .filter(t -> codes.contains(t.code()))
                .map(Topic::name)
                .map(name -> name.in(language))
                .toList();
    }

    private static String day(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }
}
