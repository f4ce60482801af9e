package org.zhisheng.server.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.disclosure.Detail;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Limit;
import org.zhisheng.analytics.disclosure.ReleasedTable;
import org.zhisheng.analytics.disclosure.Shown;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.report.ResultView.Choice;
import org.zhisheng.server.report.ResultView.Choices;
import org.zhisheng.server.report.ResultView.GroupRow;
import org.zhisheng.server.report.ResultView.GroupTable;
import org.zhisheng.server.report.ResultView.Headline;
import org.zhisheng.server.report.ResultView.Rating;
import org.zhisheng.server.result.Coverage;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;

/** Turns a released result into what pages and documents lay out. */
@Singleton
final class ResultViews {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** Concept of satisfaction with one topic of the contract, before the topic's code. */
    private static final String ON_TOPIC = "satisfaction.term.";

    /** Groups side by side in one table: what an A4 page holds. */
    private static final int GROUPS_ACROSS = 6;

    private final Messages messages;
    private final Questionnaires questionnaires;

    ResultViews(Messages messages, Questionnaires questionnaires) {
        this.messages = messages;
        this.questionnaires = questionnaires;
    }

    /** The view of a result in a language. */
    ResultView of(PublishedResult result, Language language) {
        return new Builder(result, language).build();
    }

    private final class Builder {
        private final PublishedResult result;
        private final Manifest manifest;
        private final Language language;
        private final List<Figure> figures;

        Builder(PublishedResult result, Language language) {
            this.result = result;
            this.manifest = result.survey().manifest();
            this.language = language;
            this.figures = result.release().whole().figures();
        }

        ResultView build() {
            return new ResultView(
                    manifest.title().in(language),
                    manifest.organizationName(),
                    manifest.roundName(),
                    facts(),
                    !figures.isEmpty(),
                    headlines(),
                    ratings(),
                    figures.stream().anyMatch(f -> f.statistic().equals("dissatisfied")),
                    say(
                            result.release().terms().detail() == Detail.TWO_WAY
                                    ? "report.choices.explained.places"
                                    : "report.choices.explained"),
                    blocks("share", ItemKind.MULTIPLE, ItemKind.RANKED),
                    blocks("share", ItemKind.SINGLE),
                    result.release().tables().stream()
                            .skip(1)
                            .flatMap(this::tables)
                            .toList(),
                    notes(),
                    figures.isEmpty()
                            ? List.of()
                            : figures.getFirst().estimate().conventions(),
                    result.release().fingerprint());
        }

        private ResultView.Facts facts() {
            Coverage c = result.coverage();
            int headcount = c.frame().headcount();
            double rate = (double) c.valid() / headcount;
            return new ResultView.Facts(
                    headcount,
                    c.valid(),
                    rate > 1 ? "" : Numbers.percent(rate),
                    Math.min(100, 100 * rate),
                    c.received(),
                    c.incomplete(),
                    c.withoutStratum(),
                    c.grade(),
                    MOMENT.format(manifest.opens()),
                    MOMENT.format(c.closedAt()));
        }

        private List<Headline> headlines() {
            List<Headline> list = new ArrayList<>();
            for (Figure f : figures) {
                switch (f.statistic()) {
                    case "aware" -> list.add(headline(f, "aware", share(f), "%"));
                    case "any" -> list.add(headline(f, "any", share(f), "%"));
                    case "understood" -> list.add(headline(f, "understood", share(f), "%"));
                    default -> {}
                }
            }
            for (Figure f : figures) {
                if (f.statistic().equals("index") && f.item().startsWith("I")) {
                    list.add(headline(f, "index", mean(f, 100), ""));
                }
            }
            return list;
        }

        private Headline headline(Figure f, String kind, Value value, String unit) {
            return new Headline(
                    f.item().startsWith("I") && manifest.item(f.item()).isEmpty()
                            ? say("report.indicator." + f.item())
                            : say("report.headline." + kind),
                    manifest.item(f.item())
                            .map(i -> i.question().in(language))
                            .orElse(say("report.indicator." + f.item() + ".explained")),
                    value,
                    unit);
        }

