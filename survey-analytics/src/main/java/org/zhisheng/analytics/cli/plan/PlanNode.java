package org.zhisheng.analytics.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plan that knows its path. The schema has been checked before, so readers only ask for what it allows.
 *
 * @param json the part
 * @param path where it stands, such as {@code estimates[2].interval}
 */
public record PlanNode(JsonNode json, String path) {
    /** Whether the key is there. */
    public boolean has(String key) {
        return json.has(key);
    }

    /** The part under a key, which must be there. */
    public PlanNode get(String key) {
        JsonNode child = json.get(key);
        if (child == null) {
            throw fault("needs '" + key + "' 缺少这一项");
        }
        return new PlanNode(child, path.isEmpty() ? key : path + "." + key);
    }

    /** The part under a key, or null. */
    public @Nullable PlanNode find(String key) {
        return has(key) ? get(key) : null;
    }

    /** This part as a text; numbers and booleans as they would be written. */
    public String text() {
        return json.asText();
    }

    public String text(String key) {
        return get(key).text();
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public double number() {
        return json.asDouble();
    }

    public double number(String key) {
        return get(key).number();
    }

    public double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    public int integer(String key, int otherwise) {
        return has(key) ? get(key).json().asInt() : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        return has(key) ? get(key).json().asBoolean() : otherwise;
    }

    /** The elements of this array, or this part alone if it is no array. */
    public List<PlanNode> elements() {
        if (!json.isArray()) {
            return List.of(this);
        }
        List<PlanNode> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new PlanNode(json.get(i), path + "[" + i + "]"));
        }
        return elements;
    }

    /** The elements under a key; none if the key is not there. */
    public List<PlanNode> elements(String key) {
        return has(key) ? get(key).elements() : List.of();
    }

    /** The texts under a key, one or several; none if the key is not there. */
    public List<String> texts(String key) {
        return elements(key).stream().map(PlanNode::text).toList();
    }

    /** The members of this object in their order. */
    public Map<String, PlanNode> members() {
        Map<String, PlanNode> members = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(key -> members.put(key, get(key)));
        return members;
    }

    /** The members under a key, each turned into a value; none if the key is not there. */
    public <T> Map<String, T> members(String key, Function<PlanNode, T> value) {
        Map<String, T> found = new LinkedHashMap<>();
        if (has(key)) {
            get(key).members().forEach((name, node) -> found.put(name, value.apply(node)));
        }
        return found;
    }

    /** A fault at this place. */
    public PlanException fault(String problem) {
        return new PlanException(path.isEmpty() ? "the plan" : path, problem);
    }
}
