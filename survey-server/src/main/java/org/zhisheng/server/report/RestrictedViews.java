package org.zhisheng.server.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleasedTable;
import org.zhisheng.analytics.disclosure.Shown;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.Fielded;

/** Turns a restricted release into what its page lays out. */
@Singleton
final class RestrictedViews {
    private final Messages messages;

    RestrictedViews(Messages messages) {
        this.messages = messages;
    }

    /** The view of a release in a language. */
    RestrictedView of(Fielded survey, Release release, Language language) {
        List<ReleasedTable.Group> shown = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (ReleasedTable table : release.tables()) {
            for (ReleasedTable.Group group : table.groups()) {
                if (group.shown() == Shown.YES) {
                    shown.add(group);
                    names.add(name(table, group, language));
                } else {
                    hidden.add(group.name() + " · "
                            + messages.say(
                                    language, "report.hidden." + group.shown().code()));
                }
            }
        }
        List<RestrictedView.ItemView> items = survey.manifest().items().stream()
                .filter(i -> i.audience() == Audience.WORKER_SIDE && i.kind() != ItemKind.TEXT)
                .map(i -> item(i, shown, names, language))
                .toList();
        return new RestrictedView(items, hidden, release.fingerprint());
    }

    private String name(ReleasedTable table, ReleasedTable.Group group, Language language) {
        String name = table.dimension().isEmpty() ? messages.say(language, "report.restricted.whole") : group.name();
        return group.respondents() < 0 ? name : name + " (" + group.respondents() + ")";
    }

    private static RestrictedView.ItemView item(
            Item item, List<ReleasedTable.Group> groups, List<String> names, Language language) {
        List<RestrictedView.OptionView> options = item.options().stream()
                .map(o -> new RestrictedView.OptionView(o.label().in(language), cells(item, o, groups)))
                .toList();
        return new RestrictedView.ItemView(item.question().in(language), names, options);
    }

    private static List<@Nullable Value> cells(Item item, Option option, List<ReleasedTable.Group> groups) {
        List<@Nullable Value> cells = new ArrayList<>();
        for (ReleasedTable.Group group : groups) {
            cells.add(group.figure(item.code(), option.code(), "share")
                    .map(f -> Value.share(f.estimate()))
                    .orElse(null));
        }
        return cells;
    }
}