        private List<Rating> ratings() {
            return figures.stream()
                    .filter(f -> f.statistic().equals("index")
                            && manifest.item(f.item()).isPresent())
                    .map(f -> new Rating(
                            label(f.item()),
                            share(f.item(), "satisfied").orElse(null),
                            share(f.item(), "dissatisfied").orElse(null),
                            mean(f, 100)))
                    .toList();
        }

        private Optional<Value> share(String item, String statistic) {
            return figures.stream()
                    .filter(f -> f.item().equals(item) && f.statistic().equals(statistic))
                    .findFirst()
                    .map(this::share);
        }

        private List<Choices> blocks(String statistic, ItemKind... kinds) {
            List<Choices> blocks = new ArrayList<>();
            for (Item item : manifest.items()) {
                if (!List.of(kinds).contains(item.kind())) {
                    continue;
                }
                boolean ranked = item.kind() == ItemKind.RANKED;
                List<Figure> shares = figures.stream()
                        .filter(f -> f.item().equals(item.code())
                                && f.statistic().equals(ranked ? "rank-points" : statistic))
                        .toList();
                if (!shares.isEmpty()) {
                    blocks.add(choices(item, shares, item.kind() != ItemKind.SINGLE, ranked));
                }
            }
            return blocks;
        }

        private Choices choices(Item item, List<Figure> shares, boolean bySize, boolean ranked) {
            List<Figure> ordered = new ArrayList<>(shares);
            boolean places = shares.getFirst().limit() == Limit.PLACE;
            if (bySize) {
                // What is not shown comes last.
                ordered.sort(Comparator.comparingDouble((Figure f) ->
                        f.limit().hasValue() ? (places ? 1 : -1) * f.estimate().value() : Double.MAX_VALUE));
            }
            List<Choice> options = ordered.stream()
                    .map(f -> new Choice(
                            option(item, f.category()),
                            places ? place(f, shares.size()) : ranked ? mean(f, item.max()) : share(f)))
                    .toList();
            return new Choices(
                    item.question().in(language),
                    places ? say("report.place") : ranked ? say("report.points") : "%",
                    shares.stream()
                            .mapToInt(f -> f.estimate().sampleSize())
                            .map(n -> Math.max(0, n))
                            .max()
                            .orElse(0),
                    options);
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

        private GroupTable table(
                String dimension, List<ReleasedTable.Group> groups, List<ResultView.HiddenGroup> hidden) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            groups.forEach(
                    g -> g.figures().stream().filter(this::inTable).forEach(f -> figures.putIfAbsent(key(f), f)));
            return new GroupTable(
                    dimension(dimension),
                    groups.stream().map(g -> group(dimension, g)).toList(),
                    figures.values().stream().map(f -> row(f, groups)).toList(),
                    hidden);
        }

        /** A table of groups stays readable: awareness, 满意率 and composites, not every option. */
        private boolean inTable(Figure f) {
            return switch (f.statistic()) {
                case "aware", "any", "understood", "satisfied" -> true;
                case "index" -> manifest.item(f.item()).isEmpty();
                default -> false;
            };
        }

        private GroupRow row(Figure figure, List<ReleasedTable.Group> groups) {
            List<@Nullable Value> cells = new ArrayList<>();
            for (ReleasedTable.Group group : groups) {
                cells.add(group.figures().stream()
                        .filter(f -> key(f).equals(key(figure)))
                        .findFirst()
                        .map(f -> f.statistic().equals("index") ? mean(f, 100) : groupShare(f))
                        .orElse(null));
            }
            return new GroupRow(column(figure), figure.statistic().equals("index") ? say("report.points") : "%", cells);
        }

        private ResultView.Group group(String dimension, ReleasedTable.Group group) {
            boolean counted = group.respondents() >= 0;
            boolean rated = counted && group.headcount() > 0 && group.respondents() <= group.headcount();
            return new ResultView.Group(
                    groupName(dimension, group.name()),
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
                    say("report.hidden." + reason(group.shown())));
        }

