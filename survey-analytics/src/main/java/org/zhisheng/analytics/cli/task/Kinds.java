package org.zhisheng.analytics.cli.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;

/** Every kind of estimate by its name in a plan. */
public final class Kinds {
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    private Kinds() {}

    /** Reads an estimate of one kind from a plan. */
    @FunctionalInterface
    interface Kind {
        Task read(PlanNode node, Scope scope);
    }

    static {
        KINDS.put("mean", MeanTask::read);
        KINDS.put("total", MeanTask::read);
        KINDS.put("proportion", ProportionTask::read);
        KINDS.put("ratio", RatioTask::read);
        KINDS.put("quantile", QuantileTask::read);
        KINDS.put("chi_square", ChiSquareTask::read);
        KINDS.put("t_test", MeanTestTask::read);
        KINDS.put("wave_difference", WaveTask::read);
        KINDS.put("difference_in_differences", WaveTask::read);
        KINDS.put("newcombe", NewcombeTask::read);
        KINDS.put("multiplicity", MultiplicityTask::read);
        KINDS.put("linear_regression", RegressionTask::read);
        KINDS.put("logistic_regression", RegressionTask::read);
        KINDS.put("importance", ImportanceTask::read);
        KINDS.put("importance_performance", ImportanceTask::read);
        KINDS.put("weights", WeightsTask::read);
        KINDS.put("composite", CompositeTask::read);
        KINDS.put("alpha", ReliabilityTask::read);
        KINDS.put("omega", ReliabilityTask::read);
        KINDS.put("choice_shares", ChoiceSharesTask::read);
        KINDS.put("borda", RankingTask::read);
        KINDS.put("schulze", RankingTask::read);
        KINDS.put("best_worst", BestWorstKind::read);
        KINDS.put("conditional_logit", BestWorstKind::read);
        KINDS.put("response_rates", ResponseRatesTask::read);
        KINDS.put("coverage", CoverageTask::read);
        KINDS.put("nonresponse_bias", NonresponseTask::read);
        KINDS.put("quality", QualityTask::read);
        KINDS.put("site_signals", SiteSignalsTask::read);
        KINDS.put("sample_size", PlanningTasks::sampleSize);
        KINDS.put("allocation", PlanningTasks::allocation);
        KINDS.put("half_width", PlanningTasks::halfWidth);
        KINDS.put("coverage_grade", PlanningTasks::coverageGrade);
    }

    /** The names of the kinds. */
    public static Set<String> names() {
        return KINDS.keySet();
    }

    /** Reads an estimate. */
    public static Task read(PlanNode node, Scope scope) {
        Kind kind = KINDS.get(node.text("estimate"));
        if (kind == null) {
            throw node.get("estimate").fault("is not made by this version");
        }
        return kind.read(node, scope);
    }
}
