package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.csv.Numerals;
import org.zhisheng.analytics.data.CategoryColumn;

/**
 * A variable of few values.
 *
 * @param column the codes, whose labels are the values as they stand in the file
 * @param labels what to print for a value; a value without an entry is printed as it is
 * @param scores the number that stands for each value in means and totals; NaN where the value has none
 */
public record CategoryVariable(CategoryColumn column, Map<String, String> labels, List<Double> scores)
        implements Variable {
    /** Values that score their own number. */
    public static CategoryVariable of(CategoryColumn column, Map<String, String> labels) {
        return new CategoryVariable(
                column, labels, column.labels().stream().map(Numerals::parse).toList());
    }

    public CategoryVariable {
        labels = Map.copyOf(labels);
        scores = List.copyOf(scores);
    }

    @Override
    public String name() {
        return column.name();
    }

    @Override
    public int rows() {
        return column.size();
    }

    /** How many categories there are. */
    public int categories() {
        return column.labels().size();
    }

    /** The values as in the file. */
    public List<String> values() {
        return column.labels();
    }

    /** What to print for a category. */
    public String label(int category) {
        String value = values().get(category);
        return labels.getOrDefault(value, value);
    }

    /** The number that the value itself is, whatever its score; NaN if it is none. */
    public double code(int category) {
        return Numerals.parse(values().get(category));
    }

    @Override
    public int missing(int row) {
        return Math.min(column.code(row), 0);
    }

    @Override
    public double number(int row) {
        int code = column.code(row);
        return code < 0 ? Double.NaN : scores.get(code);
    }

    /** The scores as an array, by category. */
    public double[] scoreArray() {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Values without a score. */
    public List<String> unscored() {
        List<String> found = new ArrayList<>();
        for (int k = 0; k < categories(); k++) {
            if (Double.isNaN(scores.get(k))) {
                found.add(values().get(k));
            }
        }
        return found;
    }
}
