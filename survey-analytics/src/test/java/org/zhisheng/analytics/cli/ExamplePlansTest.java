package org.zhisheng.analytics.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.task.Kinds;

/** The published examples: valid, complete, and equal to R through the command. */
final class ExamplePlansTest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/cli/examples.tsv");
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void followsTheSchemaByAnIndependentValidator(Path plan) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PlanFile.schema().toString());
        assertEquals(List.of(), schema.validate(Files.readString(plan), InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void runsToTheEnd(Path plan) throws IOException {
        CommandLine json = CommandLine.run("analyze", plan.toString());
        assertEquals(0, json.status(), json.err());
        JsonNode estimates = JSON.readTree(json.out()).get("estimates");
        assertEquals(JSON.readTree(plan.toFile()).get("estimates").size(), estimates.size());
        CommandLine table = CommandLine.run("analyze", plan.toString(), "--format", "table");
        assertEquals(0, table.status(), table.err());
        estimates.forEach(
                e -> assertTrue(table.out().contains("== " + e.get("name").asText())));
    }

    @Test
    void everyKindHasAnExampleAndASchema() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path plan : plans().toList()) {
            JSON.readTree(plan.toFile())
                    .get("estimates")
                    .forEach(e -> shown.add(e.get("estimate").asText()));
        }
        assertEquals(new TreeSet<>(Kinds.names()), shown);
        Set<String> described = new TreeSet<>();
        PlanFile.schema()
                .at("/properties/estimates/items/properties/estimate/enum")
                .forEach(k -> described.add(k.asText()));
        assertEquals(new TreeSet<>(Kinds.names()), described);
    }

    @Test
    void equalsR() throws IOException {
        Map<String, JsonNode> results = new HashMap<>();
        int compared = 0;
        for (String line : Files.readAllLines(GOLDEN)) {
            if (line.startsWith("#") || line.startsWith("plan\t")) {
                continue;
            }
            String[] cell = line.split("\t", -1);
            JsonNode plan = results.computeIfAbsent(cell[0], ExamplePlansTest::run);
            JsonNode value = field(plan, cell[1], Integer.parseInt(cell[2]), cell[3]);
            assertEquals(Double.parseDouble(cell[4]), value.asDouble(), tolerance(cell[4]), line);
            compared++;
        }
        assertTrue(compared > 200, "only " + compared + " values were compared");
    }

    private static double tolerance(String expected) {
        return Math.max(ABSOLUTE, RELATIVE * Math.abs(Double.parseDouble(expected)));
    }

    private static JsonNode run(String plan) {
        try {
            return JSON.readTree(
                    CommandLine.run("analyze", EXAMPLES.resolve(plan + ".json").toString())
                            .out());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode field(JsonNode plan, String name, int index, String path) {
        for (JsonNode estimate : plan.get("estimates")) {
            if (estimate.get("name").asText().equals(name)) {
                JsonNode value = estimate.get("results").get(index).at("/" + path.replace('.', '/'));
                assertFalse(value.isMissingNode() || value.isNull(), name + " has no " + path);
                return value;
            }
        }
        throw new AssertionError("no estimate " + name);
    }
}
