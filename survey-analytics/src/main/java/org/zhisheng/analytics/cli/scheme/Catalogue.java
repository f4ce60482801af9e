package org.zhisheng.analytics.cli.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.score.SourceCatalogue;
import org.zhisheng.analytics.score.SourceCatalogue.ItemFigures;

/**
 * What the published questionnaires and the list of facts offer as sources. Which figures an item has follows from its
 * options alone, by the rules that releases are made by.
 */
final class Catalogue {
    private static final String ROOT = "/org/zhisheng/analytics/cli/scheme/";

    /** Rates over all who answered, by the options that they count. */
    private static final Map<String, Set<String>> ANSWERED = Map.of(
            "aware", Set.of("VERY_CLEAR", "KNOW"),
            "agreed", Set.of("STRONGLY_AGREE", "AGREE"),
            "understood", Set.of("UNDERSTOOD"));

    private Catalogue() {}

    static SourceCatalogue published() {
        JsonNode index = PlanFile.resource(ROOT + "questionnaires/index.json").get("questionnaires");
        Map<String, Map<String, ItemFigures>> surveys = new HashMap<>();
        index.properties().forEach(entry -> {
            Map<String, ItemFigures> items = new HashMap<>();
            entry.getValue().forEach(version -> items.putAll(items(entry.getKey(), version.asText())));
            surveys.put(entry.getKey(), items);
        });
        Set<String> facts = new HashSet<>();
        PlanFile.resource(ROOT + "schemes/facts.json").get("facts").fieldNames().forEachRemaining(facts::add);
        return new SourceCatalogue(surveys, facts);
    }

    private static Map<String, ItemFigures> items(String survey, String version) {
        JsonNode definition = definition(survey, version);
        JsonNode scales =
                definition("scales", definition.at("/parts/scales").asText()).get("scales");
        Map<String, ItemFigures> items = new HashMap<>();
        for (JsonNode item : definition.get("items")) {
            JsonNode options = item.has("options")
                    ? item.get("options")
                    : scales.path(item.path("scale").asText());
            items.put(item.get("code").asText(), figures(item.get("kind").asText(), options));
        }
        return items;
    }

    private static JsonNode definition(String id, String version) {
        return PlanFile.resource(ROOT + "questionnaires/" + id + "/" + version + "/definition.json");
    }

    private static ItemFigures figures(String kind, JsonNode options) {
        Set<String> categories = new HashSet<>();
        boolean rated = options.size() > 0;
        boolean exclusive = false;
        for (JsonNode option : options) {
            categories.add(option.get("code").asText());
            rated &= option.has("points") || option.has("missing");
            exclusive |= option.path("exclusive").asBoolean();
        }
        Set<String> statistics = new HashSet<>();
        switch (kind) {
            case "SINGLE" -> {
                statistics.add("share");
                if (rated) {
                    statistics.addAll(Set.of("satisfied", "dissatisfied", "index"));
                }
                ANSWERED.forEach((statistic, hits) -> {
                    if (categories.containsAll(hits)) {
                        statistics.add(statistic);
                    }
                });
            }
            case "MULTIPLE" -> {
                statistics.add("share");
                if (exclusive) {
                    statistics.add("any");
                }
            }
            case "RANKED" -> statistics.add("rank-points");
            default -> {
                // texts have no figures
            }
        }
        return new ItemFigures(statistics, categories);
    }
}
