package org.zhisheng.analytics.cli.design;

import java.util.List;
import org.zhisheng.analytics.cli.plan.PlanNode;

/** Contradictions within a design, found before any data are read. */
final class DesignChecks {
    private DesignChecks() {}

    static void check(DesignSpec spec) {
        PlanNode node = spec.node();
        int adjustments = 0;
        for (String key : List.of("post_strata", "margins", "calibrate")) {
            adjustments += node.has(key) ? 1 : 0;
        }
        if (adjustments > 1) {
            throw node.fault("use one of post_strata, margins and calibrate");
        }
        if (!Double.isNaN(spec.populationSize()) && !spec.strata().isEmpty()) {
            throw node.get("population").fault("is one number, but the design has strata: give a count for each");
        }
        if (!spec.population().isEmpty() && spec.strata().isEmpty()) {
            throw node.get("population").fault("gives counts by stratum, but the design names no strata");
        }
        if (node.flag("fpc", false) && !node.has("population")) {
            throw node.get("fpc").fault("needs 'population', or the name of a column with the stratum's size");
        }
        if (node.has("merge_strata") && spec.population().isEmpty()) {
            throw node.get("merge_strata").fault("needs 'population' with the headcount of every stratum");
        }
        if (node.has("rake") && !node.has("margins")) {
            throw node.get("rake").fault("needs 'margins'");
        }
        if (node.has("trim") && node.has("replicates")) {
            throw node.get("trim").fault("is not repeated for replicates; use either");
        }
        checkKind(node);
    }

    private static void checkKind(PlanNode node) {
        String needed = switch (node.text("kind", "")) {
            case "S", "stratified" -> "strata";
            case "P", "post-stratified" -> "post_strata";
            case "R", "raked" -> "margins";
            case "cluster" -> "clusters";
            case "calibrated" -> "calibrate";
            default -> "";
        };
        if (!needed.isEmpty() && !node.has(needed)) {
            throw node.get("kind").fault("is '" + node.text("kind") + "', so the design needs '" + needed + "'");
        }
    }
}
