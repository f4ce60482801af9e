package org.zhisheng.analytics.cli.score;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.Gap;
import org.zhisheng.analytics.score.ImprovementStep;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.LeagueTable;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.NextBand;
import org.zhisheng.analytics.score.Propagation;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.ScoreUncertainty;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Simulation;
import org.zhisheng.analytics.score.Trend;
import org.zhisheng.analytics.score.Unit;

/** Scores what a plan names. Scheme and structure are checked before any data are read. */
public final class ScoreRun {
    private static final int DETAILED = 50;

    private final PlanNode plan;
    private final Path folder;
    private final PlannedScheme planned;
    private final Level level;
    private final Simulation simulation;

    /** @throws org.zhisheng.analytics.cli.plan.PlanException naming every fault */
    public ScoreRun(PlanNode plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        this.planned = PlannedScheme.read(plan, folder);
        this.level = Level.valueOf(plan.text("level", "enterprise").toUpperCase(Locale.ROOT));
        if (plan.has("units") == plan.has("table")) {
            throw plan.fault("needs either 'units' or 'table'");
        }
        PlanNode rule = plan.find("simulation");
        this.simulation = rule == null
                ? Simulation.DEFAULT
                : new Simulation(
                        rule.integer("draws", Simulation.DEFAULT.draws()),
                        (long) rule.number("seed", Simulation.DEFAULT.seed()),
                        rule.number("level", Simulation.DEFAULT.level()));
    }

    /** What was scored, for the recalculator. */
    public record Outcome(Fields fields, Scorer scorer, List<Unit> units, List<Score> scores) {}

