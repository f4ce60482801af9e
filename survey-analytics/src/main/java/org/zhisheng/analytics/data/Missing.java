package org.zhisheng.analytics.data;

/**
 * Why a respondent has no valid category. The three reasons are kept apart because rules differ: "don't know" may belong
 * to a base (awareness), while a question that was not put to somebody never does.
 */
public enum Missing {
    /** Put to the respondent and left empty. */
    BLANK(-1),
    /** Answered "don't know" or "not applicable". */
    DONT_KNOW(-2),
    /** Never put to the respondent, because routing skipped it. */
    NOT_ASKED(-3);

    private final byte code;

    Missing(int code) {
        this.code = (byte) code;
    }

    /** The negative code that stands for this reason in a {@link CategoryColumn}. */
    public byte code() {
        return code;
    }
}
