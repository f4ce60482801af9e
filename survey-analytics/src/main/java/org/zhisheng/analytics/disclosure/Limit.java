package org.zhisheng.analytics.disclosure;

import java.util.Locale;

/** How a printed number relates to the one that was found. */
public enum Limit {
    /** It is the number, as far as its decimals say. */
    EXACT,
    /** Two or fewer did not: the number found is this or more. */
    AT_LEAST,
    /** Two or fewer did: the number found is this or less. */
    AT_MOST,
    /** Options in order of choice: the value is the place, its share is not shown. */
    PLACE,
    /** Not shown, because it would give away a bound, or because its base is too small. */
    WITHHELD,
    /** Nobody of the group was asked, or answered. */
    NO_BASE;

    /** Name in files and message keys: {@code at-least}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is a number to show. */
    public boolean hasValue() {
        return this != WITHHELD && this != NO_BASE;
    }
}
