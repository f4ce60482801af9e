package org.zhisheng.analytics.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.score.Gap;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.NextBand;
import org.zhisheng.analytics.score.Propagation;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.ScoreUncertainty;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Simulation;
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
        new FurtherFields(
                        plan,
                        folder,
                        planned.scheme(),
                        simulation,
                        new FurtherFields.Scored(scorer, units, scores, errors))
                .put(fields, threads, progress);
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
}
