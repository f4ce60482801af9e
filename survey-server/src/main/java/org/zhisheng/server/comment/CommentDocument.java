package org.zhisheng.server.comment;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.zhisheng.server.questionnaire.Audience;

/**
 * The released comments of a survey: what is stored, downloaded and fingerprinted, as JSON.
 *
 * @param format version of the layout
 * @param survey the survey's short code
 * @param manifest fingerprint of the manifest that declared the release
 * @param audience for whom it is
 * @param minimum fewest comments on an item that are shown
 * @param items the items in the questionnaire's order
 */
@Serdeable
record CommentDocument(
        int format, String survey, String manifest, Audience audience, int minimum, List<ItemComments> items) {
    /** The current layout. */
    static final int FORMAT = 1;

    CommentDocument {
        items = List.copyOf(items);
    }
}
