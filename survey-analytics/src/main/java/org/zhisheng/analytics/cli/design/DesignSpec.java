package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;

/**
 * A design as the plan describes it.
 *
 * @param rows the rows that the design is of; null for all
 * @param strata stratum columns, crossed; none for one stratum
 * @param clusters the cluster column, or null
 * @param weights the weight column, or null
 * @param population sampling units by stratum; empty if not given
 * @param populationSize sampling units of an unstratified design; NaN if not given
 * @param correction whether the finite population correction applies
 * @param fpcColumn the column that holds the size of the row's stratum, or null
 * @param margins groupings with counts: one to post-stratify to, or several to rake on
 */
public record DesignSpec(
        PlanNode node,
        @Nullable Expression rows,
        List<String> strata,
        @Nullable String clusters,
        @Nullable String weights,
        Map<String, Double> population,
        double populationSize,
        boolean correction,
        @Nullable String fpcColumn,
        List<MarginSpec> margins,
        CalibrationSpec calibration) {
    /** A grouping with its population counts. */
    public record MarginSpec(List<String> by, Map<String, Double> counts) {}

    /** Reads a design. */
    public static DesignSpec read(PlanNode node, Scope scope) {
        List<String> strata = scope.variables(node, "strata");
        PlanNode population = node.find("population");
        boolean number = population != null && population.json().isNumber();
        DesignSpec spec = new DesignSpec(
                node,
                node.has("rows") ? scope.expression(node.get("rows")) : null,
                strata,
                optional(node, "clusters", scope),
                optional(node, "weights", scope),
                population == null || number ? Map.of() : Counts.read(population, strata, scope),
                population != null && number ? population.number() : Double.NaN,
                node.has("fpc") ? !node.get("fpc").json().isBoolean() || node.flag("fpc", true) : population != null,
                node.has("fpc") && node.get("fpc").json().isTextual() ? scope.variable(node.get("fpc")) : null,
                margins(node, scope),
                CalibrationSpec.read(node, scope));
        DesignChecks.check(spec);
        return spec;
    }

    private static @Nullable String optional(PlanNode node, String key, Scope scope) {
        return node.has(key) ? scope.variable(node.get(key)) : null;
    }

    private static List<MarginSpec> margins(PlanNode node, Scope scope) {
        List<PlanNode> entries = new ArrayList<>(node.elements("margins"));
        if (node.has("post_strata")) {
            entries.add(node.get("post_strata"));
        }
        List<MarginSpec> margins = new ArrayList<>();
        for (PlanNode entry : entries) {
            List<String> by = scope.variables(entry, "by");
            margins.add(new MarginSpec(by, Counts.read(entry.get("counts"), by, scope)));
        }
        return List.copyOf(margins);
    }

    /** Whether strata are post-stratified to rather than raked on. */
    boolean postStratified() {
        return node.has("post_strata");
    }

    /** Every grouping that the design needs, each as its list of columns. */
    Set<List<String>> groupings() {
        Set<List<String>> groupings = new LinkedHashSet<>();
        if (!strata.isEmpty()) {
            groupings.add(strata);
        }
        margins.forEach(margin -> groupings.add(margin.by()));
        return groupings;
    }

    /** Whether the design needs nothing of a row but its groupings, so that counts suffice. */
    boolean countable() {
        return clusters == null
                && weights == null
                && fpcColumn == null
                && calibration.totals().isEmpty()
                && !node.has("trim")
                && !node.has("replicates");
    }
}
