package org.zhisheng.analytics.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.score.LeagueTable;
import org.zhisheng.analytics.score.Simulation;

/** The league table of a plan. */
record Ranking(LeagueTable.Method method, Simulation rule) {
    private static final double LEVEL = 0.9;
    private static final int DRAWS = 1000;

    /** Null where the plan wants none, or where there is nothing to compare. */
    static @Nullable Ranking read(PlanNode plan, int units) {
        PlanNode node = plan.find("ranks");
        boolean wanted = node == null
                ? units > 1
                : !node.json().isBoolean() || node.json().asBoolean();
        if (!wanted) {
            return null;
        }
        if (node == null || node.json().isBoolean()) {
            return new Ranking(LeagueTable.Method.SHRUNKEN, new Simulation(DRAWS, Simulation.DEFAULT.seed(), LEVEL));
        }
        return new Ranking(
                LeagueTable.Method.valueOf(node.text("method", "shrunken").toUpperCase(Locale.ROOT)), rule(node));
    }

    static Simulation rule(PlanNode node) {
        return new Simulation(
                node.integer("draws", DRAWS),
                (long) node.number("seed", Simulation.DEFAULT.seed()),
                node.number("level", LEVEL));
    }

    Fields table(List<LeagueTable.Entry> entries, int smallUnit, int threads, DoubleConsumer progress) {
        long rated = entries.stream()
                .filter(e -> !Double.isNaN(e.score().total()))
                .filter(e -> e.covered() < 0 || e.covered() >= smallUnit)
                .count();
        // with three units or fewer nothing can be learned about how different units are
        LeagueTable.Method used =
                method == LeagueTable.Method.SHRUNKEN && rated < 4 ? LeagueTable.Method.PAIRWISE : method;
        LeagueTable league = LeagueTable.of(entries, used, smallUnit, rule, threads, progress);
        List<Fields> rows = new ArrayList<>();
        for (LeagueTable.Row row : league.rows()) {
            Fields line = new Fields()
                    .put("rank", row.rank())
                    .put("unit", row.score().unit())
                    .put("rounded", row.score().rounded())
                    .put("standard_error", row.standardError())
                    .put("rank_lower", row.lower())
                    .put("rank_upper", row.upper());
            if (row.group() > 0) {
                line.put("group", row.group()).put("last_group", row.lastGroup());
            }
            rows.add(line);
        }
        Fields fields = new Fields()
                .put("method", league.method().name().toLowerCase(Locale.ROOT))
                .put("level", rule.level())
                .put("draws", rule.draws())
                .put("seed", rule.seed())
                .put("bands", UnitFields.map(league.bands()));
        if (!league.unranked().isEmpty()) {
            fields.put("unranked", league.unranked());
        }
        if (!league.pooledOnly().isEmpty()) {
            fields.put("pooled_only", league.pooledOnly());
        }
        return fields.put("rows", rows);
    }
}
