package org.zhisheng.analytics.disclosure;

import java.util.List;

/**
 * Under which terms a release was made; printed at its head.
 *
 * @param kind what is released
 * @param minimumGroup k of the rules
 * @param detail how much a unit of this size shows
 * @param blocks the weighting blocks, each the names of its cells
 */
public record ReleaseTerms(Kind kind, int minimumGroup, Detail detail, List<List<String>> blocks) {
    public ReleaseTerms {
        blocks = blocks.stream().map(List::copyOf).toList();
    }

    /** What is released. */
    public enum Kind {
        /** The release made at the close. */
        FIRST,
        /** A later release of the same responses, audited together with what was out. */
        CORRECTION
    }
}
