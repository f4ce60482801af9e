package org.zhisheng.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Limit;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleasedTable;
import org.zhisheng.analytics.disclosure.Shown;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.report.ResultView.GroupOptions;
import org.zhisheng.server.report.ResultView.GroupRow;
import org.zhisheng.server.report.ResultView.GroupTable;

/**
 * The released groups of each dimension side by side: the key figures in one table, then question by question every other
 * figure that was released of them, so that nothing is to be had from the file for spreadsheets alone.
 */
final class GroupTables {
    /** Groups side by side in one table: what an A4 page holds. */
    private static final int GROUPS_ACROSS = 6;

    private final Names names;
    private final Release release;

    GroupTables(Names names, Release release) {
        this.names = names;
        this.release = release;
    }

    /** The tables of all dimensions. */
    List<GroupTable> all() {
        return release.tables().stream().skip(1).flatMap(this::tables).toList();
    }

    /** The tables of a dimension: its shown groups, a page's width at a time. */
    private Stream<GroupTable> tables(ReleasedTable table) {
        List<ReleasedTable.Group> shown =
                table.groups().stream().filter(g -> g.shown() == Shown.YES).toList();
        List<ResultView.HiddenGroup> hidden = table.groups().stream()
                .filter(g -> g.shown() != Shown.YES)
                .map(g -> hidden(table.dimension(), g))
                .toList();
        int pages = Math.max(1, Math.ceilDiv(shown.size(), GROUPS_ACROSS));
        return IntStream.range(0, pages)
                .mapToObj(page -> table(
                        table.dimension(),
                        shown.subList(page * GROUPS_ACROSS, Math.min(shown.size(), (page + 1) * GROUPS_ACROSS)),
                        page == pages - 1 ? hidden : List.of()));
    }

    private GroupTable table(String dimension, List<ReleasedTable.Group> groups, List<ResultView.HiddenGroup> hidden) {
        return new GroupTable(
                names.dimension(dimension),
                groups.stream().map(g -> group(dimension, g)).toList(),
                rows(groups, this::isKey, this::column),
                questions(groups),
                hidden);
    }

    private boolean isKey(Figure f) {
        return switch (f.statistic()) {
            case "aware", "any", "understood", "satisfied" -> true;
            case "index" -> names.manifest().item(f.item()).isEmpty();
            default -> false;
        };
    }

    /** The options of every question that are shown by group, in the questionnaire's order, and who is dissatisfied. */
    private List<GroupOptions> questions(List<ReleasedTable.Group> groups) {
        List<GroupOptions> questions = new ArrayList<>();
        for (Item item : names.manifest().items()) {
            add(
                    questions,
                    item.question().in(names.language()),
                    rows(
                            groups,
                            f -> f.item().equals(item.code()) && f.statistic().equals("share"),
                            f -> names.option(item, f.category())));
        }
        add(
                questions,
                names.say("report.dissatisfied"),
                rows(groups, f -> f.statistic().equals("dissatisfied"), f -> names.item(f.item())));
        add(
                questions,
                names.say("report.agreed"),
                rows(groups, f -> f.statistic().equals("agreed"), f -> names.item(f.item())));
        return questions;
    }

    /** What nobody in any group was asked is said once, of the whole unit. */
    private void add(List<GroupOptions> questions, String label, List<GroupRow> rows) {
        String unasked = names.say("report.limit." + Limit.NO_BASE.code());
        boolean asked = rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell == null || !cell.value().equals(unasked));
        if (asked) {
            questions.add(new GroupOptions(label, rows));
        }
    }

    private List<GroupRow> rows(
            List<ReleasedTable.Group> groups, Predicate<Figure> chosen, Function<Figure, String> label) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        groups.forEach(g -> g.figures().stream().filter(chosen).forEach(f -> figures.putIfAbsent(key(f), f)));
        return figures.values().stream()
                .map(f -> row(label.apply(f), f, groups))
                .toList();
    }

    private GroupRow row(String label, Figure figure, List<ReleasedTable.Group> groups) {
        boolean points = figure.statistic().equals("index");
        List<@Nullable Value> cells = new ArrayList<>();
        for (ReleasedTable.Group group : groups) {
            cells.add(group.figures().stream()
                    .filter(f -> key(f).equals(key(figure)))
                    .findFirst()
                    .map(f ->
                            !f.limit().hasValue() ? names.unsaid(f) : points ? Value.mean(f, 100) : Value.groupShare(f))
                    .orElse(null));
        }
        return new GroupRow(label, points ? names.say("report.points") : "%", cells);
    }

    private ResultView.Group group(String dimension, ReleasedTable.Group group) {
        boolean counted = group.respondents() >= 0;
        boolean rated = counted && group.headcount() > 0 && group.respondents() <= group.headcount();
        return new ResultView.Group(
                names.group(dimension, group.name()),
                group.headcount() < 0 ? "" : Integer.toString(group.headcount()),
                counted ? Integer.toString(group.respondents()) : "",
                rated ? Numbers.percent((double) group.respondents() / group.headcount()) : "");
    }

    private ResultView.HiddenGroup hidden(String dimension, ReleasedTable.Group group) {
        ResultView.Group counts = group(dimension, group);
        return new ResultView.HiddenGroup(
                counts.name(),
                counts.headcount(),
                counts.respondents(),
                counts.rate(),
                names.say("report.hidden." + RestrictedViews.reason(release, group)));
    }

    private String column(Figure f) {
        return switch (f.statistic()) {
            case "aware", "any", "understood" -> names.say("report.headline." + f.statistic());
            case "index" -> names.say("report.indicator." + f.item());
            default -> names.item(f.item());
        };
    }

    private static String key(Figure f) {
        return f.item() + " " + f.statistic() + " " + f.category();
    }
}
