package org.zhisheng.analytics.disclosure;

import java.util.Locale;

/** How much a unit of a given size may show; each step shows what the steps before it show, and more. */
public enum Detail {
    /** The number of responses alone. */
    COUNT_ONLY,
    /** Two-way rates and means of the whole unit, and options in order of choice without their shares. */
    TWO_WAY,
    /** Three-category distributions, and groups. */
    THREE_WAY,
    /** Everything that was declared. */
    EVERYTHING;

    /** Name in files and message keys: {@code three-way}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether groups are shown at all. */
    public boolean groups() {
        return compareTo(THREE_WAY) >= 0;
    }
}
