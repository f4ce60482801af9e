package org.zhisheng.analytics.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks a document against the part of JSON Schema 2020-12 that our schema uses, and names every fault by its path. A
 * general validator would say "must be valid to one and only one schema"; a researcher needs "estimates[2].interval.level
 * must be below 1".
 */
final class SchemaCheck {
    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** The faults, each beginning with the path; none if the document follows the schema. */
    List<String> check(JsonNode document) {
        List<String> faults = new ArrayList<>();
        check(document, root, "", faults);
        return faults;
    }

    private void check(JsonNode value, JsonNode schema, String path, List<String> faults) {
        if (schema.isBoolean()) {
            return;
        }
        if (schema.has("$ref")) {
            check(value, root.at(schema.get("$ref").asText().substring(1)), path, faults);
        }
        if (!SchemaTypes.check(value, schema, fault -> faults.add(at(path) + fault))) {
            return;
        }
        if (value.isObject()) {
            checkObject(value, schema, path, faults);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.get("items"), path + "[" + i + "]", faults);
            }
        }
        checkCombinations(value, schema, path, faults);
    }

    private static String at(String path) {
        return (path.isEmpty() ? "the plan" : path) + " ";
    }

    private void checkObject(JsonNode value, JsonNode schema, String path, List<String> faults) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                faults.add(at(path) + "needs '" + required.asText() + "' 缺少这一项");
            }
        }
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(member -> {
            String key = member.getKey();
            String child = path.isEmpty() ? key : path + "." + key;
            if (properties.has(key)) {
                check(member.getValue(), properties.get(key), child, faults);
            } else if (others.isObject()) {
                check(member.getValue(), others, child, faults);
            } else if (others.isBoolean() && !others.asBoolean()) {
                faults.add(child + " is not known here" + Suggestion.among(key, names(properties)) + " 没有这一项");
            }
        });
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void checkCombinations(JsonNode value, JsonNode schema, String path, List<String> faults) {
        for (JsonNode part : schema.path("allOf")) {
            check(value, part, path, faults);
        }
        if (schema.has("if") && matches(value, schema.get("if")) && schema.has("then")) {
            check(value, schema.get("then"), path, faults);
        }
        for (String key : List.of("anyOf", "oneOf")) {
            if (schema.has(key)) {
                checkAlternatives(value, schema, schema.get(key), path, faults);
            }
        }
    }

    private boolean matches(JsonNode value, JsonNode schema) {
        List<String> faults = new ArrayList<>();
        check(value, schema, "", faults);
        return faults.isEmpty();
    }

    /**
     * Of several allowed forms the faults of the nearest are shown: the only one of the value's type, else that with the
     * deepest, then the fewest faults.
     */
    private void checkAlternatives(
            JsonNode value, JsonNode schema, JsonNode alternatives, String path, List<String> faults) {
        List<List<String>> tried = new ArrayList<>();
        List<List<String>> ofItsType = new ArrayList<>();
        for (JsonNode alternative : alternatives) {
            List<String> found = new ArrayList<>();
            check(value, alternative, path, found);
            if (found.isEmpty()) {
                return;
            }
            tried.add(found);
            if (alternative.has("type") && SchemaTypes.isOfType(value, alternative.get("type"))) {
                ofItsType.add(found);
            }
        }
        if (ofItsType.size() == 1) {
            faults.addAll(ofItsType.getFirst());
            return;
        }
        boolean deeper = tried.stream().flatMap(List::stream).anyMatch(f -> !f.startsWith(at(path)));
        if (!deeper && schema.has("description")) {
            faults.add(at(path) + "must be: " + schema.get("description").asText() + " 写法不对");
            return;
        }
        Comparator<List<String>> nearest =
                Comparator.comparingInt(found -> found.stream().allMatch(f -> f.startsWith(at(path))) ? 1 : 0);
        faults.addAll(tried.stream().min(nearest.thenComparingInt(List::size)).orElseThrow());
    }
}
