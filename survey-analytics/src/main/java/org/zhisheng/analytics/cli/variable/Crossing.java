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
    private static final int LARGEST_CROSS = 1 << 24;

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
        List<CategoryVariable> categories = new ArrayList<>();
        sources.forEach(source -> {
            if (source instanceof CategoryVariable category) {
                categories.add(category);
            }
        });
        if (categories.size() == sources.size()) {
            return ofCategories(name, categories, variables.rows());
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        int[] codes = new int[variables.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = code(sources, row, found);
        }
        return finish(name, codes, new ArrayList<>(found.keySet()));
    }

    /** By place in the full cross, so that bands and labels keep the order in which they were declared. */
    private static Variable ofCategories(String name, List<CategoryVariable> parts, int rows) {
        long size = 1;
        for (CategoryVariable part : parts) {
            size *= Math.max(1, part.categories());
        }
        if (size > LARGEST_CROSS) {
            throw new IllegalArgumentException("'" + name + "' crosses to " + size + " combinations; group some first");
        }
        int[] codes = new int[rows];
        boolean[] seen = new boolean[(int) size];
        for (int row = 0; row < rows; row++) {
            int code = 0;
            for (int i = 0; i < parts.size() && code >= 0; i++) {
                int part = parts.get(i).column().code(row);
                code = part < 0 ? part : code * parts.get(i).categories() + part;
            }
            codes[row] = code;
            if (code >= 0) {
                seen[code] = true;
            }
        }
        int[] place = new int[seen.length];
        List<String> values = new ArrayList<>();
        for (int code = 0; code < seen.length; code++) {
            place[code] = values.size();
            if (seen[code]) {
                values.add(valueAt(parts, code));
            }
        }
        Arrays.setAll(codes, row -> codes[row] < 0 ? codes[row] : place[codes[row]]);
        return variable(name, codes, values);
    }

    private static String valueAt(List<CategoryVariable> parts, int code) {
        String[] values = new String[parts.size()];
        int rest = code;
        for (int i = values.length - 1; i >= 0; i--) {
            int categories = parts.get(i).categories();
            values[i] = parts.get(i).values().get(rest % categories);
            rest /= categories;
        }
        return value(List.of(values));
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
        return variable(name, codes, sorted);
    }

    private static Variable variable(String name, int[] codes, List<String> values) {
        if (values.size() > CategoryColumn.MAX_CATEGORIES) {
            return new IdentifierVariable(name, codes, values);
        }
        byte[] bytes = new byte[codes.length];
        for (int row = 0; row < codes.length; row++) {
            bytes[row] = (byte) Math.max(codes[row], Missing.NOT_ASKED.code());
        }
        return CategoryVariable.of(CategoryColumn.of(name, values, bytes), Map.of());
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
