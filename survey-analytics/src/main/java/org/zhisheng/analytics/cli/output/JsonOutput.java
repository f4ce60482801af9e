package org.zhisheng.analytics.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes fields as JSON. Numbers keep 15 significant digits; NaN is null, an infinite number the text "Inf". */
public final class JsonOutput {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private JsonOutput() {}

    /** The text of the fields. */
    public static String write(Fields fields) {
        try {
            return WRITER.writeValueAsString(node(fields)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("results cannot be written as JSON", e);
        }
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Fields fields -> {
                var object = NODES.objectNode();
                fields.values().forEach((key, member) -> object.set(key, node(member)));
                yield object;
            }
            case Collection<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Integer i -> NODES.numberNode(i);
            case Long i -> NODES.numberNode(i);
            case Double d -> number(d);
            case Boolean b -> NODES.booleanNode(b);
            default -> NODES.textNode(value.toString());
        };
    }

    private static JsonNode number(double value) {
        if (Double.isNaN(value)) {
            return NODES.nullNode();
        }
        if (Double.isInfinite(value)) {
            return NODES.textNode(value > 0 ? "Inf" : "-Inf");
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean plain = rounded.scale() < 0 && rounded.precision() - rounded.scale() <= 15;
        return NODES.numberNode(plain ? rounded.setScale(0) : rounded);
    }
}
