package org.zhisheng.analytics.cli.task;

import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.reliability.AlphaReport;
import org.zhisheng.analytics.reliability.CronbachAlpha;
import org.zhisheng.analytics.reliability.ItemScores;
import org.zhisheng.analytics.reliability.MissingItems;
import org.zhisheng.analytics.reliability.OmegaReport;
import org.zhisheng.analytics.reliability.OneFactorOmega;

/** Alpha or omega of a scale, unweighted unless asked for otherwise. */
record ReliabilityTask(
        boolean omega,
        List<String> items,
        MissingItems missing,
        boolean weighted,
        double level,
        String design,
        Domains domains)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new ReliabilityTask(
                node.text("estimate").equals("omega"),
                scope.variables(node, "items"),
                node.text("missing", "pairwise").equals("pairwise") ? MissingItems.PAIRWISE : MissingItems.LISTWISE,
                node.flag("weighted", false),
                Rules.level(node),
                scope.design(node),
                Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        ItemScores scores = scores(survey.design(design));
        if (omega) {
            OmegaReport report = OneFactorOmega.of(scores, missing, level);
            return new Fields()
                    .put("results", List.of(new Fields().put(report.omega())))
                    .put("observed_omega", report.observedOmega())
                    .put("root_mean_square_residual", report.rootMeanSquareResidual())
                    .put(
                            "items",
                            report.loadings().stream().map(Records::fields).toList());
        }
        AlphaReport report = CronbachAlpha.of(scores, missing, level);
        return new Fields()
                .put("results", List.of(new Fields().put(report.raw())))
                .put("standardised", report.standardised())
                .put("average_correlation", report.averageCorrelation())
                .put("items", report.items().stream().map(Records::fields).toList());
    }

    private ItemScores scores(PlannedDesign planned) {
        boolean[] inside = domains.rows(planned);
        int[] rows = IntStream.range(0, inside.length).filter(r -> inside[r]).toArray();
        ItemScores scores = CompositeTask.scores(items, planned.variables().only(rows, items));
        if (!weighted) {
            return scores;
        }
        double[] weights = planned.rows().design().weights();
        return scores.weightedBy(IntStream.of(rows).mapToDouble(r -> weights[r]).toArray());
    }
}
