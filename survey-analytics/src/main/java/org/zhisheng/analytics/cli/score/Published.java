package org.zhisheng.analytics.cli.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares a published result with what is computed now, digit by digit. */
public final class Published {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Published() {}

    /**
     * The differences, each with its place; none where every number and word of the published result is computed again.
     *
     * @throws UncheckedIOException where the file cannot be read
     */
    public static List<String> differences(Path file, String computed) {
        try {
            List<String> differences = new ArrayList<>();
            compare("", JSON.readTree(Files.readAllBytes(file)), JSON.readTree(computed), differences);
            return differences;
        } catch (JsonProcessingException e) {
            return List.of(file + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void compare(String path, JsonNode published, JsonNode computed, List<String> differences) {
        if (published.isObject() && computed.isObject()) {
            Set<String> keys = new LinkedHashSet<>();
            published.fieldNames().forEachRemaining(keys::add);
            computed.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(
                    path.isEmpty() ? key : path + "." + key, published.path(key), computed.path(key), differences));
        } else if (published.isArray() && computed.isArray() && published.size() == computed.size()) {
            for (int i = 0; i < published.size(); i++) {
                compare(path + "[" + i + "]", published.get(i), computed.get(i), differences);
            }
        } else if (!published.equals(computed)) {
            differences.add(path + ": published " + show(published) + ", computed " + show(computed));
        }
    }

    private static String show(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.isContainerNode() ? node.size() + " elements" : node.toString();
    }
}
