package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.weighting.Calibration.Distance;

/**
 * Totals to calibrate to.
 *
 * @param population the population size; NaN if it is not to be met
 * @param totals numbers with totals and categories with counts; empty for no calibration
 */
public record CalibrationSpec(Distance distance, double population, List<Total> totals) {
    /**
     * A variable to calibrate on.
     *
     * @param total the total of a number; NaN for a category
     * @param counts the counts of a category; empty for a number
     */
    public record Total(String of, double total, Map<String, Double> counts) {}

    static CalibrationSpec read(PlanNode design, Scope scope) {
        PlanNode node = design.find("calibrate");
        if (node == null) {
            return new CalibrationSpec(Distance.LINEAR, Double.NaN, List.of());
        }
        List<Total> totals = new ArrayList<>();
        double population = node.number("population", Double.NaN);
        for (PlanNode entry : node.elements("totals")) {
            String of = scope.variable(entry.get("of"));
            if (entry.has("total") == entry.has("counts")) {
                throw entry.fault("needs either 'total' (of a number) or 'counts' (of a category)");
            }
            Map<String, Double> counts =
                    entry.has("counts") ? Counts.read(entry.get("counts"), List.of(of), scope) : new LinkedHashMap<>();
            totals.add(new Total(of, entry.number("total", Double.NaN), counts));
        }
        boolean raking = node.text("distance", "linear").equals("raking");
        return new CalibrationSpec(raking ? Distance.RAKING : Distance.LINEAR, population, List.copyOf(totals));
    }
}
