package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.driver.Coefficient;
import org.zhisheng.analytics.driver.LinearRegression;
import org.zhisheng.analytics.driver.LogisticRegression;
import org.zhisheng.analytics.driver.RegressionData;
import org.zhisheng.analytics.driver.RegressionReport;

/** Design-weighted regressions. A category enters by indicators if it has no numbers, or a reference is given for it. */
record RegressionTask(
        boolean logistic,
        String response,
        List<String> predictors,
        Map<String, String> reference,
        double level,
        String design,
        Domains domains)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        List<String> predictors = scope.variables(node, "predictors");
        Map<String, String> reference = node.members("reference", PlanNode::text);
        if (!reference.isEmpty()) {
            Scope.requireKeys(node.get("reference"), reference, new LinkedHashSet<>(predictors));
        }
        return new RegressionTask(
                node.text("estimate").equals("logistic_regression"),
                scope.variable(node.get("response")),
                predictors,
                reference,
                Rules.level(node),
                scope.design(node),
                Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        RegressionData data = new RegressionData(
                base.design(),
                numbers(response, planned.variables()),
                columns(planned.variables()),
                domains.subpopulation(planned, base));
        RegressionReport report = logistic ? LogisticRegression.fit(data, level) : LinearRegression.fit(data, level);
        List<Fields> results = new ArrayList<>();
        for (Coefficient coefficient : report.coefficients()) {
            results.add(new Fields()
                    .put("of", coefficient.predictor())
                    .put(coefficient.estimate())
                    .put("t", coefficient.t())
                    .put("p_value", coefficient.pValue()));
        }
        return new Fields()
                .put("n", report.sampleSize())
                .put("residual_df", report.residualDegreesOfFreedom())
                .put(logistic ? "pseudo_r_squared" : "r_squared", report.explained())
                .put("iterations", report.iterations())
                .put("results", results)
                .put("covariance", report.covariance());
    }

    static NumericColumn numbers(String name, Variables variables) {
        return NumericColumn.of(name, variables.numbers(name));
    }

    private List<NumericColumn> columns(Variables variables) {
        List<NumericColumn> columns = new ArrayList<>();
        for (String name : predictors) {
            if (variables.get(name) instanceof CategoryVariable category
                    && (reference.containsKey(name) || category.unscored().size() == category.categories())) {
                String left = reference.getOrDefault(name, category.values().getFirst());
                columns.addAll(RegressionData.indicators(category.column(), left));
            } else {
                columns.add(numbers(name, variables));
            }
        }
        return columns;
    }
}
