package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.comparison.MultipleComparisons;

/** P-values of a family of earlier tests, adjusted for being many. */
record MultiplicityTask(List<String> tests, boolean benjaminiHochberg) implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new MultiplicityTask(
                node.texts("tests"), node.text("method", "holm").equals("bh"));
    }

    @Override
    public Fields run(Survey survey) {
        Map<String, Double> family = new LinkedHashMap<>();
        for (String test : tests) {
            Map<String, Double> found = survey.pValues(test);
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + test + "' gave no p-value: name earlier estimates that are tests and did not fail");
            }
            family.putAll(found);
        }
        double[] p = family.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] adjusted = benjaminiHochberg ? MultipleComparisons.benjaminiHochberg(p) : MultipleComparisons.holm(p);
        List<Fields> results = new ArrayList<>();
        for (String label : family.keySet()) {
            int i = results.size();
            results.add(new Fields().put("of", label).put("p_value", p[i]).put("adjusted_p_value", adjusted[i]));
        }
        return new Fields()
                .put("method", benjaminiHochberg ? "Benjamini–Hochberg" : "Holm")
                .put("results", results);
    }
}
