package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.Counts;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.analytics.quality.StratumCount;

/** Answers over headcount by unit, with coverage grades. */
record CoverageTask(
        List<String> by,
        Map<String, Double> population,
        @Nullable Expression valid,
        FieldingMode mode,
        String design) implements Task {
    static Task read(PlanNode node, Scope scope) {
        List<String> by = scope.variables(node, "by");
        return new CoverageTask(
                by,
                node.has("population") ? Counts.read(node.get("population"), by, scope) : Map.of(),
                node.has("valid") ? scope.expression(node.get("valid")) : null,
                mode(node),
                scope.design(node));
    }

    static FieldingMode mode(PlanNode node) {
        return node.text("mode", "tickets").equals("poster") ? FieldingMode.POSTER : FieldingMode.TICKETS;
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        List<String> units = by.isEmpty() ? planned.spec().strata() : by;
        Map<String, Double> counts = population.isEmpty() ? planned.spec().population() : population;
        if (units.isEmpty() || counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "coverage needs 'by' and 'population', or a design with strata and headcounts");
        }
        List<Fields> rows = new ArrayList<>();
        long responses = 0;
        long people = 0;
        for (StratumCount unit : UnitCounts.of(planned, units, counts, counted(planned))) {
            rows.add(grade(unit.name(), unit.responses(), unit.population()));
            responses += unit.responses();
            people += unit.population();
        }
        return new Fields()
                .put("all", grade("all", responses, people))
                .put("results", rows)
                .put("conventions", List.of("grades: n(e) at 95 %, p = 0.5, with the finite population"));
    }

    private Fields grade(String name, long responses, long people) {
        CoverageRating rating = CoverageRating.of(name, responses, people, mode);
        return new Fields().put("unit", name).put("rate", rating.rate()).putAll(Records.fields(rating));
    }

    private boolean[] counted(PlannedDesign planned) {
        boolean[] counted = new boolean[planned.variables().rows()];
        Condition condition = valid == null ? row -> Condition.TRUE : valid.bind(planned.variables()::get);
        for (int row = 0; row < counted.length; row++) {
            counted[row] = condition.test(row) == Condition.TRUE;
        }
        return counted;
    }
}
