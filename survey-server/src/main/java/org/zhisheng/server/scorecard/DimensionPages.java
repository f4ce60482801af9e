package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.server.kernel.Language;

/** What pages show of the dimensions and indicators of a scorecard. */
@Singleton
final class DimensionPages {
    private final Wording wording;

    DimensionPages(Wording wording) {
        this.wording = wording;
    }

    /** The dimensions, each with its indicators. */
    List<Map<String, Object>> dimensions(Assessment a, SchemeVersion version, Language language) {
        List<Map<String, Object>> dimensions = new ArrayList<>();
        for (Assessment.DimensionLine d : a.dimensions()) {
            Map<String, Object> model = new HashMap<>();
            model.put("id", d.id());
            model.put("name", version.names().name("dimensions", d.id(), language));
            model.put("points", Digits.one(d.points()));
            model.put("width", Digits.plain(Digits.onScale(d.points())));
            model.put("lower", Digits.plain(Digits.onScale(d.lower())));
            model.put("upper", Digits.plain(Digits.onScale(d.upper())));
            model.put("weight", Digits.plain(d.weight()));
            model.put("effective", Digits.one(d.effectiveWeight()));
            model.put("shifted", Math.abs(d.effectiveWeight() - d.weight()) > 0.05);
            model.put(
                    "indicators",
                    version.scheme().indicatorsOf(d.id()).stream()
                            .map(i -> indicator(a, i, version, language))
                            .toList());
            dimensions.add(model);
        }
        return dimensions;
    }

    private Map<String, Object> indicator(Assessment a, Indicator i, SchemeVersion version, Language language) {
        Assessment.IndicatorLine line = a.indicators().stream()
                .filter(l -> l.id().equals(i.id()))
                .findFirst()
                .orElseThrow();
        Assessment.Quantity quantity = a.quantities().stream()
                .filter(q -> q.id().equals(i.id()))
                .findFirst()
                .orElseThrow();
        boolean here = i.levels().contains(a.level());
        Map<String, Object> model = new HashMap<>();
        model.put("id", i.id());
        model.put("name", version.names().name("indicators", i.id(), language));
        model.put("formula", version.names().formula("indicators", i.id(), language));
        model.put("value", here ? Digits.one(quantity.value()) : "");
        double error = League.error(a, i.id());
        model.put("error", error > 0 ? Digits.one(error) : "");
        model.put("points", here ? Digits.one(line.points()) : "");
        model.put("width", Digits.plain(Digits.onScale(line.points())));
        model.put("lower", line.lower() == null ? "" : Digits.plain(Digits.onScale(line.lower())));
        model.put("upper", line.upper() == null ? "" : Digits.plain(Digits.onScale(line.upper())));
        model.put("weight", Digits.plain(line.weight()));
        model.put("effective", Digits.one(line.effectiveWeight()));
        model.put("contribution", Digits.one(line.contribution()));
        model.put("flagged", line.flagged());
        model.put("known", here && quantity.value() != null);
        model.put("inapplicable", !here || quantity.absent().equals("inapplicable"));
        model.put(
                "source",
                quantity.origin().isEmpty()
                        ? wording.needed(i.sources(), language)
                        : quantity.origin().equals("facts")
                                ? wording.say(language, "scorecard.source.facts")
                                : wording.survey(quantity.origin(), language));
        return model;
    }
}
