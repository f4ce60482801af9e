package org.zhisheng.server.comment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The released comments on one item.
 *
 * @param item code of the item
 * @param shown whether there were enough; else nothing is told, not even how many
 * @param received comments received; -1 where not shown
 * @param withheld of them, kept back whole by the redactor; -1 where not shown
 * @param comments the others, in an order drawn at random; the same words stand once
 * @param terms words that many of the comments hold, the most frequent first
 */
@Serdeable
@Introspected
public record ItemComments(
        String item,
        boolean shown,
        int received,
        int withheld,
        List<ReleasedComment> comments,
        List<CommentTerm> terms) {
    public ItemComments {
        comments = List.copyOf(comments);
        terms = List.copyOf(terms);
    }

    /** An item on which too few wrote, or too little could be shown. */
    static ItemComments tooFew(String item) {
        return new ItemComments(item, false, -1, -1, List.of(), List.of());
    }
}
