package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.comparison.AssociationTest;
import org.zhisheng.analytics.comparison.TestResult;
import org.zhisheng.analytics.estimation.CrossTable;
import org.zhisheng.analytics.estimation.Estimator;

/** Rao–Scott tests of association. */
record ChiSquareTask(String rows, String columns, boolean firstOrder, String design, Domains domains) implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new ChiSquareTask(
                scope.variable(node.get("rows")),
                scope.variable(node.get("columns")),
                node.text("statistic", "F").equals("Chisq"),
                scope.design(node),
                Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        CrossTable table = CrossTable.ofRows(base.grouping(List.of(rows)), base.grouping(List.of(columns)));
        List<Fields> results = new ArrayList<>();
        for (Domains.Part part : domains.parts(planned, base)) {
            AssociationTest test = AssociationTest.of(new Estimator(base.design()), table, part.domain());
            Fields fields = new Fields().put("of", rows + " × " + columns);
            if (part.name() != null) {
                fields.put("domain", part.name());
            }
            TestResult chosen = firstOrder ? test.firstOrder() : test.secondOrder();
            results.add(fields.put("p_value", chosen.pValue())
                    .put("n", test.sampleSize())
                    .put("pearson", test.pearson())
                    .put("second_order", summary(test.secondOrder()))
                    .put("first_order", summary(test.firstOrder()))
                    .put("method", chosen.method())
                    .put("conventions", chosen.conventions()));
        }
        return new Fields().put("results", results);
    }

    private static Fields summary(TestResult test) {
        Fields fields = Records.fields(test);
        fields.values().keySet().removeAll(List.of("method", "conventions"));
        return fields;
    }
}
