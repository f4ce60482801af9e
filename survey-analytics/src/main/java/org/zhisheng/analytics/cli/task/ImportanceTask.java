package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.driver.DriverImportance;
import org.zhisheng.analytics.driver.ImportanceMethod;
import org.zhisheng.analytics.driver.ImportancePerformance;
import org.zhisheng.analytics.driver.ImportancePerformance.Attribute;
import org.zhisheng.analytics.driver.ImportancePerformance.Thresholds;
import org.zhisheng.analytics.driver.ImportanceReport;
import org.zhisheng.analytics.driver.ImportanceScale;
import org.zhisheng.analytics.driver.RegressionData;
import org.zhisheng.analytics.driver.RelativeImportance;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;

/** Relative importance of predictors; with performance beside it, their quadrants. */
record ImportanceTask(PlanNode node, String response, List<String> predictors, String design, Domains domains)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new ImportanceTask(
                node,
                scope.variable(node.get("response")),
                scope.variables(node, "predictors"),
                scope.design(node),
                Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        Domain domain = domains.subpopulation(planned, base);
        List<NumericColumn> columns = predictors.stream()
                .map(name -> RegressionTask.numbers(name, planned.variables()))
                .toList();
        RegressionData data = new RegressionData(
                base.design(), RegressionTask.numbers(response, planned.variables()), columns, domain);
        boolean quadrants = node.text("estimate").equals("importance_performance");
        boolean share = quadrants || node.text("scale", "r_squared").equals("share");
        ImportanceReport report = RelativeImportance.of(
                data,
                node.text("method", "lmg").equals("lmg") ? ImportanceMethod.LMG : ImportanceMethod.JOHNSON,
                share ? ImportanceScale.SHARE : ImportanceScale.R_SQUARED,
                Rules.level(node));
        return quadrants ? quadrants(report, base, domain) : importance(report);
    }

    private static Fields importance(ImportanceReport report) {
        List<Fields> results = new ArrayList<>();
        for (DriverImportance driver : report.drivers()) {
            results.add(new Fields()
                    .put("of", driver.predictor())
                    .put(driver.importance())
                    .put("correlation", driver.correlation())
                    .put("standardised_slope", driver.standardisedSlope()));
        }
        return new Fields().put("r_squared", report.rSquared()).put("results", results);
    }

    private Fields quadrants(ImportanceReport report, Base base, Domain domain) {
        Estimator estimator = new Estimator(base.design());
        List<Attribute> attributes = new ArrayList<>();
        for (DriverImportance driver : report.drivers()) {
            double performance = estimator
                    .mean(base.scores(driver.predictor()), domain, EstimateRule.forMeans())
                    .value();
            attributes.add(new Attribute(driver.predictor(), driver.importance().value(), performance));
        }
        List<PlanNode> scale = node.elements("scale");
        Thresholds thresholds = scale.size() < 2
                ? Thresholds.means(attributes)
                : Thresholds.middleOfScale(
                        attributes, scale.getFirst().number(), scale.getLast().number());
        List<Fields> results = ImportancePerformance.of(attributes, thresholds).placements().stream()
                .map(p -> new Fields()
                        .put("of", p.attribute().name())
                        .put("importance", p.attribute().importance())
                        .put("performance", p.attribute().performance())
                        .put("quadrant", p.quadrant().name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return new Fields()
                .put("r_squared", report.rSquared())
                .put("importance_line", thresholds.importance())
                .put("performance_line", thresholds.performance())
                .put("results", results)
                .put("conventions", List.of("lines: " + thresholds.rule(), "importance: shares of what is explained"));
    }
}
