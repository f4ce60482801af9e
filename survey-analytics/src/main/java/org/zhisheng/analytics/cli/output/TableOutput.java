package org.zhisheng.analytics.cli.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the result of an analysis as tables for people; conventions and methods stand once below each table. */
public final class TableOutput {
    /** Lists whose elements have a name and become sections of their own. */
    private static final Set<String> SECTIONS = Set.of("estimates", "units");

    private static final Set<String> BELOW = Set.of("method", "conventions", "note", "notes");

    private final StringBuilder text = new StringBuilder();

    private TableOutput() {}

    /** The text of an analysis: its heads, then a table for each estimate. */
    public static String write(Fields analysis) {
        TableOutput output = new TableOutput();
        output.section(analysis, "");
        return output.text.toString();
    }

    private void section(Fields fields, String indent) {
        Map<String, @Nullable Object> scalars = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> flatten(key, value, scalars));
        scalars.forEach((key, value) -> text.append(indent)
                .append(Grid.padRight(key, 18))
                .append(' ')
                .append(Numbers.forPeople(value))
                .append('\n'));
        fields.values().forEach((key, value) -> {
            if (value instanceof Collection<?> list && !isTexts(list)) {
                list(key, list, indent);
            }
        });
    }

    private static void flatten(String key, @Nullable Object value, Map<String, @Nullable Object> into) {
        switch (value) {
            case Fields inner -> inner.values().forEach((name, v) -> flatten(key + "." + name, v, into));
            case Collection<?> list -> {
                if (isTexts(list)) {
                    into.put(
                            key,
                            String.join(
                                    "; ", list.stream().map(TableOutput::text).toList()));
                }
            }
            case null -> into.put(key, null);
            default -> into.put(key, value);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> inner
                ? "(" + String.join(", ", inner.stream().map(TableOutput::text).toList()) + ")"
                : Numbers.forPeople(value);
    }

    private static boolean isTexts(Collection<?> list) {
        return list.stream().noneMatch(Fields.class::isInstance);
    }

    private void list(String key, Collection<?> list, String indent) {
        boolean estimates = SECTIONS.contains(key);
        if (!estimates) {
            text.append(indent).append(key).append('\n');
            table(list, indent + "  ");
            return;
        }
        for (Object element : list) {
            if (element instanceof Fields fields) {
                text.append('\n')
                        .append("== ")
                        .append(fields.values().get("name"))
                        .append('\n');
                section(fields, "");
            }
        }
    }

    private void table(Collection<?> list, String indent) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        Set<String> below = new LinkedHashSet<>();
        for (Object element : list) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            if (element instanceof Fields fields) {
                fields.values().forEach((key, value) -> {
                    if (BELOW.contains(key)) {
                        note(value, below);
                    } else {
                        flatten(key, value, row);
                    }
                });
            }
            row.keySet().removeIf(name -> name.equals("interval.level"));
            columns.addAll(row.keySet());
            rows.add(row);
        }
        text.append(Grid.draw(List.copyOf(columns), rows, indent));
        below.forEach(note -> text.append(indent).append("· ").append(note).append('\n'));
        nested(list, indent);
    }

    private static void note(@Nullable Object value, Set<String> below) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> below.add(String.valueOf(one)));
        } else if (value != null) {
            below.add(value.toString());
        }
    }

    private void nested(Collection<?> list, String indent) {
        for (Object element : list) {
            if (element instanceof Fields fields) {
                fields.values().forEach((key, value) -> {
                    if (value instanceof Collection<?> inner && !isTexts(inner)) {
                        list(key, inner, indent + "  ");
                    }
                });
            }
        }
    }
}
