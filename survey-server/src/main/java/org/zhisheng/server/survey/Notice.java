package org.zhisheng.server.survey;

import java.util.List;

/**
 * Something that was done with what was typed, or that an officer should know, and that stops nothing.
 *
 * @param key key of the message
 * @param arguments values for {@code {0}}, {@code {1}} … in the message
 */
record Notice(String key, List<Object> arguments) {
    Notice {
        arguments = List.copyOf(arguments);
    }

    static Notice of(String key, Object... arguments) {
        return new Notice(key, List.of(arguments));
    }
}
