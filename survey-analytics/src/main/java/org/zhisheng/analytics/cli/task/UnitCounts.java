package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.variable.Crossing;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.quality.StratumCount;

/** Answers beside headcounts, by unit. */
final class UnitCounts {
    private UnitCounts() {}

    /**
     * The units of the population in its order.
     *
     * @throws IllegalArgumentException naming a unit that has answers but no headcount
     */
    static List<StratumCount> of(
            PlannedDesign design, List<String> by, Map<String, Double> population, boolean[] counted) {
        Variable unit = Crossing.of(String.join(" × ", by), by, design.variables());
        Map<String, Long> answers = new LinkedHashMap<>();
        population.keySet().forEach(name -> answers.put(name, 0L));
        for (int row = 0; row < counted.length; row++) {
            if (counted[row]) {
                if (unit.missing(row) < 0) {
                    throw new IllegalArgumentException(
                            "'" + unit.name() + "', data row " + (row + 1) + ": every answer needs a unit");
                }
                String name = Crossing.value(unit, row);
                if (!population.containsKey(name)) {
                    throw new IllegalArgumentException(
                            "'" + unit.name() + "': '" + name + "' has answers but no population count");
                }
                answers.merge(name, 1L, Long::sum);
            }
        }
        List<StratumCount> counts = new ArrayList<>();
        answers.forEach(
                (name, n) -> counts.add(new StratumCount(name, n, Math.round(population.getOrDefault(name, 0.0)))));
        return counts;
    }
}
