package org.zhisheng.analytics.text;

import java.util.Comparator;

/**
 * A stretch of a comment that could identify somebody.
 *
 * @param span where
 * @param kind what it could give away
 * @param rule which rule saw it, for example {@code identity.checksum}: the reason, in the terms of the finder
 */
public record Mark(Span span, MarkKind kind, String rule) {
    /** By place, the longer first. */
    static final Comparator<Mark> BY_PLACE = Comparator.comparingInt((Mark m) -> m.span.from())
            .thenComparing(Comparator.comparingInt((Mark m) -> m.span.to()).reversed())
            .thenComparing(Mark::kind);
}
