package org.zhisheng.server.comment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.text.IdentityMarks;
import org.zhisheng.analytics.text.Mark;
import org.zhisheng.analytics.text.Pieces;
import org.zhisheng.analytics.text.Redaction;
import org.zhisheng.analytics.text.Span;
import org.zhisheng.server.kernel.Id;

/**
 * One thing to look at: a comment, with all that say the same.
 *
 * @param texts ids of the comments; the first one's words stand for all
 * @param words as typed
 * @param near how many other entries say nearly the same
 * @param decision what was decided; null where nobody looked yet
 */
record Entry(
        List<Id> texts, String words, int near, @Nullable Decision decision) {
    Entry {
        texts = List.copyOf(texts);
    }

    /** What is marked by itself. */
    List<Mark> marks() {
        return IdentityMarks.of(words);
    }

    /** The pieces that can be hidden. */
    List<Span> pieces() {
        return Pieces.of(words, marks());
    }

    /** What is hidden: what was decided, else what is marked. */
    List<Span> hidden() {
        return decision != null
                ? decision.hidden()
                : marks().stream().map(Mark::span).toList();
    }

    /** The words as they would be released. */
    String redacted() {
        return Redaction.apply(words, hidden());
    }

    @Override
    public String toString() {
        return "Entry[redacted]";
    }
}
