package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.MissingRule;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.cli.variable.YesNo;

/**
 * What counts as yes: a condition, or values of columns; and what becomes of missing answers.
 *
 * @param of columns; empty if there is a condition
 * @param values what counts as yes in each of them; empty if there is a condition or every category is asked for
 */
record YesNoSpec(@Nullable Expression yes, String source, List<String> of, List<String> values, MissingRule missing) {
    /** Reads {@code yes}, or {@code of} and {@code values}; null if the node has neither {@code yes} nor {@code values}. */
    static @Nullable YesNoSpec read(PlanNode node, Scope scope) {
        if (node.has("yes") && (node.has("of") && node.has("values"))) {
            throw node.get("yes").fault("says what counts as yes; leave out 'values'");
        }
        if (!node.has("yes") && !node.has("values")) {
            return null;
        }
        return new YesNoSpec(
                node.has("yes") ? scope.expression(node.get("yes")) : null,
                node.text("yes", ""),
                node.has("yes") ? List.of() : scope.variables(node, "of"),
                node.texts("values"),
                MissingRule.read(node));
    }

    /** A 0/1 variable of the design's rows for each column, or one for the condition, made on first use. */
    List<String> variables(Variables variables) {
        List<String> names = new ArrayList<>();
        if (yes != null) {
            names.add(add(variables, source, yes.bind(variables::get)));
        }
        for (String column : of) {
            names.add(add(variables, column + " in " + values, chosen(variables.category(column))));
        }
        return names;
    }

    private String add(Variables variables, String label, Condition condition) {
        String name = label + " (" + missing.convention() + ")";
        if (!variables.has(name)) {
            variables.add(YesNo.of(name, condition, missing, variables.rows()));
        }
        return name;
    }

    private Condition chosen(CategoryVariable category) {
        boolean[] chosen = new boolean[category.categories()];
        for (String value : values) {
            int place = place(category, value);
            chosen[place] = true;
        }
        return row -> {
            int code = category.column().code(row);
            return code < 0 ? code : chosen[code] ? Condition.TRUE : Condition.FALSE;
        };
    }

    private static int place(CategoryVariable category, String value) {
        int place = category.values().indexOf(value);
        for (int k = 0; place < 0 && k < category.categories(); k++) {
            place = category.label(k).equals(value) ? k : place;
        }
        if (place < 0) {
            throw new IllegalArgumentException("'" + category.name() + "' has no value '" + value + "'; it has "
                    + category.values() + ". If nobody gave it, list it under 'values' of the column");
        }
        return place;
    }

    /** How the output names the variables, in the order of {@link #variables}. */
    List<String> titles() {
        return yes != null ? List.of(source) : of;
    }
}
