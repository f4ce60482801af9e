package org.zhisheng.analytics.score;

/**
 * Names one published scheme. A published version never changes, so that equal ids mean equal rules.
 *
 * @param id lower-case letters, digits and hyphens, such as {@code cb-qei}
 * @param version three numbers, such as {@code 1.0.0}
 */
public record SchemeId(String id, String version) {
    /** Reads {@code cb-qei/1.0.0}. */
    public static SchemeId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not name a scheme as id/version, like cb-qei/1.0.0");
        }
        return new SchemeId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return id + "/" + version;
    }
}
