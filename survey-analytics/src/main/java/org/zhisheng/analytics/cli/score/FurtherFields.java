package org.zhisheng.analytics.cli.score;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.ImprovementStep;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.LeagueTable;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Simulation;
import org.zhisheng.analytics.score.Trend;
import org.zhisheng.analytics.score.Unit;

/** What a plan asks for beside the scores: ranks, sensitivity, trends, roll-ups, steps of improvement. */
final class FurtherFields {
    private final PlanNode plan;
    private final Path folder;
    private final Scheme scheme;
    private final Simulation simulation;
    private final Scored scored;

    FurtherFields(PlanNode plan, Path folder, Scheme scheme, Simulation simulation, Scored scored) {
        this.plan = plan;
        this.folder = folder;
        this.scheme = scheme;
        this.simulation = simulation;
        this.scored = scored;
    }

    /** All units with their scores. */
    record Scored(Scorer scorer, List<Unit> units, List<Score> scores, double[] errors) {
        List<LeagueTable.Entry> entries() {
            List<LeagueTable.Entry> entries = new ArrayList<>();
            for (int u = 0; u < scores.size(); u++) {
                entries.add(new LeagueTable.Entry(
                        scores.get(u), errors[u], units.get(u).covered()));
            }
            return entries;
        }
    }

    /** Puts what the plan asks for after the scores of the units. */
    void put(Fields fields, int threads, BiConsumer<String, Double> progress) {
        Ranking ranking = Ranking.read(plan, scored.units().size());
        if (ranking != null) {
            fields.put(
                    "league",
                    ranking.table(
                            scored.entries(), scheme.smallUnit(), threads, share -> progress.accept("ranking", share)));
        }
        if (plan.has("sensitivity")) {
            fields.put(
                    "sensitivity",
                    new SensitivityFields(scored.scorer(), scored.units(), plan.get("sensitivity"), folder)
                            .run(threads, share -> progress.accept("drawing weights", share)));
        }
        if (plan.has("trend")) {
            fields.put("trend", plan.elements("trend").stream().map(this::trend).toList());
        }
        if (plan.has("roll_up")) {
            fields.put("roll_up", new RollUpFields(scored.units(), plan.get("roll_up")).run());
        }
        if (plan.has("improvement")) {
            fields.put(
                    "improvement",
                    plan.elements("improvement").stream().map(this::improvement).toList());
        }
    }

    private Fields trend(PlanNode node) {
        List<Unit> units = scored.units();
        int before = position(node.get("before"), units);
        int after = position(node.get("after"), units);
        Scorer first = node.has("scheme_before")
                ? Scorer.fitted(SchemeFile.read(node.get("scheme_before"), folder), units)
                : scored.scorer();
        try {
            Trend trend = Trend.of(
                    new Trend.Wave(first, units.get(before), scored.errors()[before]),
                    new Trend.Wave(scored.scorer(), units.get(after), scored.errors()[after]),
                    simulation.level());
            return new Fields()
                    .put("before", units.get(before).name())
                    .put("after", units.get(after).name())
                    .putAll(Records.fields(trend));
        } catch (IllegalArgumentException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }

    private static int position(PlanNode name, List<Unit> units) {
        int at = units.stream().map(Unit::name).toList().indexOf(name.text());
        if (at < 0) {
            throw name.fault("there is no unit '" + name.text() + "'");
        }
        return at;
    }

    /** Checks a step of a self-improvement plan and gives it the value it starts from. */
    private Fields improvement(PlanNode node) {
        List<Unit> units = scored.units();
        Unit unit = units.get(position(node.get("unit"), units));
        String indicator = node.text("indicator");
        List<String> ids = scheme.indicators().stream().map(Indicator::id).toList();
        if (!ids.contains(indicator)) {
            throw node.get("indicator").fault("the scheme has no indicator '" + indicator + "'");
        }
        try {
            ImprovementStep step = new ImprovementStep(
                    indicator,
                    unit.readings().value(indicator),
                    node.number("target"),
                    node.text("action"),
                    node.text("responsible"),
                    LocalDate.parse(node.text("due")),
                    LocalDate.parse(node.text("retest")));
            return new Fields().put("unit", unit.name()).putAll(Records.fields(step));
        } catch (DateTimeParseException e) {
            throw node.fault("dates are written like 2026-12-31: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }
}
