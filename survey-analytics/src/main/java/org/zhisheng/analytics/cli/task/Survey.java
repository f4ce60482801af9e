package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.output.Fields;

/** What estimates are made from: the designs, and the results made before. */
public final class Survey {
    private final BiFunction<String, @Nullable Expression, PlannedDesign> maker;
    private final Map<List<Object>, PlannedDesign> designs = new HashMap<>();
    private final Map<String, Fields> results = new HashMap<>();

    /** @param maker makes a design on its first use, from its name and a further condition on its rows or null */
    public Survey(BiFunction<String, @Nullable Expression, PlannedDesign> maker) {
        this.maker = maker;
    }

    /** The design of a name. */
    public PlannedDesign design(String name) {
        return wave(name, null);
    }

    /** The design of a name over one wave: its rows are those that satisfy the condition, and no others count. */
    public PlannedDesign wave(String name, @Nullable Expression rows) {
        List<Object> key = rows == null ? List.of(name) : List.of(name, rows);
        PlannedDesign design = designs.get(key);
        if (design == null) {
            design = maker.apply(name, rows);
            designs.put(key, design);
        }
        return design;
    }

    /** Keeps a result for estimates that build on it. */
    public void keep(String name, Fields result) {
        results.put(name, result);
    }

    /** The p-values of an earlier estimate, by what they are of; none if it has none or failed. */
    public Map<String, Double> pValues(String name) {
        Map<String, Double> found = new LinkedHashMap<>();
        Fields result = results.get(name);
        if (result != null) {
            add(name, result, found);
            if (result.values().get("results") instanceof Collection<?> list) {
                list.forEach(element -> {
                    if (element instanceof Fields fields) {
                        add(name + suffix(fields), fields, found);
                    }
                });
            }
        }
        return found;
    }

    private static String suffix(Fields fields) {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("of", "category", "domain")) {
            Object value = fields.values().get(key);
            if (value instanceof Fields domain) {
                parts.add(String.valueOf(domain.values()));
            } else if (value != null) {
                parts.add(value.toString());
            }
        }
        return parts.isEmpty() ? "" : " " + String.join(" ", parts);
    }

    private static void add(String label, Fields fields, Map<String, Double> found) {
        if (fields.values().get("p_value") instanceof Double p) {
            found.put(label, p);
        }
    }
}
