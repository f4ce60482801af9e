package org.zhisheng.server.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.zhisheng.server.comment.CommentTerm;
import org.zhisheng.server.comment.ReleasedComment;

/**
 * Released comments, ready to be laid out.
 *
 * @param items by item
 * @param releasedBy who answers for the redaction
 * @param releasedAt when, in local time
 * @param fingerprint of the release of comments
 */
@Introspected
record CommentView(List<ItemView> items, String releasedBy, String releasedAt, String fingerprint) {
    /** The comments on one item; none where too few could be shown. */
    @Introspected
    record ItemView(
            String question,
            boolean shown,
            int received,
            int withheld,
            List<ReleasedComment> comments,
            List<CommentTerm> terms) {}
}
