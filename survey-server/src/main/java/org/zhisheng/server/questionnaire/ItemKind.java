package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;

/** How an item is answered. A rating and a bracket are single choices whose options carry points or bounds. */
@Serdeable
public enum ItemKind {
    /** One option. */
    SINGLE,
    /** Any options up to {@link Item#max()}. */
    MULTIPLE,
    /** Options in order of preference, first most pressing, at most {@link Item#max()}. */
    RANKED,
    /** A few words, at most {@link Item#max()} characters (Unicode code points). */
    TEXT
}
