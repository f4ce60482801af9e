package org.zhisheng.server.comment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhisheng.analytics.text.Mark;
import org.zhisheng.analytics.text.Span;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;

/** What the redactor's pages lay out. */
@Singleton
final class CommentPages {
    /** Entries on a page: what a person looks at before the next ones come. */
    private static final int ON_A_PAGE = 10;

    private final CommentQueue queue;
    private final Comments comments;

    CommentPages(CommentQueue queue, Comments comments) {
        this.queue = queue;
        this.comments = comments;
    }

    /** The items whose comments are to be looked at, by audience. */
    Map<String, Object> overview(Fielded survey, List<Audience> audiences, Language language) {
        Map<String, Object> model = head(survey, language);
        int minimum = CommentItems.minimum(survey);
        model.put("minimum", minimum);
        model.put(
                "parts",
                audiences.stream()
                        .filter(a -> !CommentItems.of(survey, a).isEmpty())
                        .map(a -> part(survey, a, minimum, language))
                        .toList());
        return model;
    }

    private Map<String, Object> part(Fielded survey, Audience audience, int minimum, Language language) {
        boolean released = comments.find(survey.id(), audience).isPresent();
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean ready = true;
        for (Item item : CommentItems.of(survey, audience)) {
            List<Entry> entries = released ? List.of() : queue.of(survey.id(), item.code(), minimum);
            int open = (int) entries.stream().filter(e -> e.decision() == null).count();
            ready &= open == 0;
            rows.add(Map.of(
                    "code", item.code(),
                    "question", item.question().in(language),
                    "enough", !entries.isEmpty(),
                    "comments", entries.stream().mapToInt(e -> e.texts().size()).sum(),
                    "entries", entries.size(),
                    "open", open));
        }
        boolean any = rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.get("enough")));
        return Map.of(
                "audience",
                audience.name(),
                "restricted",
                audience != Audience.EVERYONE,
                "released",
                released,
                "ready",
                ready && any && !released,
                "rows",
                rows);
    }

    /** The comments on an item that are to be looked at, or those that were. */
    Map<String, Object> queue(Fielded survey, Item item, List<Entry> entries, boolean decided, Language language) {
        Map<String, Object> model = head(survey, language);
        List<Entry> chosen =
                entries.stream().filter(e -> (e.decision() != null) == decided).toList();
        model.put("item", item.code());
        model.put("question", item.question().in(language));
        model.put("decided", decided);
        model.put("enough", !entries.isEmpty());
        model.put("looked", entries.stream().filter(e -> e.decision() != null).count());
        model.put("open", entries.stream().filter(e -> e.decision() == null).count());
        model.put(
                "entries",
                chosen.stream()
                        .limit(decided ? chosen.size() : ON_A_PAGE)
                        .map(CommentPages::entry)
                        .toList());
        return model;
    }

    private static Map<String, Object> entry(Entry entry) {
        List<Mark> marks = entry.marks();
        List<Span> hidden = entry.hidden();
        Decision decision = entry.decision();
        Map<String, Object> model = new HashMap<>();
        model.put("text", entry.texts().getFirst().toString());
        model.put("times", entry.texts().size());
        model.put("repeated", entry.texts().size() > 1);
        model.put("near", entry.near());
        model.put("redacted", entry.redacted());
        model.put("withheld", decision != null && !decision.shown());
        model.put(
                "pieces",
                entry.pieces().stream().map(p -> piece(entry, p, marks, hidden)).toList());
        model.put(
                "marks",
                marks.stream()
                        .map(m -> Map.of(
                                "words",
                                entry.words()
                                        .substring(m.span().from(), m.span().to()),
                                "kind",
                                key(m)))
                        .toList());
        return model;
    }

    private static Map<String, Object> piece(Entry entry, Span piece, List<Mark> marks, List<Span> hidden) {
        return Map.of(
                "value", piece.from() + "-" + piece.to(),
                "words", entry.words().substring(piece.from(), piece.to()),
                "marked", marks.stream().anyMatch(m -> m.span().overlaps(piece)),
                "hidden", hidden.stream().anyMatch(s -> s.covers(piece)));
    }

    private static String key(Mark mark) {
        return "comment.mark." + mark.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> head(Fielded survey, Language language) {
        Manifest manifest = survey.manifest();
        Map<String, Object> model = new HashMap<>();
        model.put("survey", survey.id());
        model.put("title", manifest.title().in(language));
        model.put("organization", manifest.organizationName());
        model.put("round", manifest.roundName());
        return model;
    }
}
