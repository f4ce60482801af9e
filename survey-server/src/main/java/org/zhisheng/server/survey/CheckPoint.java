package org.zhisheng.server.survey;

import java.util.List;
import java.util.Locale;

/**
 * One line of the check before launch.
 *
 * @param level how it stands
 * @param key key of the message
 * @param arguments values for {@code {0}}, {@code {1}} … in the message
 */
record CheckPoint(Level level, String key, List<Object> arguments) {
    /** How a line of the check stands. */
    enum Level {
        /** As it should be. */
        FINE,
        /** To know before launching; stops nothing. */
        NOTE,
        /** Must be mended before launching. */
        STOP;

        /** The name in the page's styles. */
        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CheckPoint {
        arguments = List.copyOf(arguments);
    }

    static CheckPoint of(Level level, String key, Object... arguments) {
        return new CheckPoint(level, key, List.of(arguments));
    }
}
