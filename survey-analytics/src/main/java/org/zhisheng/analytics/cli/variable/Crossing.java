package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.csv.Numerals;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Missing;

/** Combinations of categories: those that occur, in the order of their parts; values joined by {@code |}. */
public final class Crossing {
    private static final String SEPARATOR = "|";

    private Crossing() {}

    /** The value of a combination. */
    public static String value(List<String> parts) {
        return String.join(SEPARATOR, parts);
    }

    /** The combination of categories or identifiers; missing where a part is, with the reason of the first such part. */
    public static Variable of(String name, List<String> parts, Variables variables) {
        if (parts.size() == 1) {
            return variables.get(parts.getFirst());
        }
        List<Variable> sources = parts.stream().map(variables::get).toList();
        Map<String, Integer> found = new LinkedHashMap<>();
        int[] codes = new int[variables.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = code(sources, row, found);
        }
        return finish(name, codes, new ArrayList<>(found.keySet()));
    }

    private static int code(List<Variable> sources, int row, Map<String, Integer> found) {
        String[] values = new String[sources.size()];
        for (int i = 0; i < values.length; i++) {
            int missing = sources.get(i).missing(row);
            if (missing < 0) {
                return missing;
            }
            values[i] = value(sources.get(i), row);
        }
        return found.computeIfAbsent(value(List.of(values)), v -> found.size());
    }

    /** The value of a row as it stands in the data. */
    public static String value(Variable variable, int row) {
        return switch (variable) {
            case CategoryVariable c -> c.values().get(c.column().code(row));
            case IdentifierVariable f -> f.values().get(f.codes()[row]);
            case NumberVariable n -> {
                double number = n.number(row);
                yield number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
            }
        };
    }

    private static Variable finish(String name, int[] codes, List<String> found) {
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(Crossing::compare);
        int[] rank = new int[found.size()];
        Arrays.setAll(rank, i -> sorted.indexOf(found.get(i)));
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] < 0 ? codes[row] : rank[codes[row]];
        }
        if (sorted.size() > CategoryColumn.MAX_CATEGORIES) {
            return new IdentifierVariable(name, codes, sorted);
        }
        byte[] bytes = new byte[codes.length];
        for (int row = 0; row < codes.length; row++) {
            bytes[row] = (byte) Math.max(codes[row], Missing.NOT_ASKED.code());
        }
        return CategoryVariable.of(CategoryColumn.of(name, sorted, bytes), Map.of());
    }

    /** Part by part, numbers as numbers. */
    private static int compare(String a, String b) {
        String[] x = a.split("\\|", -1);
        String[] y = b.split("\\|", -1);
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            double p = Numerals.parse(x[i]);
            double q = Numerals.parse(y[i]);
            int order = Double.isNaN(p) || Double.isNaN(q) ? x[i].compareTo(y[i]) : Double.compare(p, q);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(x.length, y.length);
    }
}
