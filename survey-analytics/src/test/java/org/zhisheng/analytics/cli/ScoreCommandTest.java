package org.zhisheng.analytics.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.analytics.cli.plan.PlanFile;

/** {@code score} through the command line: examples, recomputation, and what it says when something is wrong. */
final class ScoreCommandTest {
    private static final Path EXAMPLES = Path.of("examples/score");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void examplesFollowTheSchemaAndRun(Path plan) throws IOException {
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PlanFile.schema("score-plan-1.json").toString());
        assertEquals(List.of(), validator.validate(Files.readString(plan), InputFormat.JSON));
        CommandLine json = CommandLine.run("score", plan.toString());
        assertEquals(0, json.status(), json.err());
        JsonNode scores = JSON.readTree(json.out()).get("scores");
        assertTrue(scores.size() > 0);
        CommandLine table = CommandLine.run("score", plan.toString(), "--format", "table");
        scores.forEach(s -> assertTrue(table.out().contains(s.get("unit").asText())));
    }

    /** The example of one enterprise, computed by hand from its figures and facts. */
    @Test
    void scoresFiguresAndFactsAsByHand() throws IOException {
        JsonNode unit = JSON.readTree(CommandLine.run(
                                "score", EXAMPLES.resolve("enterprise.json").toString())
                        .out())
                .at("/units/0");
        double d1 = 100 * 6 / 8.0;
        double d2 = (5 * 100 + 12 * 86.25 / 0.9 + 5 * 70.31 / 0.8) / 22;
        // six topics enter, because two tie at fifth place; four have a clause
        double met = 0.8123 + 0.4415 + 0.3982 + 0.3011;
        double i06 = 100 * met / (met + 2 * 0.2534) / 0.8;
        double d3 = (5 * i06 + 4 * 65.625 / 0.7 + 3 * 75 + 5 * 100 * 5 / 6.0 + 3 * 64.18 / 0.8) / 20;
        double d4 = (16 * 76.8 + 12 * (79.4 + 78.1 + 74.6 + 77.2) / 4 + 5 * 100) / 33;
        double d5 = (7 * (100 * 21.5 / 24) / 0.95 + 8 * 75.9) / 15;
        double total = (10 * d1 + 22 * d2 + 20 * d3 + 33 * d4 + 15 * d5) / 100;
        assertEquals(total, unit.get("total").asDouble(), 1e-9);
        assertEquals("good", unit.get("band").asText());
        // i12's variance: a quarter of each, covariances included
        double variance = (1.08 * 1.08
                        + 1.12 * 1.12
                        + 1.25 * 1.25
                        + 1.19 * 1.19
                        + 2 * (0.8421 + 0.7108 + 0.7402 + 0.7613 + 0.7015 + 0.7344))
                / 16;
        assertEquals(Math.sqrt(variance), unit.at("/indicators/11/value_error").asDouble(), 1e-9);
    }

    @Test
    void recomputesWhatWasPublishedAndNamesWhatDiffers() throws IOException {
        for (String file : List.of("figures.csv", "figure-covariance.csv")) {
            Files.copy(EXAMPLES.resolve(file), folder.resolve(file));
        }
        String plan = Files.readString(EXAMPLES.resolve("enterprise.json"));
        Path first = Files.writeString(folder.resolve("plan.json"), plan);
        Path published = folder.resolve("scorecard.json");
        assertEquals(
                0,
                CommandLine.run("score", first.toString(), "--out", published.toString())
                        .status());
        Path again = Files.writeString(
                folder.resolve("again.json"),
                plan.replace("\"score\": 1,", "\"score\": 1, \"published\": \"scorecard.json\","));
        CommandLine same = CommandLine.run("score", again.toString());
        assertEquals(0, same.status(), same.err());
        assertTrue(same.err().contains("every published number was computed again"));
        Files.writeString(published, Files.readString(published).replace("\"rounded\" : 85.2", "\"rounded\" : 86.2"));
        CommandLine other = CommandLine.run("score", again.toString());
        assertEquals(1, other.status());
        assertTrue(other.err().contains("scores[0].rounded: published 86.2, computed 85.2"), other.err());
    }

    @Test
    void readsAFolderOrAnArchiveAndNothingOutsideIt() throws IOException {
        String plan = """
                {"score": 1,
                 "scheme": {"id": "s", "version": "1.0.0", "indicators": [{"id": "x", "weight": 100}]},
                 "units": [{"name": "A", "values": {"x": 70}}]}""";
        Files.writeString(folder.resolve("PLAN.json"), plan);
        CommandLine inFolder = CommandLine.run("score", folder.toString());
        assertEquals(0, inFolder.status(), inFolder.err());
        CommandLine zipped =
                CommandLine.run("score", zip("good.zip", "PLAN.json", plan).toString());
        assertEquals(0, zipped.status(), zipped.err());
        assertEquals(inFolder.out(), zipped.out());

        CommandLine outside =
                CommandLine.run("score", zip("bad.zip", "../PLAN.json", plan).toString());
        assertEquals(1, outside.status());
        assertTrue(outside.err().contains("no plain name"), outside.err());
        CommandLine empty =
                CommandLine.run("score", zip("empty.zip", "other.json", plan).toString());
        assertEquals(1, empty.status());
        assertTrue(empty.err().contains("holds no PLAN.json"), empty.err());
        CommandLine none = CommandLine.run("score", folder.resolve("none.zip").toString());
        assertTrue(none.err().contains("none.zip: no such file"), none.err());
    }

    private Path zip(String archive, String name, String text) throws IOException {
        Path file = folder.resolve(archive);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** What a signed text holds and the command computes, with one digit, one band and one missing number changed. */
    @Test
    void everyNumberOfASignedScorecardIsCompared() throws IOException {
        String plan = """
                {"score": 1, "signed": "assessment.json",
                 "scheme": {"id": "s", "version": "1.0.0", "indicators": [
                   {"id": "x", "weight": 60, "dimension": "d"}, {"id": "y", "weight": 40, "dimension": "d"}],
                   "bands": [{"id": "high", "from": 50}, {"id": "low", "from": 0}]},
                 "units": [{"name": "A", "values": {"x": 70, "y": 30.1}}]}""";
        String signed = """
                {"outcome": {"total": 54.04, "rounded": 54.0, "band": "high", "bandByTotal": "high", "caps": []},
                 "dimensions": [{"id": "d", "points": 54.04, "weight": 100, "effectiveWeight": 100}],
                 "indicators": [
                   {"id": "x", "points": 70, "weight": 60, "effectiveWeight": 60, "contribution": 42},
                   {"id": "y", "points": 30.1, "weight": 40, "effectiveWeight": 40, "contribution": 12.040000000000001}]}""";
        Path file = Files.writeString(folder.resolve("PLAN.json"), plan);
        Path text = Files.writeString(folder.resolve("assessment.json"), signed);
        CommandLine same = CommandLine.run("score", file.toString());
        assertEquals(0, same.status(), same.err());
        assertTrue(same.err().contains("all 18 numbers of the signed scorecard"), same.err());
        for (String[] change : new String[][] {
            {"54.04, \"r", "54.0400000000001, \"r", "/outcome/total: signed 54.0400000000001, computed 54.04"},
            {"\"high\", \"bandBy", "\"low\", \"bandBy", "/outcome/band: signed \"low\", computed \"high\""},
            {", \"contribution\": 42", "", "/indicators/0/contribution: signed nothing, computed 42"}
        }) {
            Files.writeString(text, signed.replace(change[0], change[1]));
            CommandLine other = CommandLine.run("score", file.toString());
            assertEquals(1, other.status(), change[2]);
            assertTrue(other.err().contains(change[2]), other.err());
        }
    }

    @Test
    void aSmallEnterpriseIsPooledAndNeverShown() throws IOException {
        JsonNode result = JSON.readTree(
                CommandLine.run("score", EXAMPLES.resolve("county.json").toString())
                        .out());
        for (JsonNode score : result.get("scores")) {
            if (score.get("unit").asText().equals("Pingyi Stone")) {
                assertTrue(score.get("total").isNull());
            }
        }
        assertEquals("Pingyi Stone", result.at("/league/pooled_only/0").asText());
        assertEquals(12, result.at("/roll_up/measures/0/units").asInt());
    }

    @Test
    void theRecalculatorHoldsNoOpenEnds() throws IOException {
        String plan = """
                {"score": 1, "title": "</script><b>", "recalculator": "page.html",
                 "scheme": {"id": "s", "version": "1.0.0", "indicators": [{"id": "x", "weight": 100}]},
                 "units": [{"name": "A", "values": {"x": 70}}, {"name": "B", "values": {"x": 60}}]}""";
        CommandLine run = CommandLine.run(
                "score", Files.writeString(folder.resolve("plan.json"), plan).toString());
        assertEquals(0, run.status(), run.err());
        String page = Files.readString(folder.resolve("page.html"));
        assertTrue(page.contains("\\u003c/script>\\u003cb>") && !page.contains("{{data}}"));
        assertTrue(!page.contains("http://") && !page.contains("https://"), "the page reaches nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"score\": 1|\"score\": 1, \"weights\": {\"by\": \"hand\", \"points\": {\"x\": 60, \"y\": 30}}|weights.points: the weights add up to 90.0 points, not to 100",
                "\"score\": 1|\"score\": 1, \"weights\": {\"by\": \"ahp\", \"experts\": [[[1, 3], [0.5, 1]]]}|weights.experts: expert 1: entries (1, 2) = 3.0 and (2, 1) = 0.5 are not reciprocal",
                "\"weight\": 60|\"weight\": 50|scheme: dimensions: the weights add up to 90 points, not to 100",
                "\"score\": 1|\"score\": 1, \"rank\": true|rank is not known here (did you mean 'ranks'?)",
                "\"weight\": 60|\"weight\": 60, \"normalise\": {\"by\": \"min-max\"}|x is 70.0 in every unit: a constant column cannot be normalised",
                "\"y\": 0|\"z\": 0|the scheme has neither indicator nor measure 'z'",
                "\"score\": 1|\"score\": 1, \"aggregation\": {\"all\": \"geometric\"}|a geometric or harmonic mean needs points above 0, but has y (0.0)",
                "\"name\": \"B\"|\"name\": \"A\"|two units are called 'A'"
            })
    void saysWhatIsWrong(String text, String wrong, String message) throws IOException {
        String plan = """
                {"score": 1,
                 "scheme": {"id": "s", "version": "1.0.0", "indicators": [{"id": "x", "weight": 60}, {"id": "y", "weight": 40}]},
                 "units": [{"name": "A", "values": {"x": 70, "y": 0}}, {"name": "B", "values": {"x": 70, "y": 50}}]}""";
        Path file = Files.writeString(folder.resolve("plan.json"), plan.replaceFirst(text, wrong));
        CommandLine run = CommandLine.run("score", file.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains(message), run.err());
    }
}
