package org.zhisheng.analytics.disclosure;

import java.util.Locale;

/** Whether a group's figures are shown, and why not. Hidden, empty and not asked are different things to a reader. */
public enum Shown {
    /** Its figures are shown. */
    YES,
    /** Fewer respondents than the smallest group that may be shown. */
    TOO_FEW,
    /** The rest of the table would be too small, or another hidden group could be worked out from this one. */
    PROTECTS_OTHERS,
    /** Nobody of the group answered. */
    EMPTY;

    /** Name in files and message keys: {@code too-few}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
