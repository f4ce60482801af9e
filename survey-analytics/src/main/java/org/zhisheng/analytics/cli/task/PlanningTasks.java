package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.planning.Allocation;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.ExpectedPrecision;
import org.zhisheng.analytics.planning.SampleSize;
import org.zhisheng.analytics.planning.Stratum;

/** What can be said before the first answer: no data are needed. */
final class PlanningTasks {
    private static final double CAUTIOUS = 0.5;

    private PlanningTasks() {}

    static Task sampleSize(PlanNode node, Scope scope) {
        return survey -> Records.fields(SampleSize.forShare(new SampleSize.Target(
                node.number("half_width"),
                Rules.level(node),
                node.number("share", CAUTIOUS),
                (long) node.number("population"),
                node.number("design_effect", 1),
                node.number("response_rate", 1))));
    }

    static Task allocation(PlanNode node, Scope scope) {
        List<Stratum> strata = node.elements("strata").stream()
                .map(s -> new Stratum(s.text("stratum"), (long) s.number("population"), deviation(s)))
                .toList();
        return survey -> {
            long total = (long) node.number("total");
            long minimum = node.integer("minimum", 0);
            Allocation allocation = node.text("method", "proportional").equals("neyman")
                    ? Allocation.neyman(strata, total, minimum)
                    : Allocation.proportional(strata, total, minimum);
            Fields fields = new Fields()
                    .put("method", allocation.method())
                    .put("total", allocation.total())
                    .put(
                            "results",
                            allocation.shares().stream()
                                    .map(PlanningTasks::share)
                                    .toList());
            boolean everywhere = allocation.shares().stream().allMatch(s -> s.size() > 0);
            return everywhere
                    ? fields.put("expected", Records.fields(ExpectedPrecision.of(allocation, Rules.level(node))))
                    : fields;
        };
    }

    private static double deviation(PlanNode stratum) {
        double share = stratum.number("share", CAUTIOUS);
        return stratum.number("standard_deviation", Math.sqrt(share * (1 - share)));
    }

    private static Fields share(Allocation.Share share) {
        return new Fields()
                .put("stratum", share.stratum().name())
                .put("population", share.stratum().population())
                .put("standard_deviation", share.stratum().standardDeviation())
                .put("exact", share.exact())
                .put("size", share.size());
    }

    static Task halfWidth(PlanNode node, Scope scope) {
        return survey -> Records.fields(ExpectedPrecision.ofShare(
                node.number("share", CAUTIOUS),
                (long) node.number("responses"),
                (long) node.number("population"),
                Rules.level(node)));
    }

    static Task coverageGrade(PlanNode node, Scope scope) {
        return survey -> new Fields()
                .put(
                        "results",
                        node.elements("units").stream().map(u -> grade(node, u)).toList());
    }

    private static Fields grade(PlanNode node, PlanNode unit) {
        CoverageRating rating = CoverageRating.of(
                unit.text("unit"),
                (long) unit.number("responses"),
                (long) unit.number("population"),
                CoverageTask.mode(node));
        return new Fields()
                .put("unit", unit.text("unit"))
                .put("rate", rating.rate())
                .putAll(Records.fields(rating));
    }
}
