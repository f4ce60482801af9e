package org.zhisheng.analytics.cli.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Crossing;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.quality.CaseCounts;
import org.zhisheng.analytics.quality.OutcomeRates;

/** AAPOR rates from counts in the plan, or from a column of dispositions. */
record ResponseRatesTask(PlanNode node, String design) implements Task {
    private static final String INELIGIBLE = "ineligible";

    static Task read(PlanNode node, Scope scope) {
        PlanNode dispositions = node.get("dispositions");
        boolean counted = !dispositions.has("column");
        if (!counted) {
            scope.variable(dispositions.get("column"));
        }
        return new ResponseRatesTask(node, counted ? "" : scope.design(node));
    }

    @Override
    public Fields run(Survey survey) {
        PlanNode dispositions = node.get("dispositions");
        Map<String, Long> counts = dispositions.has("column")
                ? count(dispositions, survey.design(design).variables())
                : inline(dispositions);
        CaseCounts cases = new CaseCounts(
                get(counts, "I"),
                get(counts, "P"),
                get(counts, "R"),
                get(counts, "NC"),
                get(counts, "O"),
                get(counts, "UH"),
                get(counts, "UO"));
        boolean given = node.has("eligible_share");
        double e = given ? node.number("eligible_share") : cases.proportionalEligibility(get(counts, INELIGIBLE));
        String source = given
                ? "e as given in the plan"
                : "e by proportional allocation: eligible over all cases of known eligibility";
        return Records.fields(OutcomeRates.of(cases, e))
                .put("cases", Records.fields(cases))
                .put("conventions", List.of("AAPOR Standard Definitions, 10th edition", source));
    }

    private static Map<String, Long> inline(PlanNode dispositions) {
        Map<String, Long> counts = new HashMap<>();
        dispositions.members().forEach((key, count) -> counts.put(key, (long) count.number()));
        return counts;
    }

    private static long get(Map<String, Long> counts, String key) {
        return counts.getOrDefault(key, 0L);
    }

    private static Map<String, Long> count(PlanNode dispositions, Variables variables) {
        Variable column = variables.get(dispositions.text("column"));
        Map<String, String> codes = dispositions.members("codes", PlanNode::text);
        Map<String, Long> counts = new HashMap<>();
        for (int row = 0; row < variables.rows(); row++) {
            String value = column.missing(row) < 0 ? "" : Crossing.value(column, row);
            String disposition = codes.get(value);
            if (disposition == null) {
                throw new IllegalArgumentException("column '" + column.name() + "', data row " + (row + 1) + ": '"
                        + value + "' has no disposition; add it to 'codes'");
            }
            counts.merge(disposition, 1L, Long::sum);
        }
        return counts;
    }
}
