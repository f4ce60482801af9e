package org.zhisheng.analytics.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hides stretches of a text behind blocks. Every stretch becomes the same two blocks, so that its length says nothing,
 * and nothing can be taken away without a trace: "not content" cannot become "content".
 */
public final class Redaction {
    /** What stands for anything that was hidden. */
    public static final String BLOCK = "▇▇";

    private Redaction() {}

    /**
     * The text with the stretches hidden.
     *
     * @param hidden the stretches in any order; what overlaps or touches becomes one
     * @throws IllegalArgumentException where a stretch ends outside the text or cuts a character in two
     */
    public static String apply(String text, List<Span> hidden) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (Span span : merged(hidden)) {
            check(text, span);
            shown.append(text, at, span.from()).append(BLOCK);
            at = span.to();
        }
        return shown.append(text, at, text.length()).toString();
    }

    /** The stretches by place, with those that overlap or touch made one. */
    public static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
            if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static void check(String text, Span span) {
        if (span.to() > text.length()) {
            throw new IllegalArgumentException(
                    "a stretch that ends at " + span.to() + " is outside a text of " + text.length());
        }
        if (Character.isLowSurrogate(text.charAt(span.from()))
                || (span.to() < text.length() && Character.isLowSurrogate(text.charAt(span.to())))) {
            throw new IllegalArgumentException(
                    "a stretch from " + span.from() + " to " + span.to() + " cuts a character in two");
        }
    }
}
