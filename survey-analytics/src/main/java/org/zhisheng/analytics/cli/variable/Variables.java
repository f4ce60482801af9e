package org.zhisheng.analytics.cli.variable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.csv.Numerals;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.NumericColumn;

/** The variables of an analysis by name, over all rows of the data or a selection of them. */
public final class Variables {
    private final int rows;
    private final Map<String, Variable> variables = new HashMap<>();

    public Variables(int rows) {
        this.rows = rows;
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** Adds a variable. */
    public void add(Variable variable) {
        variables.put(variable.name(), variable);
    }

    /** Whether there is a variable of this name. */
    public boolean has(String name) {
        return variables.containsKey(name);
    }

    /** The variable of a name. */
    public Variable get(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new IllegalArgumentException("no column or derived variable '" + name + "'");
        }
        return variable;
    }

    /** A categorical variable, refusing others by name. */
    public CategoryVariable category(String name) {
        if (get(name) instanceof CategoryVariable category) {
            return category;
        }
        throw new IllegalArgumentException(
                "'" + name + "' has many values; a category is needed here: declare its type, or derive bands of it");
    }

    /** The numbers of a variable, NaN where missing; refuses one with values that are no numbers. */
    public double[] numbers(String name) {
        Variable variable = get(name);
        return switch (variable) {
            case NumberVariable number -> number.column().values();
            case CategoryVariable category -> {
                requireScores(category);
                yield rowwise(category);
            }
            case IdentifierVariable identifier -> throw noNumbers(identifier);
        };
    }

    private static IllegalArgumentException noNumbers(IdentifierVariable identifier) {
        List<String> odd = identifier.values().stream()
                .filter(value -> Double.isNaN(Numerals.parse(value)))
                .limit(3)
                .toList();
        return new IllegalArgumentException("'" + identifier.name() + "' holds values that are no numbers, such as "
                + odd + ": declare them as missing codes; if it should hold numbers, give its column the type number");
    }

    private static double[] rowwise(CategoryVariable category) {
        double[] numbers = new double[category.rows()];
        Arrays.setAll(numbers, category::number);
        return numbers;
    }

    /** Refuses a category that has values without a number. */
    public static void requireScores(CategoryVariable category) {
        List<String> unscored = category.unscored();
        if (unscored.size() == category.categories() && !unscored.isEmpty()) {
            throw new IllegalArgumentException("'" + category.name() + "' holds " + unscored
                    + ", which are no numbers: give its column scores, or ask for proportions");
        }
        if (!unscored.isEmpty() && !scoresWereGiven(category)) {
            throw new IllegalArgumentException("'" + category.name() + "' holds " + unscored
                    + " beside numbers: declare them as missing codes, or give its column scores");
        }
    }

    /** Whether some value's score is not its own number: then values without one are meant to be left out. */
    private static boolean scoresWereGiven(CategoryVariable category) {
        for (int k = 0; k < category.categories(); k++) {
            if (Double.compare(category.scores().get(k), category.code(k)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The variables of some rows. */
    public Variables only(int[] selected) {
        Variables part = new Variables(selected.length);
        variables.values().forEach(variable -> part.add(only(variable, selected)));
        return part;
    }

    /** Some variables of some rows. */
    public Variables only(int[] selected, List<String> names) {
        Variables part = new Variables(selected.length);
        names.forEach(name -> part.add(only(get(name), selected)));
        return part;
    }

    private static Variable only(Variable variable, int[] rows) {
        return switch (variable) {
            case CategoryVariable c -> {
                byte[] codes = new byte[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    codes[i] = c.column().code(rows[i]);
                }
                yield new CategoryVariable(CategoryColumn.of(c.name(), c.values(), codes), c.labels(), c.scores());
            }
            case IdentifierVariable f -> {
                int[] codes = new int[rows.length];
                Arrays.setAll(codes, i -> f.codes()[rows[i]]);
                yield new IdentifierVariable(f.name(), codes, f.values());
            }
            case NumberVariable n -> {
                double[] numbers = new double[rows.length];
                Arrays.setAll(numbers, i -> n.number(rows[i]));
                byte[] reasons = new byte[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    reasons[i] = (byte) n.missing(rows[i]);
                }
                yield new NumberVariable(NumericColumn.of(n.name(), numbers), reasons);
            }
        };
    }
}
