package org.zhisheng.analytics.cli.task;

import java.util.Arrays;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.weighting.KishEffect;
import org.zhisheng.analytics.weighting.RakingReport;

/** What weighting did: the range of the weights, Kish's effect, and how raking converged. */
record WeightsTask(String design) implements Task {
    static Task read(PlanNode node, Scope scope) {
        return new WeightsTask(scope.design(node));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Design made = planned.rows().design();
        double[] weights = made.weights();
        double[] one = new double[weights.length];
        Arrays.fill(one, 1);
        Fields fields = new Fields()
                .put("sum", Arrays.stream(weights).sum())
                .put("smallest", Arrays.stream(weights).min().orElse(Double.NaN))
                .put("largest", Arrays.stream(weights).max().orElse(Double.NaN))
                .put("kish", Records.fields(KishEffect.of(weights, one)));
        RakingReport raking = planned.rakingReport();
        if (raking != null) {
            fields.put("raking", Records.fields(raking));
        }
        return fields.put("conventions", made.conventions());
    }
}
