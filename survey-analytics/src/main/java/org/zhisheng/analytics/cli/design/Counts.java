package org.zhisheng.analytics.cli.design;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.cli.csv.CsvFormat;
import org.zhisheng.analytics.cli.csv.Numerals;
import org.zhisheng.analytics.cli.csv.SmallTable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Crossing;

/** Population counts in a plan: inline, as cells, or from a CSV file. */
public final class Counts {
    private Counts() {}

    /**
     * The counts by value, or by the values of crossed columns joined as {@link Crossing} joins them.
     *
     * @param by the columns that the counts are of
     */
    public static Map<String, Double> read(PlanNode node, List<String> by, Scope scope) {
        if (node.json().isArray()) {
            return cells(node, by);
        }
        JsonNode file = node.json().get("file");
        if (file != null && file.isTextual()) {
            return file(node, by, scope);
        }
        Map<String, Double> counts = new LinkedHashMap<>();
        node.members().forEach((value, count) -> counts.put(value, count.number()));
        return counts;
    }

    private static Map<String, Double> cells(PlanNode node, List<String> by) {
        Map<String, Double> counts = new LinkedHashMap<>();
        for (PlanNode entry : node.elements()) {
            PlanNode cell = entry.get("cell");
            List<String> values = by.stream().map(cell::text).toList();
            if (cell.json().size() != by.size()) {
                throw cell.fault("must name the columns " + by);
            }
            add(counts, values, entry.number("count"), entry);
        }
        return counts;
    }

    private static Map<String, Double> file(PlanNode node, List<String> by, Scope scope) {
        List<String> names = node.has("category") ? node.texts("category") : by;
        String count = node.text("count");
        List<String> columns = new ArrayList<>(names);
        columns.add(count);
        Map<String, Double> counts = new LinkedHashMap<>();
        try {
            for (NamedCsvRecord row : SmallTable.read(scope.file(node.text("file")), CsvFormat.STANDARD, columns)) {
                double number = Numerals.parse(row.getField(count));
                if (!(number >= 0)) {
                    throw node.fault("line " + row.getStartingLineNumber() + " of the file has the count '"
                            + row.getField(count) + "', which is not a number of people");
                }
                add(counts, names.stream().map(n -> row.getField(n).strip()).toList(), number, node);
            }
        } catch (CsvException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
        return counts;
    }

    private static void add(Map<String, Double> counts, List<String> values, double count, PlanNode where) {
        if (counts.put(Crossing.value(values), count) != null) {
            throw where.fault("counts " + values + " twice");
        }
    }
}
