package org.zhisheng.analytics.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that R computed, read from data; the R script beside each file made it. */
public final class Golden {
    /** Largest relative difference that counts as equal. */
    public static final double TOLERANCE = 1e-9;

    private final Map<String, double[]> values = new HashMap<>();

    private Golden() {}

    /** Reads a table of id, R call and values. */
    public static Golden read(String file) {
        Golden golden = new Golden();
        for (String line : lines(file)) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 3) {
                double[] numbers = Arrays.stream(fields[2].trim().split("\\s+"))
                        .mapToDouble(text -> text.equals("NA") ? Double.NaN : Double.parseDouble(text))
                        .toArray();
                golden.values.put(fields[0], numbers);
            }
        }
        return golden;
    }

    /** The lines of a resource beside the golden values. */
    public static List<String> lines(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
            assertNotNull(in, "no golden file " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of an id. */
    public double[] get(String id) {
        double[] found = values.get(id);
        assertNotNull(found, "no golden value " + id);
        return found;
    }

    /** Compares values one by one, relatively. */
    public void check(String id, double... actual) {
        double[] expected = get(id);
        assertEquals(expected.length, actual.length, id + ": number of values");
        for (int i = 0; i < actual.length; i++) {
            close(expected[i], actual[i], TOLERANCE, id + "[" + i + "]");
        }
    }

    /** Asserts that two numbers agree relatively. */
    public static void close(double expected, double actual, double tolerance, String what) {
        assertEquals(expected, actual, tolerance * Math.max(Math.abs(expected), 1e-300), what);
    }
}
