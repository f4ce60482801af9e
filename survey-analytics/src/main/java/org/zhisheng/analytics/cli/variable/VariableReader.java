package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.csv.ColumnRequest;
import org.zhisheng.analytics.cli.csv.CsvColumn;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Missing;
import org.zhisheng.analytics.data.NumericColumn;

/** Turns loaded columns into variables, by the plan's description of the column. Code arrays are rewritten in place. */
public final class VariableReader {
    private VariableReader() {}

    /** The variable of a column. */
    public static Variable read(ColumnSpec spec, CsvColumn column) {
        return switch (column) {
            case CsvColumn.Bytes bytes -> category(spec, bytes);
            case CsvColumn.Ints ints -> identifier(spec, ints);
            case CsvColumn.Doubles doubles -> number(spec, doubles);
        };
    }

    private static Variable category(ColumnSpec spec, CsvColumn.Bytes column) {
        List<String> values = new ArrayList<>(spec.values());
        int[] codes = codes(spec, column.values(), values);
        byte[] rows = column.codes();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = (byte) codes[rows[row] & 0xff];
        }
        CategoryVariable variable = CategoryVariable.of(CategoryColumn.of(spec.name(), values, rows), spec.labels());
        return spec.scores().isEmpty() ? variable : scored(variable, spec);
    }

    private static CategoryVariable scored(CategoryVariable variable, ColumnSpec spec) {
        List<Double> scores = variable.values().stream()
                .map(v -> spec.scores().getOrDefault(v, Double.NaN))
                .toList();
        return new CategoryVariable(variable.column(), spec.labels(), scores);
    }

    /** The new code of each value of the file; values not declared are added, or refused if any were declared. */
    private static int[] codes(ColumnSpec spec, List<String> found, List<String> values) {
        int[] codes = new int[found.size()];
        for (int i = 0; i < codes.length; i++) {
            String value = found.get(i);
            Missing reason = spec.missing().reason(value);
            if (reason == null && !values.contains(value)) {
                if (!spec.values().isEmpty()) {
                    throw new CsvException(
                            "column '" + spec.name() + "' holds '" + value + "', which is neither among its "
                                    + "values " + spec.values() + " nor a missing code; add it to either");
                }
                values.add(value);
            }
            codes[i] = reason == null ? values.indexOf(value) : reason.code();
        }
        return codes;
    }

    private static Variable identifier(ColumnSpec spec, CsvColumn.Ints column) {
        int[] codes = new int[column.values().size()];
        List<String> values = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            Missing reason = spec.missing().reason(column.values().get(i));
            codes[i] = reason == null ? values.size() : reason.code();
            if (reason == null) {
                values.add(column.values().get(i));
            }
        }
        int[] rows = column.codes();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = codes[rows[row]];
        }
        return new IdentifierVariable(spec.name(), rows, List.copyOf(values));
    }

    private static Variable number(ColumnSpec spec, CsvColumn.Doubles column) {
        ColumnRequest request = spec.request();
        byte[] reasons = column.tokens();
        for (int row = 0; row < reasons.length; row++) {
            int token = reasons[row];
            if (token > 0) {
                Missing reason =
                        spec.missing().reason(token == 1 ? "" : request.tokens().get(token - 2));
                reasons[row] = (reason == null ? Missing.BLANK : reason).code();
            }
        }
        return new NumberVariable(NumericColumn.of(spec.name(), column.numbers()), reasons);
    }
}
