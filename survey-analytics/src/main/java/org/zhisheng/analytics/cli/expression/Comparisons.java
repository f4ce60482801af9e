package org.zhisheng.analytics.cli.expression;

import java.util.List;
import java.util.function.IntPredicate;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.IdentifierVariable;
import org.zhisheng.analytics.cli.variable.NumberVariable;
import org.zhisheng.analytics.cli.variable.Variable;

/** Comparisons of variables, tabulated by category wherever there are categories. */
final class Comparisons {
    private Comparisons() {}

    static Condition in(Variable variable, List<Literal> constants) {
        return switch (variable) {
            case CategoryVariable category -> byCategory(category, chosen(category, constants));
            case IdentifierVariable identifier -> byValue(identifier, constants);
            case NumberVariable number -> byNumber(number, numbers(number, constants));
        };
    }

    private static IntPredicate chosen(CategoryVariable category, List<Literal> constants) {
        boolean[] chosen = new boolean[category.categories()];
        for (Literal constant : constants) {
            boolean found = false;
            for (int k = 0; k < chosen.length; k++) {
                if (matches(category, k, constant)) {
                    chosen[k] = true;
                    found = true;
                }
            }
            if (!found && !constant.isNumber()) {
                throw new ExpressionException("column '" + category.name() + "' has no value '" + constant.text()
                        + "'; it has " + category.values());
            }
        }
        return k -> chosen[k];
    }

    private static boolean matches(CategoryVariable category, int k, Literal constant) {
        return (constant.isNumber() && category.code(k) == constant.number())
                || category.values().get(k).equals(constant.text())
                || category.label(k).equals(constant.text());
    }

    private static Condition byCategory(CategoryVariable category, IntPredicate chosen) {
        byte[] truth = new byte[category.categories()];
        for (int k = 0; k < truth.length; k++) {
            truth[k] = (byte) (chosen.test(k) ? Condition.TRUE : Condition.FALSE);
        }
        byte[] codes = category.column().codes();
        return row -> codes[row] < 0 ? codes[row] : truth[codes[row]];
    }

    private static Condition byValue(IdentifierVariable identifier, List<Literal> constants) {
        boolean[] chosen = new boolean[identifier.values().size()];
        for (Literal constant : constants) {
            int place = identifier.values().indexOf(constant.text());
            if (place < 0) {
                throw new ExpressionException(
                        "column '" + identifier.name() + "' has no value '" + constant.text() + "'");
            }
            chosen[place] = true;
        }
        int[] codes = identifier.codes();
        return row -> codes[row] < 0 ? codes[row] : chosen[codes[row]] ? Condition.TRUE : Condition.FALSE;
    }

    private static double[] numbers(NumberVariable variable, List<Literal> constants) {
        return constants.stream().mapToDouble(c -> number(variable, c)).toArray();
    }

    private static double number(Variable variable, Literal constant) {
        if (!constant.isNumber()) {
            throw new ExpressionException(
                    "column '" + variable.name() + "' holds numbers; it cannot equal '" + constant.text() + "'");
        }
        return constant.number();
    }

    private static Condition byNumber(NumberVariable variable, double[] chosen) {
        return row -> {
            int missing = variable.missing(row);
            if (missing < 0) {
                return missing;
            }
            double value = variable.number(row);
            for (double c : chosen) {
                if (c == value) {
                    return Condition.TRUE;
                }
            }
            return Condition.FALSE;
        };
    }

    static Condition ordered(Variable variable, Relation relation, double number) {
        return switch (variable) {
            case CategoryVariable category -> {
                requireNumbers(category);
                yield byCategory(category, k -> relation.holds(category.code(k), number));
            }
            case NumberVariable numbers ->
                row -> {
                    int missing = numbers.missing(row);
                    return missing < 0 ? missing : truth(relation.holds(numbers.number(row), number));
                };
            case IdentifierVariable identifier -> throw noOrder(identifier);
        };
    }

    static Condition between(Variable left, Relation relation, Variable right) {
        for (Variable side : List.of(left, right)) {
            switch (side) {
                case CategoryVariable category -> requireNumbers(category);
                case NumberVariable number -> {}
                case IdentifierVariable identifier -> throw noOrder(identifier);
            }
        }
        return row -> {
            int missing = left.missing(row) < 0 ? left.missing(row) : right.missing(row);
            return missing < 0 ? missing : truth(relation.holds(raw(left, row), raw(right, row)));
        };
    }

    private static double raw(Variable variable, int row) {
        return variable instanceof CategoryVariable category
                ? category.code(category.column().code(row))
                : variable.number(row);
    }

    private static int truth(boolean holds) {
        return holds ? Condition.TRUE : Condition.FALSE;
    }

    private static void requireNumbers(CategoryVariable category) {
        for (int k = 0; k < category.categories(); k++) {
            if (Double.isNaN(category.code(k))) {
                throw new ExpressionException("column '" + category.name() + "' holds '"
                        + category.values().get(k) + "', so it has no order; use == or in (…), or declare '"
                        + category.values().get(k) + "' missing");
            }
        }
    }

    private static ExpressionException noOrder(IdentifierVariable identifier) {
        return new ExpressionException(
                "column '" + identifier.name() + "' holds identifiers, which have no order; use == or in (…)");
    }
}
