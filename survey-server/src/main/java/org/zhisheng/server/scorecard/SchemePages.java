package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhisheng.analytics.score.Ahp;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;

/** What the pages of schemes show. */
@Singleton
final class SchemePages {
    private final Schemes schemes;
    private final Organizations organizations;
    private final Access access;
    private final Wording wording;

    SchemePages(Schemes schemes, Organizations organizations, Access access, Wording wording) {
        this.schemes = schemes;
        this.organizations = organizations;
        this.access = access;
        this.wording = wording;
    }

    /** Whether the person may change the draft. */
    boolean mayEdit(Actor actor, SchemeVersion version) {
        return version.owner() != null && access.may(actor, Permission.EDIT_SCHEMES, version.owner());
    }

    /** Frozen versions, and the drafts that the person may change. */
    Map<String, Object> list(Actor actor, Language language, Entries typed, List<Fault> faults) {
        List<SchemeVersion> seen = schemes.all().stream()
                .filter(v -> v.isFrozen() || mayEdit(actor, v))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("title", wording.say(language, "scorecard.schemes.title"));
        model.put("faults", faults);
        model.put("form", typed.values());
        model.put("schemes", seen.stream().map(v -> heading(v, language)).toList());
        model.put(
                "organizations",
                access.where(actor, Permission.EDIT_SCHEMES).stream()
                        .map(o -> Map.of("value", o.id().toString(), "label", o.name()))
                        .toList());
        return model;
    }

    /** What every page of a scheme says at its top. */
    Map<String, Object> heading(SchemeVersion v, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", v.id().toString());
        model.put("name", v.id().id());
        model.put("version", v.id().version());
        model.put("title", v.names().title(language));
        model.put("shipped", v.isShipped());
        model.put("frozen", v.isFrozen());
        model.put("parent", Objects.toString(v.scheme().parent(), ""));
        model.put("fingerprint", Objects.toString(v.fingerprint(), ""));
        model.put("adoptedBy", Objects.toString(v.adoptedBy(), ""));
        model.put("adoptedAt", v.adoptedAt());
        model.put("savedBy", v.savedBy());
        model.put("owner", v.owner() == null ? "" : organizations.get(v.owner()).name());
        return model;
    }

    /** A scheme whole; the numbers are those of its JSON, or as they were typed. */
    Map<String, Object> show(Actor actor, SchemeVersion v, Language language, Entries typed, List<Fault> faults) {
        Map<String, Object> model = heading(v, language);
        model.put("mayEdit", !v.isFrozen() && mayEdit(actor, v));
        model.put("faults", faults);
        model.put(
                "faultLines",
                faults.stream()
                        .map(f -> SchemeFaults.told(f, v.names(), wording, language))
                        .toList());
        JsonNode tree = SchemeJson.stored(v.definition());
        List<Map<String, Object>> dimensions = new ArrayList<>();
        for (JsonNode d : tree.path("dimensions")) {
            String id = d.get("id").asText();
            dimensions.add(Map.of(
                    "id",
                    id,
                    "name",
                    v.names().name("dimensions", id, language),
                    "weight",
                    field(typed, "w." + id, d.get("weight")),
                    "indicators",
                    v.scheme().indicatorsOf(id).stream()
                            .map(i -> indicator(v, i, tree, typed, language))
                            .toList()));
        }
        model.put("dimensions", dimensions);
        model.put("bands", rules(v, tree, "bands", "b.", "from", typed, language));
        model.put("caps", rules(v, tree, "caps", "c.", "below", typed, language));
        model.put("vetoes", rules(v, tree, "vetoes", "v.", "ceiling", typed, language));
        model.put("missingAllowed", field(typed, "missingAllowed", tree.path("missingAllowed")));
        model.put("smallUnit", field(typed, "smallUnit", tree.path("smallUnit")));
        model.put("coverage", tree.path("coverage").toString());
        model.put("definition", typed.has("definition") ? typed.raw("definition") : v.definition());
        model.put(
                "titleZh",
                typed.has("titleZh") ? typed.text("titleZh") : v.names().title(Language.CHINESE));
        model.put(
                "titleEn",
                typed.has("titleEn") ? typed.text("titleEn") : v.names().title(Language.ENGLISH));
        return model;
    }

    private static String field(Entries typed, String name, JsonNode stored) {
        return typed.has(name) ? typed.text(name) : stored.isNumber() ? Digits.plain(stored.asDouble()) : "";
    }