    /**
     * Scores everything.
     *
     * @param progress told the stage and the share of it that is done
     */
    public Outcome run(int threads, BiConsumer<String, Double> progress) {
        List<Unit> units = units(threads, progress);
        Scorer scorer = Scorer.fitted(planned.scheme(), units);
        List<Score> scores = new ArrayList<>(units.size());
        double[] errors = new double[units.size()];
        boolean detailed = plan.flag("detail", units.size() <= DETAILED);
        List<@Nullable ScoreUncertainty> uncertainties = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            Score score = scorer.score(units.get(u));
            scores.add(score);
            boolean uncertain = !Double.isNaN(score.total())
                    && !units.get(u).readings().random().isEmpty();
            ScoreUncertainty uncertainty =
                    uncertain && detailed ? Propagation.of(scorer, units.get(u), simulation) : null;
            uncertainties.add(uncertainty);
            errors[u] = Double.isNaN(score.total())
                    ? Double.NaN
                    : uncertainty != null
                            ? uncertainty.total().standardError()
                            : uncertain ? Propagation.deltaError(scorer, units.get(u)) : 0;
            if (u % 1000 == 0) {
                progress.accept("scoring", (double) u / units.size());
            }
        }
        Fields fields = heading();
        List<Fields> lines = new ArrayList<>();
        for (int u = 0; u < scores.size(); u++) {
            lines.add(UnitFields.line(scores.get(u), errors[u], units.get(u)));
        }
        fields.put("scores", lines);
        if (detailed) {
            fields.put("units", details(scorer, units, scores, uncertainties));
        }
        further(fields, scorer, units, scores, errors, threads, progress);
        return new Outcome(fields, scorer, units, scores);
    }

    private List<Unit> units(int threads, BiConsumer<String, Double> progress) {
        Scheme scheme = planned.scheme();
        List<Unit> units = plan.has("table")
                ? new UnitTable(scheme, level, plan.get("table"), folder)
                        .read(threads, share -> progress.accept("reading", share))
                : plan.elements("units").stream()
                        .map(new UnitReader(scheme, level, folder)::read)
                        .toList();
        Map<String, Unit> byName = new LinkedHashMap<>();
        for (Unit unit : units) {
            if (byName.put(unit.name(), unit) != null) {
                throw plan.fault("two units are called '" + unit.name() + "'; names must differ");
            }
        }
        return units;
    }

    private Fields heading() {
        Scheme scheme = planned.scheme();
        Fields weights = new Fields();
        scheme.indicators().forEach(i -> weights.put(i.id(), i.weight()));
        Fields fields = new Fields()
                .put("plan", plan.text("title", ""))
                .put("scheme", scheme.id().toString());
        if (!planned.changes().isEmpty()) {
            fields.put("scheme_changed", planned.changes());
        }
        fields.put("weights", weights);
        if (!planned.judgements().isEmpty()) {
            fields.put("judgements", planned.judgements());
        }
        return fields.put(
                "conventions",
                List.of(
                        "totals rounded HALF_UP to 0.1 after nine decimals, then banded; caps and vetoes change the band only",
                        "missing and inapplicable weights shared within the dimension, an empty dimension's over the others",
                        "errors come from surveys alone: " + simulation.draws() + " draws, seed " + simulation.seed()
                                + ", level " + simulation.level()));
    }

    private List<Fields> details(
            Scorer scorer, List<Unit> units, List<Score> scores, List<@Nullable ScoreUncertainty> uncertainties) {
        boolean explain = plan.flag("explain", true);
        List<Fields> details = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            Fields detail = UnitFields.detail(units.get(u), scores.get(u), uncertainties.get(u));
            if (explain && !Double.isNaN(scores.get(u).total())) {
                if (units.size() > 1) {
                    detail.put("gap_from_peers", UnitFields.gap(Gap.of(scorer, units.get(u), units)));
                }
                NextBand.of(scorer, units.get(u)).ifPresent(n -> detail.put("next_band", UnitFields.nextBand(n)));
            }
            details.add(detail);
        }
        return details;
    }

    private void further(
            Fields fields,
            Scorer scorer,
            List<Unit> units,
            List<Score> scores,
            double[] errors,
            int threads,
            BiConsumer<String, Double> progress) {
        Ranking ranking = Ranking.read(plan, units.size());
        if (ranking != null) {
            List<LeagueTable.Entry> entries = new ArrayList<>();
            for (int u = 0; u < scores.size(); u++) {
                entries.add(new LeagueTable.Entry(
                        scores.get(u), errors[u], units.get(u).covered()));
            }
            fields.put(
                    "league",
                    ranking.table(
                            entries,
                            planned.scheme().smallUnit(),
                            threads,
                            share -> progress.accept("ranking", share)));
        }
        if (plan.has("sensitivity")) {
            fields.put(
                    "sensitivity",
                    new SensitivityFields(scorer, units, plan.get("sensitivity"), folder)
                            .run(threads, share -> progress.accept("drawing weights", share)));
        }
        if (plan.has("trend")) {
            fields.put(
                    "trend",
                    plan.elements("trend").stream()
                            .map(t -> trend(t, scorer, units, errors))
                            .toList());
        }
        if (plan.has("roll_up")) {
            fields.put("roll_up", new RollUpFields(units, plan.get("roll_up")).run());
        }
        if (plan.has("improvement")) {
            fields.put(
                    "improvement",
                    plan.elements("improvement").stream()
                            .map(i -> improvement(i, units))
                            .toList());
        }
    }

    private Fields trend(PlanNode node, Scorer scorer, List<Unit> units, double[] errors) {
        int before = position(node.get("before"), units);
        int after = position(node.get("after"), units);
        Scorer first = node.has("scheme_before")
                ? Scorer.fitted(SchemeFile.read(node.get("scheme_before"), folder), units)
                : scorer;
        try {
            Trend trend = Trend.of(
                    new Trend.Wave(first, units.get(before), errors[before]),
                    new Trend.Wave(scorer, units.get(after), errors[after]),
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
    private Fields improvement(PlanNode node, List<Unit> units) {
        Unit unit = units.get(position(node.get("unit"), units));
        String indicator = node.text("indicator");
        List<String> ids =
                planned.scheme().indicators().stream().map(Indicator::id).toList();
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
