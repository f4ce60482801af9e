package org.zhisheng.analytics.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.Aggregation;
import org.zhisheng.analytics.score.DispersionWeights;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.Mean;
import org.zhisheng.analytics.score.RankIntervals;
import org.zhisheng.analytics.score.Reweighting;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.ScoreTable;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Sensitivity;
import org.zhisheng.analytics.score.Simulation;
import org.zhisheng.analytics.score.Topsis;
import org.zhisheng.analytics.score.Unit;
import org.zhisheng.analytics.score.WeightDraws;

/** The sensitivity analysis of a plan. */
final class SensitivityFields {
    private final Scorer scorer;
    private final List<Unit> units;
    private final PlanNode node;
    private final Path folder;

    SensitivityFields(Scorer scorer, List<Unit> units, PlanNode node, Path folder) {
        this.scorer = scorer;
        this.units = units;
        this.node = node;
        this.folder = folder;
    }

    Fields run(int threads, DoubleConsumer progress) {
        Fields fields = new Fields();
        Scheme scheme = scorer.scheme();
        if (node.flag("leave_one_out", false)) {
            fields.put("leave_one_out", variants(Sensitivity.leaveOneOut(scheme, units)));
        }
        List<Sensitivity.Variant> others = new ArrayList<>();
        if (node.flag("equal_weights", false)) {
            others.add(Sensitivity.by(scheme, units, "equal weights", Reweighting.equal(scheme)));
        }
        for (PlanNode mean : node.elements("means")) {
            Mean by = Mean.valueOf(mean.text().toUpperCase(java.util.Locale.ROOT));
            others.add(Sensitivity.by(
                    scheme, units, mean.text() + " mean", PlannedScheme.aggregated(scheme, Aggregation.of(by))));
        }
        for (PlanNode other : node.elements("schemes")) {
            Scheme read = SchemeFile.read(other, folder);
            SchemeFile.check(read, other.path());
            others.add(Sensitivity.by(scheme, units, read.id().toString(), read));
        }
        if (node.flag("entropy", false)) {
            others.add(dispersion(fields, "entropy", DispersionWeights.entropy(names(), points())));
        }
        if (node.flag("critic", false)) {
            others.add(dispersion(fields, "critic", DispersionWeights.critic(names(), points())));
        }
        if (!others.isEmpty()) {
            fields.put("variants", variants(others));
        }
        if (node.flag("topsis", false)) {
            fields.put("topsis", topsis());
        }
        if (node.has("weights")) {
            fields.put("drawn_weights", drawnWeights(node.get("weights"), threads, progress));
        }
        return fields;
    }

    private Sensitivity.Variant dispersion(Fields fields, String what, double[] weights) {
        Fields named = new Fields();
        String[] names = names();
        for (int i = 0; i < names.length; i++) {
            named.put(names[i], weights[i]);
        }
        fields.put(what + "_weights", named);
        double[] floored = Arrays.stream(weights).map(w -> Math.max(w, 1e-12)).toArray();
        return Sensitivity.by(scorer.scheme(), units, what + " weights", Reweighting.of(scorer.scheme(), floored));
    }

    private String[] names() {
        return scorer.scheme().indicators().stream().map(Indicator::id).toArray(String[]::new);
    }

    /** Points of all units by indicator. */
    private double[][] points() {
        double[][] columns = new double[scorer.scheme().indicators().size()][units.size()];
        for (int u = 0; u < units.size(); u++) {
            var indicators = scorer.score(units.get(u)).indicators();
            for (int i = 0; i < columns.length; i++) {
                columns[i][u] = indicators.get(i).points();
            }
        }
        return columns;
    }

    private double[][] values() {
        double[][] columns = new double[scorer.scheme().indicators().size()][units.size()];
        for (int i = 0; i < columns.length; i++) {
            String id = scorer.scheme().indicators().get(i).id();
            for (int u = 0; u < units.size(); u++) {
                columns[i][u] = units.get(u).readings().value(id);
            }
        }
        return columns;
    }

    private List<Fields> topsis() {
        double[] weights = scorer.scheme().indicators().stream()
                .mapToDouble(Indicator::weight)
                .toArray();
        double[] closeness = Topsis.closeness(names(), points(), weights);
        int[] ranks = RankIntervals.ranks(closeness);
        List<Fields> rows = new ArrayList<>();
        for (int u = 0; u < closeness.length; u++) {
            rows.add(new Fields()
                    .put("unit", units.get(u).name())
                    .put("closeness", closeness[u])
                    .put("rank", ranks[u]));
        }
        return rows;
    }

    private List<Fields> variants(List<Sensitivity.Variant> variants) {
        List<Fields> rows = new ArrayList<>();
        for (Sensitivity.Variant variant : variants) {
            List<Fields> totals = new ArrayList<>();
            for (int u = 0; u < units.size(); u++) {
                totals.add(new Fields()
                        .put("unit", units.get(u).name())
                        .put("total", variant.totals()[u])
                        .put("rank", variant.ranks()[u] == 0 ? null : variant.ranks()[u]));
            }
            rows.add(new Fields()
                    .put("variant", variant.what())
                    .put("rank_correlation", variant.rankCorrelation())
                    .put("largest_shift", variant.largestShift())
                    .put("totals", totals));
        }
        return rows;
    }

    private Fields drawnWeights(PlanNode weights, int threads, DoubleConsumer progress) {
        Simulation rule = Ranking.rule(weights);
        double concentration = weights.number("concentration", 100);
        List<Unit> rated = units.stream()
                .filter(u -> !Double.isNaN(scorer.score(u).total()))
                .toList();
        if (rated.size() < 2) {
            throw weights.fault("needs two units with a rating");
        }
        var only = new SensitivityFields(scorer, rated, node, folder);
        ScoreTable table = ScoreTable.of(scorer, rated.getFirst().level(), only.values(), threads);
        var draws = new WeightDraws(scorer.scheme(), table, concentration, rule.seed());
        RankIntervals intervals = RankIntervals.of(draws, rule.draws(), rule.level(), threads, progress);
        List<Fields> rows = new ArrayList<>();
        for (int u = 0; u < rated.size(); u++) {
            rows.add(new Fields()
                    .put("unit", rated.get(u).name())
                    .put("rank_lower", intervals.lower(u))
                    .put("rank_upper", intervals.upper(u)));
        }
        return new Fields()
                .put("concentration", concentration)
                .put("draws", rule.draws())
                .put("seed", rule.seed())
                .put("level", rule.level())
                .put("rows", rows);
    }
}