    private Map<String, Object> indicator(
            SchemeVersion v, Indicator i, JsonNode tree, Entries typed, Language language) {
        JsonNode node = find(tree.path("indicators"), i.id());
        JsonNode normalise = node.path("normalise");
        Map<String, Object> model = new HashMap<>();
        model.put("id", i.id());
        model.put("name", v.names().name("indicators", i.id(), language));
        model.put("formula", v.names().formula("indicators", i.id(), language));
        model.put("weight", field(typed, "w." + i.id(), node.path("weight")));
        String kind = SchemeFaults.kind(i.normalisation());
        model.put("kind", kind);
        model.put("kindName", wording.say(language, "scorecard.normalise." + kind));
        model.put("target", field(typed, "n." + i.id(), normalise.path("target")));
        model.put("line", field(typed, "t." + i.id(), node.path("target")));
        model.put("lower", field(typed, "l." + i.id(), normalise.path("lower")));
        model.put("upper", field(typed, "u." + i.id(), normalise.path("upper")));
        model.put("needed", wording.needed(i.sources(), language));
        return model;
    }

    private static JsonNode find(JsonNode list, String id) {
        for (JsonNode node : list) {
            if (node.get("id").asText().equals(id)) {
                return node;
            }
        }
        throw new IllegalStateException("the definition has no " + id);
    }

    private static List<Map<String, Object>> rules(
            SchemeVersion v,
            JsonNode tree,
            String kind,
            String prefix,
            String value,
            Entries typed,
            Language language) {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (JsonNode node : tree.path(kind)) {
            String id = node.get("id").asText();
            rules.add(Map.of(
                    "id", id,
                    "name", v.names().name(kind, id, language),
                    "value", field(typed, prefix + id, node.path(value)),
                    "ceiling", v.names().name("bands", node.path("ceiling").asText(), language)));
        }
        return rules;
    }

    /** The page on which experts compare two and two. */
    Map<String, Object> judgements(
            SchemeVersion v, String group, Language language, Entries typed, List<Fault> faults) {
        Weighing weighing = new Weighing(v.scheme(), v.judgements());
        String chosen = weighing.groups().contains(group) ? group : Weighing.DIMENSIONS;
        List<String> items = weighing.items(chosen);
        Map<String, Object> model = heading(v, language);
        model.put("faults", faults);
        model.put("group", chosen);
        model.put("expert", typed.text("expert"));
        model.put(
                "groups",
                weighing.groups().stream()
                        .map(g -> Map.of(
                                "value", g,
                                "label", group(v, g, language),
                                "chosen", g.equals(chosen),
                                "experts", weighing.of(g).size()))
                        .toList());
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                String name = "j." + i + "." + j;
                pairs.add(Map.of(
                        "field",
                        name,
                        "first",
                        item(v, chosen, items.get(i), language),
                        "second",
                        item(v, chosen, items.get(j), language),
                        "value",
                        typed.has(name) ? typed.text(name) : "1"));
            }
        }
        model.put("pairs", pairs);
        weighing.result(chosen)
                .ifPresent(ahp -> model.put("result", result(v, chosen, items, weighing, ahp, language)));
        model.put("judged", !v.judgements().isEmpty());
        return model;
    }

    private Map<String, Object> result(
            SchemeVersion v, String group, List<String> items, Weighing weighing, Ahp ahp, Language language) {
        List<Map<String, Object>> experts = new ArrayList<>();
        for (int e = 0; e < ahp.experts().size(); e++) {
            Ahp.Expert expert = ahp.experts().get(e);
            experts.add(Map.of(
                    "name", weighing.of(group).get(e).expert(),
                    "weights", percents(expert.weights()),
                    "ratio", ratio(expert.ratio()),
                    "consistent", expert.ratio() < Ahp.TOLERABLE));
        }
        return Map.of(
                "items", items.stream().map(i -> item(v, group, i, language)).toList(),
                "experts", experts,
                "weights", percents(ahp.weights()),
                "ratio", ratio(ahp.ratio()),
                "consistent", ahp.ratio() < Ahp.TOLERABLE);
    }

    private static List<String> percents(double[] weights) {
        return Arrays.stream(weights).mapToObj(w -> Digits.one(100 * w)).toList();
    }

    private static String ratio(double ratio) {
        return java.math.BigDecimal.valueOf(ratio)
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String group(SchemeVersion v, String group, Language language) {
        return group.equals(Weighing.DIMENSIONS)
                ? wording.say(language, "scorecard.judge.dimensions")
                : v.names().name("dimensions", group, language);
    }

    private static String item(SchemeVersion v, String group, String id, Language language) {
        return v.names().name(group.equals(Weighing.DIMENSIONS) ? "dimensions" : "indicators", id, language);
    }
}
