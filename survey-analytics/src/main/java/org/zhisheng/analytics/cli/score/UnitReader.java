package org.zhisheng.analytics.cli.score;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.csv.CsvFormat;
import org.zhisheng.analytics.cli.csv.SmallTable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.CoverageThresholds;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.analytics.score.Fact;
import org.zhisheng.analytics.score.Facts;
import org.zhisheng.analytics.score.Figures;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.Measure;
import org.zhisheng.analytics.score.Reading;
import org.zhisheng.analytics.score.Readings;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SourceReader;
import org.zhisheng.analytics.score.Unit;
import org.zhisheng.analytics.score.Veto;

/** Reads the units that stand in a plan: by values, or by released figures and entered facts. */
final class UnitReader {
    private final Scheme scheme;
    private final Level level;
    private final Path folder;

    UnitReader(Scheme scheme, Level level, Path folder) {
        this.scheme = scheme;
        this.level = level;
        this.folder = folder;
    }

    Unit read(PlanNode node) {
        try {
            return unit(node);
        } catch (IllegalArgumentException e) {
            throw node.fault(node.text("name") + ": " + e.getMessage());
        }
    }

    private Unit unit(PlanNode node) {
        Set<String> established = new HashSet<>(node.texts("established"));
        for (String veto : established) {
            if (scheme.vetoes().stream().map(Veto::id).noneMatch(veto::equals)) {
                throw node.get("established").fault("the scheme has no veto '" + veto + "'");
            }
        }
        boolean sources = node.has("figures") || node.has("facts") || node.has("participation");
        Readings readings;
        if (sources) {
            if (node.has("values")) {
                throw node.fault("give values, or figures and facts, not both");
            }
            SourceReader reader = new SourceReader(figures(node), facts(node));
            readings = reader.read(scheme);
            established.addAll(reader.established(scheme));
        } else {
            readings = values(node);
        }
        Level own = node.has("level") ? Level.valueOf(node.text("level").toUpperCase(Locale.ROOT)) : level;
        long covered = node.has("covered") ? node.integer("covered", 0) : -1;
        return new Unit(node.text("name"), own, covered, readings, coverage(node), established);
    }

    private @Nullable CoverageRating coverage(PlanNode node) {
        CoverageThresholds thresholds = scheme.coverage();
        if (!node.has("coverage") || thresholds == null) {
            return null;
        }
        PlanNode coverage = node.get("coverage");
        return CoverageRating.of(
                node.text("name"),
                coverage.integer("responses", 0),
                coverage.integer("headcount", 0),
                coverage.text("mode", "tickets").equals("poster") ? FieldingMode.POSTER : FieldingMode.TICKETS,
                thresholds);
    }

    private Readings values(PlanNode node) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        node.members("values", n -> n).forEach((id, value) -> readings.put(known(id, value), reading(value)));
        if (node.has("covariance")) {
            if (node.has("standard_errors")) {
                throw node.fault("give standard errors or a covariance, not both");
            }
            PlanNode covariance = node.get("covariance");
            double[][] matrix = covariance.elements("matrix").stream()
                    .map(row -> row.elements().stream()
                            .mapToDouble(PlanNode::number)
                            .toArray())
                    .toArray(double[][]::new);
            return Readings.of(readings, covariance.texts("ids"), matrix);
        }
        Map<String, Double> errors = node.members("standard_errors", PlanNode::number);
        errors.keySet().forEach(id -> known(id, node.get("standard_errors")));
        return Readings.independent(readings, errors);
    }

    private String known(String id, PlanNode at) {
        if (scheme.indicator(id).isEmpty()
                && scheme.measures().stream().map(Measure::id).noneMatch(id::equals)) {
            throw at.fault("the scheme has neither indicator nor measure '" + id + "'");
        }
        return id;
    }

    private static Reading reading(PlanNode value) {
        if (value.json().isNull()) {
            return new Reading.Missing("it was given as missing");
        }
        if (value.json().isNumber()) {
            return new Reading.Known(value.number());
        }
        if (value.text().equals("inapplicable")) {
            return new Reading.Inapplicable("it was given as inapplicable");
        }
        throw value.fault("must be a number, null or \"inapplicable\", not \"" + value.text() + "\"");
    }

    private Figures figures(PlanNode node) {
        Figures figures = new Figures();
        if (!node.has("figures")) {
            return figures;
        }
        List<String> columns = List.of("survey", "item", "statistic", "category", "value", "standard_error");
        SmallTable.read(folder.resolve(node.text("figures")), CsvFormat.STANDARD, columns)
                .forEach(r -> figures.add(
                        new Figures.Key(
                                r.getField("survey"),
                                r.getField("item"),
                                r.getField("statistic"),
                                r.getField("category")),
                        number(node, r.getField("value")),
                        number(node, r.getField("standard_error"))));
        if (node.has("figure_covariance")) {
            covariances(node, figures);
        }
        return figures;
    }

    private void covariances(PlanNode node, Figures figures) {
        List<String> columns = List.of(
                "survey",
                "item",
                "statistic",
                "category",
                "other_item",
                "other_statistic",
                "other_category",
                "covariance");
        SmallTable.read(folder.resolve(node.text("figure_covariance")), CsvFormat.STANDARD, columns)
                .forEach(r -> figures.covariance(
                        new Figures.Key(
                                r.getField("survey"),
                                r.getField("item"),
                                r.getField("statistic"),
                                r.getField("category")),
                        new Figures.Key(
                                r.getField("survey"),
                                r.getField("other_item"),
                                r.getField("other_statistic"),
                                r.getField("other_category")),
                        number(node, r.getField("covariance"))));
    }

    private static double number(PlanNode node, String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw node.fault("'" + cell + "' in its figures is not a number");
        }
    }

    private static Facts facts(PlanNode node) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        node.members("facts", n -> n).forEach((id, value) -> facts.put(id, fact(value)));
        Map<String, Facts.Responses> participation = node.members(
                "participation", p -> new Facts.Responses(p.integer("valid", 0), p.integer("headcount", 0)));
        return new Facts(facts, participation);
    }

    private static Fact fact(PlanNode value) {
        if (value.json().isNumber()) {
            return new Fact.Number(value.number());
        }
        if (value.json().isArray()) {
            return new Fact.Topics(
                    new HashSet<>(value.elements().stream().map(PlanNode::text).toList()));
        }
        return new Fact.Answer(
                switch (value.text()) {
                    case "yes" -> Fact.Reply.YES;
                    case "no" -> Fact.Reply.NO;
                    case "not-applicable" -> Fact.Reply.NOT_APPLICABLE;
                    default ->
                        throw value.fault("must be a number, \"yes\", \"no\", \"not-applicable\" or a list of topics");
                });
    }
}
