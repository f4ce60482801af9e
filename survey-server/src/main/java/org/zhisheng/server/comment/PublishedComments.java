package org.zhisheng.server.comment;

import java.time.Instant;
import java.util.List;

/**
 * The released comments of a survey with what proves them.
 *
 * @param items comments by item
 * @param content the release as it was stored: JSON
 * @param fingerprint SHA-256 of the content's UTF-8 bytes, hexadecimal
 * @param releasedBy who answers for the redaction
 * @param releasedAt when
 */
public record PublishedComments(
        List<ItemComments> items, String content, String fingerprint, String releasedBy, Instant releasedAt) {
    public PublishedComments {
        items = List.copyOf(items);
    }
}
