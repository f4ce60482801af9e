package org.zhisheng.analytics.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.score.DimensionScore;
import org.zhisheng.analytics.score.Gap;
import org.zhisheng.analytics.score.IndicatorScore;
import org.zhisheng.analytics.score.NextBand;
import org.zhisheng.analytics.score.Rating;
import org.zhisheng.analytics.score.Reading;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.ScoreUncertainty;
import org.zhisheng.analytics.score.Spread;
import org.zhisheng.analytics.score.Unit;

/** A unit's score as fields: a line in a list, or everything about it. */
final class UnitFields {
    private UnitFields() {}

    /** One line: total, error, band. */
    static Fields line(Score score, double standardError, @Nullable Unit unit) {
        Fields line = new Fields()
                .put("unit", score.unit())
                .put("total", score.total())
                .put("rounded", score.rounded())
                .put("standard_error", standardError);
        switch (score.rating()) {
            case Rating.Banded banded -> {
                line.put("band", banded.band().id())
                        .put("band_by_total", banded.byTotal().id());
                putIfAny(line, "caps", banded.caps());
                putIfAny(line, "vetoes", banded.vetoes());
                putIfAny(line, "caps_undecided", banded.undecided());
            }
            case Rating.NumberOnly only -> line.put("band", null).put("no_band", only.reason());
            case Rating.None none -> line.put("band", null).put("no_rating", String.join("; ", none.reasons()));
        }
        if (unit != null && unit.coverage() != null) {
            line.put("coverage", unit.coverage().grade().name());
        }
        putIfAny(line, "inapplicable", score.inapplicable());
        putIfAny(line, "missing", score.missing());
        return line;
    }

    private static void putIfAny(Fields fields, String name, List<String> list) {
        if (!list.isEmpty()) {
            fields.put(name, list);
        }
    }

    /** Everything about a unit. */
    static Fields detail(Unit unit, Score score, @Nullable ScoreUncertainty uncertainty) {
        Fields detail = new Fields().put("name", unit.name());
        line(score, Double.NaN, unit).values().forEach((key, value) -> {
            if (!key.equals("unit") && !key.equals("standard_error")) {
                detail.put(key, value);
            }
        });
        if (uncertainty != null) {
            detail.put("uncertainty", spread(uncertainty.total()));
            if (!uncertainty.bands().isEmpty()) {
                Fields bands = new Fields();
                uncertainty.bands().forEach(bands::put);
                detail.put("band_probabilities", bands);
            }
            putIfAny(detail, "caps_within_two_errors", uncertainty.nearCaps());
        }
        return detail.put("dimensions", dimensions(score, uncertainty))
                .put("indicators", indicators(unit, score, uncertainty));
    }

    private static Fields spread(Spread spread) {
        Fields fields = new Fields()
                .put("standard_error", spread.standardError())
                .put("lower", spread.lower())
                .put("upper", spread.upper())
                .put("method", spread.method().name().toLowerCase(Locale.ROOT))
                .put("delta_error", spread.deltaError())
                .put("simulated_error", spread.simulatedError())
                .put("simulated_mean", spread.simulatedMean());
        putIfAny(fields, "bends_within_two_errors", spread.bends());
        return fields;
    }

    private static List<Fields> dimensions(Score score, @Nullable ScoreUncertainty uncertainty) {
        List<Fields> rows = new ArrayList<>();
        for (DimensionScore dimension : score.dimensions()) {
            Fields row = new Fields()
                    .put("dimension", dimension.id())
                    .put("points", dimension.points())
                    .put("weight", dimension.weight())
                    .put("effective_weight", dimension.effectiveWeight());
            putSpread(row, uncertainty == null ? List.of() : uncertainty.dimensions(), dimension.id());
            rows.add(row);
        }
        return rows;
    }

    private static List<Fields> indicators(Unit unit, Score score, @Nullable ScoreUncertainty uncertainty) {
        List<Fields> rows = new ArrayList<>();
        for (IndicatorScore indicator : score.indicators()) {
            Fields row = new Fields().put("indicator", indicator.id());
            switch (indicator.reading()) {
                case Reading.Known known -> {
                    row.put("value", known.value());
                    double error = unit.readings().standardError(indicator.id());
                    row.put("value_error", error > 0 ? error : null);
                }
                case Reading.Missing missing -> row.put("value", null).put("missing", missing.reason());
                case Reading.Inapplicable none -> row.put("value", null).put("inapplicable", none.reason());
            }
            row.put("points", indicator.points())
                    .put("weight", indicator.weight())
                    .put("effective_weight", indicator.effectiveWeight())
                    .put("contribution", indicator.contribution());
            if (indicator.flagged()) {
                row.put("above_target_band", true);
            }
            putSpread(row, uncertainty == null ? List.of() : uncertainty.indicators(), indicator.id());
            rows.add(row);
        }
        return rows;
    }

    private static void putSpread(Fields row, List<Spread> spreads, String id) {
        spreads.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .ifPresent(s -> row.put("standard_error", s.standardError())
                        .put("lower", s.lower())
                        .put("upper", s.upper())
                        .put("error_method", s.method().name().toLowerCase(Locale.ROOT)));
    }

    static Fields gap(Gap gap) {
        List<Fields> parts = new ArrayList<>();
        for (Gap.Part part : gap.parts()) {
            parts.add(new Fields()
                    .put("indicator", part.indicator())
                    .put("points", part.points())
                    .put("median", part.median())
                    .put("part", part.part()));
        }
        return new Fields()
                .put("total_of_medians", gap.reference())
                .put("difference", gap.total() - gap.reference())
                .put("parts", parts);
    }

    static Fields nextBand(NextBand next) {
        List<Fields> steps = new ArrayList<>();
        for (NextBand.Step step : next.steps()) {
            steps.add(new Fields()
                    .put("indicator", step.indicator())
                    .put("from", step.from())
                    .put("to", step.to())
                    .put("points_from", step.pointsFrom())
                    .put("points_to", step.pointsTo()));
        }
        Fields fields = new Fields().put("band", next.band().id()).put("total_needed", next.needed());
        putIfAny(fields, "obstacles", next.obstacles());
        return fields.put("steps", steps);
    }

    static Fields map(Map<String, ?> map) {
        Fields fields = new Fields();
        map.forEach(fields::put);
        return fields;
    }
}
