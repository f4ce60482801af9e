package org.zhisheng.server.platform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;

/**
 * What was entered in a form, as it was sent. Controllers take it as their body ({@code @Body Entries form}). A name that
 * was not sent reads as nothing entered, so that leaving a box unticked needs no special case.
 *
 * @param values a text or a list of texts by name
 */
public record Entries(Map<String, Object> values) {
    public Entries {
        values = Map.copyOf(values);
    }

    /** From a decoded body. */
    static Entries of(Map<?, ?> body) {
        Map<String, Object> values = new LinkedHashMap<>();
        body.forEach((name, value) -> values.put(String.valueOf(name), value));
        return new Entries(values);
    }

    /** The entry of the name without blanks around it; empty where it was not sent. */
    public String text(String name) {
        return raw(name).strip();
    }

    /** The entry of the name exactly as it was sent. */
    public String raw(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All entries of a name that may come several times: ticked boxes, rows. */
    public List<String> all(String name) {
        Object value = values.get(name);
        return switch (value) {
            case null -> List.of();
            case List<?> several -> several.stream().map(Objects::toString).toList();
            default -> List.of(value.toString());
        };
    }

    /** Whether the box of the name was ticked or the button of the name pressed. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The id in an entry, if it is one. */
    public Optional<Id> id(String name) {
        return Id.parse(text(name));
    }

    /** The constant that an entry names, if it names one. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        String chosen = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(chosen))
                .findFirst();
    }

    /** The names only: what was entered may be a secret. */
    @Override
    public String toString() {
        return "Entries" + values.keySet();
    }
}
