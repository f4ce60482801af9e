package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Source;
import org.zhisheng.analytics.score.Veto;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.Text;

/** The facts that can be entered, as the templates list them. */
@Singleton
final class FactCatalogue {
    private final Map<String, FactDefinition> byId = new LinkedHashMap<>();

    FactCatalogue() {
        SchemeJson.shipped("facts.json").get("facts").properties().forEach(entry -> {
            JsonNode fact = entry.getValue();
            FactKind kind = FactKind.valueOf(fact.get("kind").asText().toUpperCase(Locale.ROOT));
            Text name = new Text(fact.get("zh-CN").asText(), fact.get("en").asText());
            byId.put(entry.getKey(), new FactDefinition(entry.getKey(), kind, name));
        });
    }

    /** The fact of an id; the problem {@code not-found} where there is none. */
    FactDefinition get(String id) {
        FactDefinition fact = byId.get(id);
        if (fact == null) {
            throw ProblemException.of(Problem.NOT_FOUND);
        }
        return fact;
    }

    /** The facts that a scheme asks for at a level, in the order of its indicators, those of vetoes last. */
    List<FactDefinition> askedBy(Scheme scheme, org.zhisheng.analytics.score.Level level) {
        Set<String> ids = new LinkedHashSet<>();
        scheme.indicators().stream()
                .filter(i -> i.levels().contains(level))
                .forEach(i -> i.sources().forEach(s -> ids.addAll(facts(s))));
        scheme.measures().forEach(m -> m.sources().forEach(s -> ids.addAll(facts(s))));
        scheme.vetoes().stream().map(Veto::fact).filter(f -> f != null).forEach(ids::add);
        return ids.stream().map(this::get).toList();
    }

    /** The facts that a source needs. */
    static List<String> facts(Source source) {
        return switch (source) {
            case Source.Ratio ratio ->
                java.util.stream.Stream.concat(ratio.numerator().stream(), ratio.denominator().stream())
                        .map(Source.Part::fact)
                        .toList();
            case Source.Checklist list -> list.facts();
            case Source.DemandResponse demand -> List.of(demand.fact());
            case Source.Amount amount -> List.of(amount.fact());
            case Source.FigureSum sum -> List.of();
            case Source.Participation participation -> List.of();
            case Source.Given given -> List.of();
        };
    }

    /** The survey that a source needs, or empty. */
    static String survey(Source source) {
        return switch (source) {
            case Source.FigureSum sum -> sum.survey();
            case Source.Participation participation -> participation.survey();
            case Source.DemandResponse demand -> demand.survey();
            default -> "";
        };
    }
}
