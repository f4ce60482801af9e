package org.zhisheng.analytics.cli.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Scoring;
import org.zhisheng.analytics.estimation.Variable;

/** Estimates from counts by cell: the same values as from rows, at a cost that does not grow with them. */
record CubeBase(Variables variables, CountCube cube, Design design) implements Base {
    @Override
    public Variable scores(String name) {
        CategoryVariable category = variables.category(name);
        Variables.requireScores(category);
        Map<String, Double> points = new HashMap<>();
        for (int k = 0; k < category.categories(); k++) {
            if (!Double.isNaN(category.scores().get(k))) {
                points.put(category.values().get(k), category.scores().get(k));
            }
        }
        return Variable.of(cube, name, new Scoring(points, Map.of(), Double.NaN));
    }

    @Override
    public Variable indicator(String name, String value) {
        return Variable.of(cube, name, Scoring.indicator(List.of(value)));
    }

    @Override
    public Factor grouping(List<String> names) {
        return cube.grouping(PlannedDesign.dimension(names));
    }
}
