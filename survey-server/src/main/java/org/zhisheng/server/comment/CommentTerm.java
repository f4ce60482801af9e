package org.zhisheng.server.comment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A word that at least ten of the released comments hold.
 *
 * @param term the word
 * @param comments comments that hold it
 */
@Serdeable
@Introspected
public record CommentTerm(String term, int comments) {}
