package org.zhisheng.analytics.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The parts of a schema that concern one value: its type, its choices and its bounds. */
final class SchemaTypes {
    private SchemaTypes() {}

    /** Checks them; false if the type is wrong, so that nothing more can be said. */
    static boolean check(JsonNode value, JsonNode schema, Consumer<String> fault) {
        if (schema.has("type") && !isOfType(value, schema.get("type"))) {
            fault.accept("must be " + typeNames(schema.get("type")) + ", not " + nameOf(value) + " 类型不对");
            return false;
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            fault.accept("must be " + schema.get("const") + " 只能是这个值");
        }
        checkChoices(value, schema, fault);
        if (value.isNumber()) {
            checkBounds(value, schema, fault);
        }
        if (value.isTextual()
                && value.asText().length() < schema.path("minLength").asInt(0)) {
            fault.accept("must not be empty 不能为空");
        }
        if (value.isArray() && value.size() < schema.path("minItems").asInt(0)) {
            fault.accept("needs at least " + schema.get("minItems") + " element(s) 项数不够");
        }
        return true;
    }

    static boolean isOfType(JsonNode value, JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isOfType(value, one)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }

    private static String typeNames(JsonNode type) {
        List<String> names = new ArrayList<>();
        (type.isArray() ? type : List.of(type)).forEach(t -> names.add(withArticle(t.asText())));
        return String.join(" or ", names);
    }

    private static String nameOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "the string \"" + value.asText() + "\"";
            default -> value.toString();
        };
    }

    private static String withArticle(String type) {
        return ("aeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }

    private static void checkChoices(JsonNode value, JsonNode schema, Consumer<String> fault) {
        if (!schema.has("enum")) {
            return;
        }
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : schema.get("enum")) {
            if (choice.equals(value)) {
                return;
            }
            choices.add(choice.asText());
        }
        fault.accept("is '" + value.asText() + "', which must be one of " + String.join(", ", choices)
                + Suggestion.among(value.asText(), choices) + " 只能取所列的值");
    }

    private static void checkBounds(JsonNode written, JsonNode schema, Consumer<String> fault) {
        double value = written.asDouble();
        String is = "is " + written.asText() + ", which must be ";
        if (schema.has("minimum") && value < schema.get("minimum").asDouble()) {
            fault.accept(is + "at least " + schema.get("minimum") + " 太小");
        }
        if (schema.has("maximum") && value > schema.get("maximum").asDouble()) {
            fault.accept(is + "at most " + schema.get("maximum") + " 太大");
        }
        if (schema.has("exclusiveMinimum")
                && value <= schema.get("exclusiveMinimum").asDouble()) {
            fault.accept(is + "above " + schema.get("exclusiveMinimum") + " 必须更大");
        }
        if (schema.has("exclusiveMaximum")
                && value >= schema.get("exclusiveMaximum").asDouble()) {
            fault.accept(is + "below " + schema.get("exclusiveMaximum") + " 必须更小");
        }
    }
}
