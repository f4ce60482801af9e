package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.Crossing;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.cli.variable.Variables;

/** The options that cells name: those that the plan lists, or all that occur. */
final class OptionSource {
    private OptionSource() {}

    /** The options under {@code options}, or those that occur in the columns, split at a separator if there is one. */
    static List<String> options(PlanNode node, List<String> columns, String separator, Variables variables) {
        if (node.has("options")) {
            return node.texts("options");
        }
        Set<String> found = new LinkedHashSet<>();
        for (String column : columns) {
            for (String value : values(variables.get(column))) {
                found.addAll(split(value, separator));
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<String> values(Variable variable) {
        return switch (variable) {
            case CategoryVariable category -> category.values();
            case org.zhisheng.analytics.cli.variable.IdentifierVariable identifier -> identifier.values();
            case org.zhisheng.analytics.cli.variable.NumberVariable number -> {
                Set<String> texts = new LinkedHashSet<>();
                for (int row = 0; row < number.rows(); row++) {
                    texts.add(text(number, row));
                }
                yield List.copyOf(texts);
            }
        };
    }

    /** The cell of a row as it stands in the data; empty if it is missing. */
    static String text(Variable variable, int row) {
        return variable.missing(row) < 0 ? "" : Crossing.value(variable, row);
    }

    /** The parts of a cell, without spaces around them; none of an empty cell. */
    static List<String> split(String cell, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= cell.length()) {
            int to = separator.isEmpty() ? -1 : cell.indexOf(separator, from);
            int end = to < 0 ? cell.length() : to;
            String part = cell.substring(from, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = end + Math.max(1, separator.length());
        }
        return parts;
    }

    /** The place of an option, refusing one that the plan does not list. */
    static int place(List<String> options, String option, String column, int row) {
        int place = options.indexOf(option);
        if (place < 0) {
            throw new IllegalArgumentException("column '" + column + "', data row " + (row + 1) + ": '" + option
                    + "' is not among the options " + options);
        }
        return place;
    }
}
