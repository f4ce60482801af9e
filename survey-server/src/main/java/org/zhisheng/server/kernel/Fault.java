package org.zhisheng.server.kernel;

import java.util.List;

/**
 * What is wrong with one thing that somebody entered.
 *
 * @param field the entry's name as the form or the JSON has it, for example {@code headcount} or {@code PRE-T1}
 * @param key key of the message that says what is wrong and what to do
 * @param arguments values for {@code {0}}, {@code {1}} … in the message
 */
public record Fault(String field, String key, List<Object> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** A fault with the given message and its arguments. */
    public static Fault of(String field, String key, Object... arguments) {
        return new Fault(field, key, List.of(arguments));
    }
}
