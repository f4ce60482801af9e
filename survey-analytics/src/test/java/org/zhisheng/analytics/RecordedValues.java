package org.zhisheng.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that another program computed, one {@code key TAB value} a line; the script that made them lies beside. */
public final class RecordedValues {
    private final Map<String, Double> values = new LinkedHashMap<>();

    private RecordedValues() {}

    public static RecordedValues read(String resource) {
        RecordedValues recorded = new RecordedValues();
        for (String line : lines(resource)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split("\t", -1);
                recorded.values.put(parts[0], parse(parts[1]));
            }
        }
        return recorded;
    }

    public double value(String key) {
        assertTrue(values.containsKey(key), () -> "no recorded value " + key);
        return values.get(key);
    }

    /** Relative comparison; for values under 1e-3 the tolerance stops shrinking there. */
    public void check(String key, double actual, double relative) {
        double expected = value(key);
        assertEquals(expected, actual, relative * Math.max(Math.abs(expected), 1e-3), key);
    }

    /** A column of a CSV file beside, empty cells as NaN. */
    public static double[] column(String resource, String name) {
        return texts(resource, name).stream().mapToDouble(RecordedValues::parse).toArray();
    }

    public static List<String> texts(String resource, String name) {
        List<String> lines = lines(resource);
        List<String> header = List.of(lines.getFirst().replace("\"", "").split(",", -1));
        int index = header.indexOf(name);
        assertTrue(index >= 0, () -> "no column " + name + " in " + resource);
        List<String> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            cells.add(line.replace("\"", "").split(",", -1)[index]);
        }
        return cells;
    }

    private static double parse(String text) {
        return switch (text) {
            case "", "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = RecordedValues.class.getResourceAsStream("/golden/" + resource)) {
            assertTrue(stream != null, () -> "no resource golden/" + resource);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
