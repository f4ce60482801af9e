package org.zhisheng.server.report;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhisheng.analytics.disclosure.Detail;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Limit;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.report.ResultView.Choice;
import org.zhisheng.server.report.ResultView.Choices;
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
        private final Names names;
        private final List<Figure> figures;

        Builder(PublishedResult result, Language language) {
            this.result = result;
            this.manifest = result.survey().manifest();
            this.language = language;
            this.names = new Names(messages, questionnaires, manifest, language);
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
                    new GroupTables(names, result.release()).all(),
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
                    case "agreed" -> list.add(headline(f, "agreed", share(f), "%"));
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
                            names.item(f.item()),
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
                            names.option(item, f.category()),
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
                    .forEach(e -> notes.add(say(
                            "report.note.extended",
                            MOMENT.format(e.from()),
                            MOMENT.format(e.to()),
                            e.signedBy(),
                            e.reason())));
            c.amendments()
                    .forEach(a -> notes.add(say(
                            "report.note.amended",
                            c.frame().stratum(a.stratum()).map(s -> s.label()).orElse(a.stratum()),
                            a.from(),
                            a.to(),
                            a.signedBy(),
                            MOMENT.format(a.signedAt()),
                            a.reason())));
            return notes;
        }

        private Value share(Figure f) {
            return f.limit().hasValue() ? Value.share(f) : names.unsaid(f);
        }

        private Value mean(Figure f, double most) {
            return f.limit().hasValue() ? Value.mean(f, most) : names.unsaid(f);
        }

        private Value place(Figure f, int options) {
            return Value.place(
                    f, options, say("report.place.nth", Math.round(f.estimate().value())));
        }

        private String say(String key, Object... arguments) {
            return names.say(key, arguments);
        }
    }
}
