package org.zhisheng.server.round;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.questionnaire.Topic;

/** What the form of a round shows. */
@Singleton
final class RoundPages {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Access access;
    private final Organizations organizations;
    private final Questionnaires questionnaires;
    private final Messages messages;
    private final Clock clock;

    RoundPages(
            Access access, Organizations organizations, Questionnaires questionnaires, Messages messages, Clock clock) {
        this.access = access;
        this.organizations = organizations;
        this.questionnaires = questionnaires;
        this.messages = messages;
        this.clock = clock;
    }

    /** The form of a new round with this year's usual name. */
    Map<String, Object> fresh(Actor actor, Language language, @Nullable Id organization) {
        List<Organization> where = access.where(actor, Permission.EDIT_ROUNDS);
        String year = String.valueOf(clock.instant().atZone(CHINA).getYear());
        RoundForm form = new RoundForm(
                organization != null
                        ? organization.toString()
                        : where.stream().map(o -> o.id().toString()).findFirst().orElse(""),
                messages.say(language, "round.form.usual-name", List.of(year)),
                year,
                Level.ENTERPRISE.name(),
                Subject.WAGE.name(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                "");
        return form(actor, language, null, form, List.of());
    }

    /**
     * The form as it was typed.
     *
     * @param round the round that is changed, or null for a new one
     */
    Map<String, Object> form(
            Actor actor, Language language, @Nullable Round round, RoundForm form, List<Fault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", messages.say(language, round == null ? "round.new.title" : "round.edit.title"));
        model.put("action", round == null ? "/console/rounds" : "/console/rounds/" + round.id());
        if (round != null) {
            model.put("round", round.id().toString());
            model.put(
                    "organizationName", organizations.get(round.organization()).name());
        }
        model.put("form", form);
        model.put("faults", faults);
        model.put("organizations", choices(actor, form.organization()));
        model.put("levels", levels(language, form.level()));
        model.put("subjects", subjects(language, form.subject()));
        model.put("topics", topics(language, form));
        return model;
    }

    private List<Map<String, Object>> choices(Actor actor, String chosen) {
        return access.where(actor, Permission.EDIT_ROUNDS).stream()
                .map(o -> choice(o.id().toString(), o.name(), o.id().toString().equals(chosen)))
                .toList();
    }

    private List<Map<String, Object>> levels(Language language, String chosen) {
        return Arrays.stream(Level.values())
                .map(l -> choice(
                        l.name(), messages.say(language, l.key()), l.name().equals(chosen)))
                .toList();
    }

    private List<Map<String, Object>> subjects(Language language, String chosen) {
        return Arrays.stream(Subject.values())
                .map(s -> choice(
                        s.name(), messages.say(language, s.key()), s.name().equals(chosen)))
                .toList();
    }

    private List<Map<String, Object>> topics(Language language, RoundForm form) {
        return questionnaires.topics().stream()
                .filter(t -> !t.code().equals(Topic.OTHER))
                .map(t -> Map.<String, Object>of(
                        "value", t.code(),
                        "label", t.name().in(language),
                        "onAgenda", form.agenda().contains(t.code()),
                        "inContract", form.contractTopics().contains(t.code())))
                .toList();
    }

    private static Map<String, Object> choice(String value, String label, boolean chosen) {
        return Map.of("value", value, "label", label, "chosen", chosen);
    }
}
