package org.zhisheng.analytics.quality;

/** What an item without a valid answer means to checks that compare answers. */
public enum BlankRule {
    /** It is left out, as if the item had not been there. */
    SKIP,
    /** It is an answer of its own: it ends a run of equal answers, and equals another blank. */
    COUNT
}
