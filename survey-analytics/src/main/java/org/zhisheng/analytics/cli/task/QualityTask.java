package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.quality.AnswerGrid;
import org.zhisheng.analytics.quality.BlankRule;
import org.zhisheng.analytics.quality.ExactDuplicates;
import org.zhisheng.analytics.quality.MahalanobisDistance;
import org.zhisheng.analytics.quality.NearDuplicates;
import org.zhisheng.analytics.quality.Speeding;
import org.zhisheng.analytics.quality.StraightLining;

/** Flags of careless or repeated answers. Rows are those of the data, from 1. */
record QualityTask(PlanNode node, List<String> items, String design, Domains domains) implements Task {
    private static final double FAST_SHARE = 0.3;
    private static final double NEAR = 0.9;
    private static final double OUTLYING = 0.001;

    static Task read(PlanNode node, Scope scope) {
        if (node.has("seconds")) {
            scope.variable(node.get("seconds"));
        }
        return new QualityTask(node, scope.variables(node, "items"), scope.design(node), Domains.read(node, scope));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        boolean[] inside = domains.rows(planned);
        int[] rows = IntStream.range(0, inside.length).filter(r -> inside[r]).toArray();
        List<String> needed = new ArrayList<>(items);
        needed.addAll(node.texts("seconds"));
        Variables variables = planned.variables().only(rows, needed);
        AnswerGrid grid = Answers.of(items, variables);
        int half = (items.size() + 1) / 2;
        List<Fields> checks = new ArrayList<>();
        straightLining(checks, grid, rows, half);
        duplicates(checks, grid, rows, half);
        mahalanobis(checks, variables, rows);
        if (node.has("seconds")) {
            speeding(checks, variables, rows);
        }
        return new Fields()
                .put("rows", rows.length)
                .put("results", checks)
                .put(
                        "conventions",
                        List.of(
                                "rows with fewer than " + half
                                        + " answers are not judged for straight-lining and copies",
                                "blanks are passed over within a run; two blanks agree when vectors are compared"));
    }

    private void straightLining(List<Fields> checks, AnswerGrid grid, int[] rows, int minimum) {
        StraightLining lines = StraightLining.of(grid, BlankRule.SKIP);
        int run = node.integer("long_string", Math.max(2, items.size()));
        checks.add(flag("straight_lining", "all answers equal", rows, r -> lines.straight(r, minimum)));
        checks.add(flag("long_string", "a run of at least " + run, rows, r -> lines.longString(r) >= run));
    }

    private void duplicates(List<Fields> checks, AnswerGrid grid, int[] rows, int minimum) {
        ExactDuplicates exact = ExactDuplicates.of(grid, minimum);
        boolean[] twin = new boolean[rows.length];
        exact.groups().forEach(group -> group.forEach(r -> twin[r] = true));
        checks.add(flag("exact_duplicate", "the same answers as another row", rows, r -> twin[r])
                .put("groups", exact.groups().size()));
        double threshold = node.number("near_duplicates", NEAR);
        NearDuplicates near = NearDuplicates.of(grid, BlankRule.COUNT, minimum);
        checks.add(flag(
                "near_duplicate", "agrees with another row on " + threshold, rows, r -> near.match(r) >= threshold));
    }

    private void mahalanobis(List<Fields> checks, Variables variables, int[] rows) {
        double[][] columns = items.stream().map(variables::numbers).toArray(double[][]::new);
        double limit = node.number("mahalanobis", OUTLYING);
        MahalanobisDistance distance;
        try {
            distance = MahalanobisDistance.of(items, columns);
        } catch (IllegalArgumentException e) {
            checks.add(new Fields().put("check", "mahalanobis").put("rule", "not made: " + e.getMessage()));
            return;
        }
        checks.add(flag("mahalanobis", "p-value below " + limit, rows, r -> distance.pValue(r) < limit)
                .put("complete", distance.complete()));
    }

    private void speeding(List<Fields> checks, Variables variables, int[] rows) {
        double[] seconds = variables.numbers(node.text("seconds"));
        PlanNode rule = node.find("speeding");
        double share = rule == null ? FAST_SHARE : rule.number("share_of_median", FAST_SHARE);
        double floor = rule == null ? 0 : rule.number("seconds", 0);
        Speeding speeding = Speeding.of(seconds, share);
        checks.add(flag(
                        "speeding",
                        "faster than " + share + " of the median" + (floor > 0 ? " or than " + floor + " seconds" : ""),
                        rows,
                        r -> speeding.tooFast(r) || seconds[r] < floor)
                .put("median_seconds", speeding.median())
                .put("measured", speeding.measured()));
    }

    private Fields flag(String check, String rule, int[] rows, IntPredicate flagged) {
        List<Integer> found = IntStream.range(0, rows.length)
                .filter(flagged)
                .mapToObj(r -> rows[r] + 1)
                .toList();
        Fields fields = new Fields()
                .put("check", check)
                .put("rule", rule)
                .put("flagged", found.size())
                .put("share", (double) found.size() / rows.length);
        return node.flag("list", false) ? fields.put("flagged_rows", found) : fields;
    }
}