        /** A unit too small for groups hides them for its own sake, not for another group's. */
        private String reason(Shown shown) {
            return shown == Shown.PROTECTS_OTHERS && result.release().terms().detail() == Detail.TWO_WAY
                    ? "small-unit"
                    : shown.code();
        }

        private List<String> notes() {
            Coverage c = result.coverage();
            List<String> notes = new ArrayList<>();
            if (manifest.mode() == Mode.POSTER) {
                notes.add(say("report.note.poster"));
            }
            if (c.incomplete() > 0) {
                notes.add(say("report.note.incomplete", c.incomplete()));
            }
            if (c.withoutStratum() > 0) {
                notes.add(say("report.note.without-stratum", c.withoutStratum()));
            }
            c.overAnswered().forEach(s -> notes.add(say("report.note.over-answered", s)));
            c.merged().forEach(s -> notes.add(say("report.note.merged", s)));
            if (figures.stream().anyMatch(f -> f.limit() == Limit.AT_LEAST || f.limit() == Limit.AT_MOST)) {
                notes.add(say("report.note.bound"));
            }
            if (!figures.isEmpty()) {
                notes.add(say("report.note.unsaid"));
            }
            notes.add(say(
                    "report.note.detail." + result.release().terms().detail().code()));
            c.extensions()
                    .forEach(e -> notes.add(
                            say("report.note.extended", moment(e.from()), moment(e.to()), e.signedBy(), e.reason())));
            c.amendments()
                    .forEach(a -> notes.add(say(
                            "report.note.amended",
                            c.frame().stratum(a.stratum()).map(s -> s.label()).orElse(a.stratum()),
                            a.from(),
                            a.to(),
                            a.signedBy(),
                            moment(a.signedAt()),
                            a.reason())));
            return notes;
        }

        private String column(Figure f) {
            return switch (f.statistic()) {
                case "aware" -> say("report.headline.aware");
                case "any" -> say("report.headline.any");
                case "understood" -> say("report.headline.understood");
                case "index" -> say("report.indicator." + f.item());
                default -> label(f.item());
            };
        }

        private String key(Figure f) {
            return f.item() + " " + f.statistic();
        }

        /** A short name of an item for tables: its concept's, or its question where the messages have none. */
        private String label(String code) {
            Item item = manifest.item(code).orElseThrow();
            if (item.concept().startsWith(ON_TOPIC)) {
                return topic(item.concept().substring(ON_TOPIC.length()));
            }
            String key = "report.concept." + item.concept();
            String name = messages.say(language, key);
            return name.startsWith("[") ? item.question().in(language) : name;
        }

        private String topic(String code) {
            return questionnaires.topics().stream()
                    .filter(t -> t.code().equals(code))
                    .map(t -> t.name().in(language))
                    .findFirst()
                    .orElse(code);
        }

        private String option(Item item, String code) {
            Option option = item.option(code);
            return option == null ? code : option.label().in(language);
        }

        private String dimension(String name) {
            return manifest.item(name).map(i -> label(i.code())).orElse(name);
        }

        private String groupName(String dimension, String name) {
            if (name.isEmpty()) {
                return say("report.no-answer");
            }
            return manifest.item(dimension).map(i -> option(i, name)).orElse(name);
        }

        private String moment(Instant instant) {
            return MOMENT.format(instant);
        }

        private Value share(Figure f) {
            return f.limit().hasValue() ? Value.share(f) : unsaid(f);
        }

        private Value groupShare(Figure f) {
            return f.limit().hasValue() ? Value.groupShare(f) : unsaid(f);
        }

        private Value mean(Figure f, double most) {
            return f.limit().hasValue() ? Value.mean(f, most) : unsaid(f);
        }

        private Value place(Figure f, int options) {
            return Value.place(
                    f, options, say("report.place.nth", Math.round(f.estimate().value())));
        }

        private Value unsaid(Figure f) {
            return Value.words(say("report.limit." + f.limit().code()));
        }

        private String say(String key, Object... arguments) {
            return Objects.requireNonNull(messages.say(language, key, List.of(arguments)));
        }
    }
}
