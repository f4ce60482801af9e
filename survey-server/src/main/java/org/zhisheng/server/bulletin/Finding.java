package org.zhisheng.server.bulletin;

import java.util.List;

/**
 * One check and how it came out.
 *
 * @param check its name, for example {@code tags-sorted}; its words are the message {@code bulletin.check.<name>}
 * @param verdict how it came out
 * @param reason message key of what was found, for example {@code bulletin.found.tags-unsorted}
 * @param arguments what the reason's words name
 */
public record Finding(String check, Verdict verdict, String reason, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** The check passed. */
    static Finding passed(String check, String reason, Object... arguments) {
        return new Finding(check, Verdict.PASSED, reason, List.of(arguments));
    }

    /** The check failed. */
    static Finding failed(String check, String reason, Object... arguments) {
        return new Finding(check, Verdict.FAILED, reason, List.of(arguments));
    }

    /** The check could not be made. */
    static Finding notChecked(String check, String reason, Object... arguments) {
        return new Finding(check, Verdict.NOT_CHECKED, reason, List.of(arguments));
    }

    /** Message key of the check's name. */
    public String title() {
        return "bulletin.check." + check;
    }
}
