package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhisheng.analytics.agenda.Borda;
import org.zhisheng.analytics.agenda.PathStrength;
import org.zhisheng.analytics.agenda.RankedBallots;
import org.zhisheng.analytics.agenda.RankedEstimate;
import org.zhisheng.analytics.agenda.Schulze;
import org.zhisheng.analytics.agenda.UnrankedPoints;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;

/** Borda scores and Schulze orders of rankings, weighted by the design. */
record RankingTask(PlanNode node, List<String> columns, String design, Domains domains, EstimateRule rule)
        implements Task {
    static Task read(PlanNode node, Scope scope) {
        PlanNode rankings = node.get("rankings");
        List<String> columns = rankings.has("ranks")
                ? rankings.get("ranks").members().values().stream()
                        .map(scope::variable)
                        .toList()
                : scope.variables(rankings, rankings.has("column") ? "column" : "places");
        return new RankingTask(
                node,
                columns,
                scope.design(node),
                Domains.read(node, scope),
                Rules.estimate(node, IntervalRule.wald()));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Base base = planned.rows();
        PlanNode rankings = node.get("rankings");
        List<String> options = options(rankings, planned.variables());
        boolean[] inside = domains.rows(planned);
        int[][] orders = new int[inside.length][];
        for (int row = 0; row < orders.length; row++) {
            orders[row] = inside[row] ? order(rankings, options, planned.variables(), row) : new int[0];
        }
        RankedBallots ballots = ballots(options, orders, base.design().weights());
        return node.text("estimate").equals("borda") ? borda(ballots, orders, options, base) : schulze(ballots);
    }

    /** Rows of weight 0 abstain, since a ballot's weight must be positive. */
    private static RankedBallots ballots(List<String> options, int[][] orders, double[] weights) {
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] == 0) {
                weights[row] = 1;
                orders[row] = new int[0];
            }
        }
        return RankedBallots.of(options, orders, weights);
    }

    private List<String> options(PlanNode rankings, Variables variables) {
        return rankings.has("ranks")
                ? List.copyOf(rankings.get("ranks").members().keySet())
                : OptionSource.options(rankings, columns, rankings.text("separator", ""), variables);
    }

    private int[] order(PlanNode rankings, List<String> options, Variables variables, int row) {
        if (rankings.has("ranks")) {
            return byRank(rankings.members("ranks", PlanNode::text), options, variables, row);
        }
        List<Integer> order = new ArrayList<>();
        for (String column : columns) {
            Variable variable = variables.get(column);
            for (String option : OptionSource.split(OptionSource.text(variable, row), rankings.text("separator", ""))) {
                order.add(OptionSource.place(options, option, column, row));
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] byRank(Map<String, String> ranks, List<String> options, Variables variables, int row) {
        double[] rank = new double[options.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = variables.get(ranks.getOrDefault(options.get(i), "")).number(row);
        }
        int[] order = IntStream.range(0, rank.length)
                .filter(i -> !Double.isNaN(rank[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rank[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < order.length; i++) {
            if (rank[order[i]] == rank[order[i - 1]]) {
                throw new IllegalArgumentException("data row " + (row + 1) + ": '" + options.get(order[i - 1])
                        + "' and '" + options.get(order[i]) + "' have the same rank; ties are not known here");
            }
        }
        return order;
    }

    private Fields borda(RankedBallots ballots, int[][] orders, List<String> options, Base base) {
        UnrankedPoints unranked =
                node.text("unranked", "average").equals("zero") ? UnrankedPoints.ZERO : UnrankedPoints.AVERAGE;
        EstimateList results = new EstimateList(domains);
        for (RankedEstimate mean : Borda.means(ballots, unranked, new Estimator(base.design()), rule)) {
            String convention = "points: " + (options.size() - 1) + " for the first place; options left out: "
                    + unranked.name().toLowerCase(java.util.Locale.ROOT);
            results.add(mean.topic(), null, null, mean.estimate(), List.of(convention), mean.rank());
        }
        long empty = java.util.Arrays.stream(orders).filter(o -> o.length == 0).count();
        return results.fields()
                .put(
                        "totals",
                        Borda.rank(ballots, unranked).stream()
                                .map(Records::fields)
                                .toList())
                .put("ballots", orders.length - empty);
    }

    private Fields schulze(RankedBallots ballots) {
        boolean margins = node.text("strength", "margins").equals("margins");
        Schulze schulze = Schulze.of(ballots, margins ? PathStrength.MARGINS : PathStrength.WINNING_VOTES);
        List<Fields> rows = new ArrayList<>();
        for (int i = 0; i < schulze.rankings().size(); i++) {
            rows.add(Records.fields(schulze.rankings().get(i))
                    .put("strongest_paths", schulze.strongestPaths().get(i)));
        }
        return new Fields()
                .put("results", rows)
                .put(
                        "conventions",
                        List.of(
                                "score: options that it beats along strongest paths; equal ones share a rank",
                                "strength of a victory: " + (margins ? "margins" : "winning votes"),
                                "options left out stand below those named"));
    }
}
