package org.zhisheng.server.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.disclosure.Detail;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Limit;
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
                    hidden.add(
                            group.name() + " · " + messages.say(language, "report.hidden." + reason(release, group)));
                }
            }
        }
        List<RestrictedView.ItemView> items = survey.manifest().items().stream()
                .filter(i -> i.audience() == Audience.WORKER_SIDE && i.kind() != ItemKind.TEXT)
                .map(i -> item(i, shown, names, language))
                .toList();
        return new RestrictedView(items, hidden, release.fingerprint());
    }

    /** A unit too small for groups hides them for its own sake, not for another group's. */
    static String reason(Release release, ReleasedTable.Group group) {
        return group.shown() == Shown.PROTECTS_OTHERS && release.terms().detail() == Detail.TWO_WAY
                ? "small-unit"
                : group.shown().code();
    }

    private String name(ReleasedTable table, ReleasedTable.Group group, Language language) {
        String name = table.dimension().isEmpty() ? messages.say(language, "report.restricted.whole") : group.name();
        return group.respondents() < 0 ? name : name + " (" + group.respondents() + ")";
    }

    private RestrictedView.ItemView item(
            Item item, List<ReleasedTable.Group> groups, List<String> names, Language language) {
        List<RestrictedView.OptionView> options = item.options().stream()
                .map(o -> new RestrictedView.OptionView(o.label().in(language), cells(item, o, groups, language)))
                .toList();
        return new RestrictedView.ItemView(item.question().in(language), names, options);
    }

    private List<RestrictedView.@Nullable CellView> cells(
            Item item, Option option, List<ReleasedTable.Group> groups, Language language) {
        String statistic = item.kind() == ItemKind.RANKED ? "rank-points" : "share";
        List<RestrictedView.@Nullable CellView> cells = new ArrayList<>();
        for (ReleasedTable.Group group : groups) {
            cells.add(group.figure(item.code(), option.code(), statistic)
                    .map(f -> f.limit().hasValue()
                            ? cell(item, f, group.name().isEmpty(), language)
                            : RestrictedView.CellView.unsaid(messages.say(
                                    language, "report.limit." + f.limit().code())))
                    .orElse(null));
        }
        return cells;
    }

    private RestrictedView.CellView cell(Item item, Figure figure, boolean whole, Language language) {
        if (figure.limit() == Limit.PLACE) {
            return new RestrictedView.CellView(
                    messages.say(
                            language,
                            "report.place.nth",
                            List.of(Math.round(figure.estimate().value()))),
                    "",
                    true);
        }
        boolean points = item.kind() == ItemKind.RANKED;
        Value value = points ? Value.mean(figure, item.max()) : whole ? Value.share(figure) : Value.groupShare(figure);
        String interval = value.lower().isEmpty() ? "" : value.lower() + "–" + value.upper();
        return new RestrictedView.CellView(points ? value.value() : value.value() + "%", interval, true);
    }
}
