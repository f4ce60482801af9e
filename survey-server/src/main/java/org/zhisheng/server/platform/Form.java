package org.zhisheng.server.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;

/**
 * A form as it was sent. Controllers take it as their body ({@code @Body Form form}); an entry that is missing reads as
 * one that was left empty, so that a page can show again whatever was typed.
 *
 * @param entries the values of each entry, in the order in which they were sent
 */
public record Form(Map<String, List<String>> entries) {
    public Form {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        entries.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        entries = copy;
    }

    /** From a decoded body, in which an entry is one value or a collection of them. */
    static Form of(Map<?, ?> body) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        body.forEach((name, value) -> entries.put(String.valueOf(name), texts(value)));
        return new Form(entries);
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** The first value of an entry without the blanks around it; empty where the entry is missing. */
    public String text(String name) {
        return exact(name).strip();
    }

    /** The first value of an entry exactly as it was typed, as a password is. */
    public String exact(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** All values of an entry. */
    public List<String> all(String name) {
        return entries.getOrDefault(name, List.of());
    }

    /** The id in an entry, if it is one. */
    public Optional<Id> id(String name) {
        return Id.parse(text(name));
    }

    /** The constant that an entry names, if it names one. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text(name)))
                .findFirst();
    }

    /** The names of the entries only: values may be secrets. */
    @Override
    public String toString() {
        return "Form" + entries.keySet();
    }
}
