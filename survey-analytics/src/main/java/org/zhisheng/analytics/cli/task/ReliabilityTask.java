package org.zhisheng.analytics.cli.task;

import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.reliability.AlphaReport;
import org.zhisheng.analytics.reliability.CronbachAlpha;
import org.zhisheng.analytics.reliability.ItemScores;
import org.zhisheng.analytics.reliability.MissingItems;
import org.zhisheng.analytics.reliability.OmegaReport;
import org.zhisheng.analytics.reliability.OneFactorOmega;
import org.zhisheng.analytics.reliability.ReliabilityUnderDesign;

/** Alpha or omega of a scale: of the respondents as they are, or weighted and with errors under the design. */
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
        boolean weighted = node.flag("weighted", false);
        if (weighted && node.text("missing", "listwise").equals("pairwise")) {
            throw node.get("missing").fault("must be listwise where the scale is weighted");
        }
        boolean pairwise = !weighted && node.text("missing", "pairwise").equals("pairwise");
        return new ReliabilityTask(
                node.text("estimate").equals("omega"),
                scope.variables(node, "items"),
                pairwise ? MissingItems.PAIRWISE : MissingItems.LISTWISE,
                weighted,
                Rules.level(node),
                scope.design(node),
                Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        boolean[] inside = domains.rows(planned);
        int[] rows = IntStream.range(0, inside.length).filter(r -> inside[r]).toArray();
        ItemScores scores = CompositeTask.scores(items, planned.variables().only(rows, items));
        if (weighted) {
            double[] weights = planned.rows().design().weights();
            scores = scores.weightedBy(
                    IntStream.of(rows).mapToDouble(r -> weights[r]).toArray());
        }
        return omega ? omega(scores, planned) : alpha(scores, planned);
    }

    private Fields omega(ItemScores scores, PlannedDesign planned) {
        OmegaReport report = OneFactorOmega.of(scores, missing, level);
        return results(weighted ? underDesign(planned) : report.omega())
                .put("observed_omega", report.observedOmega())
                .put("root_mean_square_residual", report.rootMeanSquareResidual())
                .put("items", report.loadings().stream().map(Records::fields).toList());
    }

    private Fields alpha(ItemScores scores, PlannedDesign planned) {
        AlphaReport report = CronbachAlpha.of(scores, missing, level);
        return results(weighted ? underDesign(planned) : report.raw())
                .put("standardised", report.standardised())
                .put("average_correlation", report.averageCorrelation())
                .put("items", report.items().stream().map(Records::fields).toList());
    }

    private Estimate underDesign(PlannedDesign planned) {
        Base base = planned.rows();
        Domain domain = domains.subpopulation(planned, base);
        ItemScores all = CompositeTask.scores(items, planned.variables());
        return omega
                ? ReliabilityUnderDesign.omega(all, base.design(), domain, level)
                : ReliabilityUnderDesign.alpha(all, base.design(), domain, level);
    }

    private Fields results(Estimate estimate) {
        return new Fields().put("results", List.of(new Fields().put(estimate)));
    }
}
