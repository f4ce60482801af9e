package org.zhisheng.server.comment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.zhisheng.analytics.text.Redaction;
import org.zhisheng.analytics.text.Span;

/**
 * What a person decided about a comment.
 *
 * @param shown whether it is to be shown at all
 * @param hidden the stretches to hide, by place
 */
record Decision(boolean shown, List<Span> hidden) {
    Decision {
        hidden = Redaction.merged(hidden);
    }

    /** The stretches as they are stored: {@code 0-3 7-9}. */
    String written() {
        return hidden.stream().map(s -> s.from() + "-" + s.to()).collect(Collectors.joining(" "));
    }

    /** Reads {@link #written}. */
    static Decision read(boolean shown, String written) {
        return new Decision(
                shown,
                Arrays.stream(written.split(" ", -1))
                        .filter(s -> !s.isEmpty())
                        .map(Decision::span)
                        .toList());
    }

    /**
     * Reads one stretch.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Span span(String written) {
        int dash = written.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("a stretch reads from-to");
        }
        return new Span(Integer.parseInt(written.substring(0, dash)), Integer.parseInt(written.substring(dash + 1)));
    }
}
