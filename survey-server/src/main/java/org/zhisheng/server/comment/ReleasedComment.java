package org.zhisheng.server.comment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A comment as everybody may read it.
 *
 * @param text the words, with blocks where something was hidden
 * @param times how many people wrote it, at least 1
 */
@Serdeable
@Introspected
public record ReleasedComment(String text, int times) {}
