package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.csv.ColumnRequest;
import org.zhisheng.analytics.cli.plan.PlanNode;

/**
 * How a column of the data is read.
 *
 * @param name its name
 * @param kind how it is stored
 * @param values its values in order; empty for those that occur
 * @param labels what to print for a value
 * @param scores the numbers that stand for values; empty where values score themselves
 * @param missing its missing codes
 */
public record ColumnSpec(
        String name,
        ColumnRequest.Kind kind,
        List<String> values,
        Map<String, String> labels,
        Map<String, Double> scores,
        MissingCodes missing) {
    public ColumnSpec {
        values = List.copyOf(values);
        labels = Map.copyOf(labels);
        scores = Map.copyOf(scores);
    }

    /** A column that the plan does not describe. */
    public static ColumnSpec undeclared(String name, MissingCodes missing) {
        return new ColumnSpec(name, ColumnRequest.Kind.AUTO, List.of(), Map.of(), Map.of(), missing);
    }

    /** Reads the {@code columns} of a plan, by name. */
    public static Map<String, ColumnSpec> read(PlanNode plan, List<String> header, MissingCodes missing) {
        Map<String, ColumnSpec> specs = new LinkedHashMap<>();
        for (PlanNode entry : plan.elements("columns")) {
            for (PlanNode name : entry.get("names").elements()) {
                if (!header.contains(name.text())) {
                    throw name.fault("the data have no column '" + name.text() + "'"
                            + org.zhisheng.analytics.cli.plan.Suggestion.among(name.text(), header));
                }
                if (specs.put(name.text(), read(entry, name.text(), missing)) != null) {
                    throw name.fault("the column '" + name.text() + "' is described twice");
                }
            }
        }
        return specs;
    }

    private static ColumnSpec read(PlanNode entry, String name, MissingCodes missing) {
        boolean categories = entry.has("labels") || entry.has("values") || entry.has("scores");
        ColumnRequest.Kind kind = switch (entry.text("type", categories ? "category" : "")) {
            case "category" -> ColumnRequest.Kind.CATEGORY;
            case "number" -> ColumnRequest.Kind.NUMBER;
            case "identifier" -> ColumnRequest.Kind.IDENTIFIER;
            default -> ColumnRequest.Kind.AUTO;
        };
        return new ColumnSpec(
                name,
                kind,
                entry.texts("values"),
                entry.members("labels", PlanNode::text),
                entry.members("scores", PlanNode::number),
                MissingCodes.read(entry, missing));
    }

    /** The request for the loader. */
    public ColumnRequest request() {
        List<String> tokens = new ArrayList<>(missing.reasons().keySet());
        tokens.remove("");
        tokens.sort(null);
        return new ColumnRequest(name, kind, tokens);
    }
}
