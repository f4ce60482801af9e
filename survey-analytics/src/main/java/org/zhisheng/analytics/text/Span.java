package org.zhisheng.analytics.text;

/**
 * A stretch of a text.
 *
 * @param from first character (UTF-16 unit), from 0
 * @param to first character after it, greater than {@code from}
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a span from " + from + " to " + to + " holds no character");
        }
    }

    /** Whether the two share a character. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Whether every character of the other is in this one. */
    public boolean covers(Span other) {
        return from <= other.from && other.to <= to;
    }

    /** The characters. */
    String of(String text) {
        return text.substring(from, to);
    }
}
