package org.zhisheng.analytics.cli.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.design.Counts;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.quality.NonResponse;

/** How far respondents differ from the frame, and what means change when strata get their share of the population. */
record NonresponseTask(List<String> of, List<String> by, Map<String, Double> population, String design, Domains domains)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        List<String> by = scope.variables(node, "by");
        PlanNode whole = node;
        return new NonresponseTask(
                scope.variables(node, "of"),
                by,
                Counts.read(node.get("population"), by, scope),
                scope.design(node),
                new Domains(
                        List.of(),
                        node.has("where") ? scope.expression(node.get("where")) : null,
                        whole.text("where", ""),
                        1));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        boolean[] counted = domains.rows(planned);
        NonResponse bias = NonResponse.of(UnitCounts.of(planned, by, population, counted));
        return Records.fields(bias)
                .put(
                        "results",
                        of.stream().map(name -> shift(planned, name, counted)).toList())
                .put(
                        "conventions",
                        List.of("known only for what the frame knows: strata that agree prove nothing of opinions"));
    }

    /** The plain mean beside the mean with each unit at its share of the population, over units with answers. */
    private Fields shift(PlannedDesign planned, String name, boolean[] counted) {
        double[] values = planned.variables().numbers(name);
        var units = planned.rows().grouping(by);
        double[] sums = new double[units.labels().size()];
        double[] n = new double[sums.length];
        for (int row = 0; row < values.length; row++) {
            if (counted[row] && !Double.isNaN(values[row])) {
                sums[units.code(row)] += values[row];
                n[units.code(row)]++;
            }
        }
        double adjusted = 0;
        double people = 0;
        for (int h = 0; h < sums.length; h++) {
            if (n[h] > 0) {
                double size = population.getOrDefault(units.labels().get(h), 0.0);
                adjusted += size * sums[h] / n[h];
                people += size;
            }
        }
        double plain = Arrays.stream(sums).sum() / Arrays.stream(n).sum();
        return new Fields()
                .put("of", name)
                .put("unadjusted", plain)
                .put("adjusted", adjusted / people)
                .put("difference", plain - adjusted / people)
                .put("n", (int) Arrays.stream(n).sum());
    }
}
