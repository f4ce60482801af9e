package org.zhisheng.server.bulletin;

import java.util.Locale;

/** How a check came out. */
public enum Verdict {
    PASSED,
    FAILED,
    /** What it needs is not there; why is said. */
    NOT_CHECKED;

    /** Its name in messages and documents: {@code not-checked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
