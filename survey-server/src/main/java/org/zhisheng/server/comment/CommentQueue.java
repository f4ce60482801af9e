package org.zhisheng.server.comment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhisheng.analytics.text.Repetition;
import org.zhisheng.analytics.text.Span;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.response.FreeText;
import org.zhisheng.server.response.Responses;

/**
 * The comments on an item as a person looks at them: in the order of ids that were drawn at random, what is pasted many
 * times folded into one entry and what is nearly the same side by side. Folding decides for all at once and drops nothing.
 */
@Singleton
final class CommentQueue {
    /** Share of neighbouring characters from which on two comments are said to be nearly the same. */
    private static final double NEAR = 0.7;

    private final Responses responses;
    private final CommentStore store;

    CommentQueue(Responses responses, CommentStore store) {
        this.responses = responses;
        this.store = store;
    }

    /** The entries on an item; none where fewer comments came than are ever shown. */
    List<Entry> of(Id survey, String item, int minimum) {
        List<FreeText> texts = new ArrayList<>();
        responses.forEachText(survey, text -> {
            if (text.item().equals(item)) {
                texts.add(text);
            }
        });
        return texts.size() < minimum ? List.of() : entries(texts, store.decisions(survey));
    }

    /**
     * Keeps what was decided about an entry.
     *
     * @param first id of the entry's first text
     * @throws ProblemException {@code not-found} where there is no such entry, {@code invalid-input} where something other
     *     than its pieces is to be hidden
     */
    void decide(Id survey, String item, int minimum, Id first, Decision decision) {
        Entry entry = of(survey, item, minimum).stream()
                .filter(e -> e.texts().getFirst().equals(first))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        List<Span> pieces = entry.pieces();
        boolean known = decision.hidden().stream().allMatch(span -> isMadeOf(pieces, span));
        if (!known) {
            throw ProblemException.invalid(Fault.of("hide", "comment.fault.pieces"));
        }
        store.decide(survey, entry.texts(), decision);
    }

    /** Whether a stretch starts where a piece starts and ends where one ends. */
    private static boolean isMadeOf(List<Span> pieces, Span span) {
        return pieces.stream().anyMatch(p -> p.from() == span.from())
                && pieces.stream().anyMatch(p -> p.to() == span.to());
    }

    private static List<Entry> entries(List<FreeText> texts, Map<Id, Decision> decisions) {
        List<String> words = texts.stream().map(FreeText::words).toList();
        Repetition repetition = Repetition.of(words, NEAR);
        Map<Integer, Map<String, List<Integer>>> clusters = new TreeMap<>();
        IntStream.range(0, texts.size())
                .forEach(i -> clusters.computeIfAbsent(repetition.cluster(i), c -> new LinkedHashMap<>())
                        .computeIfAbsent(words.get(i), w -> new ArrayList<>())
                        .add(i));
        List<Entry> entries = new ArrayList<>();
        for (Map<String, List<Integer>> cluster : clusters.values()) {
            cluster.forEach((said, rows) -> {
                List<Id> ids = rows.stream().map(row -> texts.get(row).id()).toList();
                Optional<Decision> decision = Optional.ofNullable(decisions.get(ids.getFirst()));
                entries.add(new Entry(ids, said, cluster.size() - 1, decision.orElse(null)));
            });
        }
        return Collections.unmodifiableList(entries);
    }
}
