package org.zhisheng.analytics.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnalyzeCommandTest {
    private static final String DATA = "shop,q,age,aware\nA,5,30,y\nA,4,41,u\nA,,25,n\nB,2,39,y\nB,1,50,u\nB,3,,y\n";

    @TempDir
    Path folder;

    private CommandLine estimate(String estimate) {
        return plan(
                "\"design\":{\"strata\":\"shop\",\"population\":{\"A\":30,\"B\":20}},\"estimates\":[" + estimate + "]");
    }

    private CommandLine plan(String rest) {
        return CommandLine.analyze(folder, DATA, "{\"plan\":1,\"data\":{\"file\":\"data.csv\"}," + rest + "}");
    }

    private static JsonNode first(CommandLine done) throws IOException {
        assertEquals(0, done.status(), done.err());
        return new ObjectMapper().readTree(done.out()).at("/estimates/0/results/0");
    }

    @Test
    void estimatesAStratifiedMean() throws IOException {
        JsonNode mean = first(estimate("{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"q\"}"));
        // weights 10 and 20/3; A answers 5 and 4, B answers 2, 1, 3
        double expected = (10 * 9 + 20 / 3.0 * 6) / (20 + 20);
        assertEquals(expected, mean.get("value").asDouble(), 1e-12);
        assertEquals(5, mean.get("n").asInt());
    }

    @Test
    void keepsFifteenSignificantDigits() {
        CommandLine done = estimate("{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"age\"}");
        assertTrue(done.out().matches("(?s).*\"value\" : \\d\\d\\.\\d{13}\\D.*"), done.out());
    }

    @Test
    void unsureIsNotAwareWhenThePlanSaysSo() throws IOException {
        String start = "\"columns\":[{\"names\":\"aware\",\"missing\":{\"unsure\":\"u\"}}],";
        String leftOut = "\"estimates\":[{\"name\":\"p\",\"estimate\":\"proportion\",\"yes\":\"aware == 'y'\"}]";
        String counted = leftOut.replace("\"estimate\":", "\"unsure\":\"no\",\"estimate\":");
        assertEquals(0.75, first(plan(start + leftOut)).get("value").asDouble(), 1e-15);
        assertEquals(0.5, first(plan(start + counted)).get("value").asDouble(), 1e-15);
        String twice = leftOut.replace(
                        "\"estimates\"",
                        "\"derived\":[{\"name\":\"a\",\"yes\":\"aware == 'y'\",\"unsure\":\"no\"}],\"estimates\"")
                .replace("\"proportion\",\"yes\":\"aware == 'y'\"", "\"mean\",\"of\":\"a\"");
        assertEquals(0.5, first(plan(start + twice)).get("value").asDouble(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'m','estimate':'mean','of':'Q'} | estimates[0].of: no column or derived variable 'Q' (did you mean 'q'?)",
                "{'name':'m','estimate':'mean','off':'q'} | estimates[0] needs 'of'",
                "{'name':'m','estimate':'mean','off':'q'} | estimates[0].off is not known here (did you mean 'of'?)",
                "{'name':'m','estimate':'meen','of':'q'} | estimates[0].estimate is 'meen', which must be one of mean",
                "{'name':'m','estimate':'mean','of':'q','interval':{'level':1.5}} | estimates[0].interval.level is 1.5, which must be below 1",
                "{'name':'m','estimate':'mean','of':'q','where':'q >'} | estimates[0].where: expected a column but found the end",
                "{'name':'m','estimate':'mean','of':'q','where':'shop == A'} | texts stand in quotes: 'A'",
                "{'name':'m','estimate':'mean','of':'q','where':'shop == ~C~'} | column 'shop' has no value 'C'; it has [A, B]",
                "{'name':'m','estimate':'mean','of':'shop'} | 'shop' holds [A, B], which are no numbers",
                "{'name':'m','estimate':'mean','of':'q','design':'S'} | estimates[0].design: no design 'S'",
                "{'name':'m','estimate':'multiplicity','tests':['none']} | 'none' gave no p-value"
            })
    void saysWhatIsWrongAndWhere(String estimate, String message) {
        CommandLine done = estimate(estimate.replace('\'', '"').replace('~', '\''));
        assertEquals(1, done.status());
        assertTrue(done.err().contains(message), done.err());
    }

    @Test
    void namesStrataAndMargins() {
        CommandLine tooMany = plan("\"design\":{\"strata\":\"shop\",\"population\":{\"A\":2,\"B\":20}},"
                + "\"estimates\":[{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"q\"}]");
        assertEquals(1, tooMany.status());
        assertTrue(tooMany.err().contains("design: stratum A has 3 respondents but a headcount of 2"), tooMany.err());
        CommandLine margin = plan("\"design\":{\"margins\":[{\"by\":\"shop\",\"counts\":{\"A\":30,\"B\":20,\"C\":5}}]},"
                + "\"estimates\":[{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"q\"}]");
        assertTrue(margin.err().contains("margin shop, level \"C\""), margin.err());
    }

    @Test
    void oneFailureLeavesTheOtherEstimates() throws IOException {
        CommandLine done = estimate(
                "{\"name\":\"bad\",\"estimate\":\"mean\",\"of\":\"shop\"},{\"name\":\"good\",\"estimate\":\"mean\",\"of\":\"q\"}");
        assertEquals(1, done.status());
        JsonNode estimates = new ObjectMapper().readTree(done.out()).get("estimates");
        assertTrue(estimates.get(0).has("error"));
        assertEquals(3.25, estimates.get(1).at("/results/0/value").asDouble(), 1e-12);
    }

    @Test
    void wrongUseIsStatusTwo() {
        assertEquals(2, CommandLine.run().status());
        assertEquals(2, CommandLine.run("analyse").status());
        assertEquals(2, CommandLine.run("analyze").status());
        assertEquals(2, CommandLine.run("analyze", "p.json", "--format", "xml").status());
        assertEquals(2, CommandLine.run("analyze", "p.json", "q.json").status());
        assertEquals(0, CommandLine.run("analyze", "--help").status());
        assertEquals(0, CommandLine.run("--help").status());
    }

    @Test
    void missingFilesAndBrokenJsonAreNamed() throws IOException {
        assertTrue(CommandLine.run("analyze", folder.resolve("none.json").toString())
                .err()
                .contains("no such file"));
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"plan\": 1,\n \"estimates\": [}");
        CommandLine done = CommandLine.run("analyze", broken.toString());
        assertEquals(1, done.status());
        assertTrue(done.err().contains("not JSON at line 2"), done.err());
        CommandLine noData = plan("\"estimates\":[{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"q\"}]");
        assertEquals(0, noData.status());
        CommandLine gone = CommandLine.analyze(
                folder,
                DATA,
                "{\"plan\":1,\"data\":{\"file\":\"gone.csv\"},\"estimates\":[{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"q\"}]}");
        assertTrue(gone.err().contains("gone.csv: no such file"), gone.err());
    }

    @Test
    void writesToAFile() throws IOException {
        Path out = folder.resolve("result.json");
        CommandLine done = CommandLine.analyze(
                folder,
                DATA,
                "{\"plan\":1,\"data\":{\"file\":\"data.csv\"},\"estimates\":[{\"name\":\"m\",\"estimate\":\"mean\",\"of\":\"q\"}]}",
                "--out",
                out.toString());
        assertEquals("", done.out());
        assertEquals(6, new ObjectMapper().readTree(out.toFile()).get("rows").asInt());
    }

    /** Enough rows for counts to be used; the column of stratum sizes makes the same design go row by row. */
    @Test
    void countsAndRowsAndThreadsGiveTheSame() throws IOException {
        String csv = manyWorkers();
        String estimates =
                "\"estimates\":[{\"name\":\"m\",\"estimate\":\"mean\",\"of\":[\"q1\",\"q2\"],\"by\":\"sex\",\"where\":\"q2 >= 2\",\"deff\":true},"
                        + "{\"name\":\"p\",\"estimate\":\"proportion\",\"of\":\"q1\",\"values\":[4,5],\"by\":[\"shop\",\"sex\"]}]}";
        String start = "{\"plan\":1,\"data\":{\"file\":\"data.csv\"},\"design\":{\"strata\":\"shop\",";
        String counted = start + "\"population\":{\"A\":20000,\"B\":30000,\"C\":9000}}," + estimates;
        String rowwise = start + "\"weights\":\"w\",\"fpc\":\"N\"}," + estimates;
        CommandLine one = CommandLine.analyze(folder, csv, counted, "--threads", "1");
        CommandLine three = CommandLine.analyze(folder, csv, counted, "--threads", "3");
        assertEquals(0, one.status(), one.err());
        assertEquals(one.out(), three.out());
        JsonNode byRows = new ObjectMapper()
                .readTree(CommandLine.analyze(folder, csv, rowwise).out());
        JsonNode byCounts = new ObjectMapper().readTree(one.out());
        assertSame(byRows.get("estimates"), byCounts.get("estimates"), "estimates");
    }

    private static void assertSame(JsonNode expected, JsonNode actual, String path) {
        if (expected.isNumber()) {
            double scale = Math.max(1e-3, Math.abs(expected.asDouble()));
            assertEquals(expected.asDouble(), actual.asDouble(), 1e-9 * scale, path);
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(e -> assertSame(e.getValue(), actual.get(e.getKey()), path + "." + e.getKey()));
        } else if (expected.isArray()) {
            assertEquals(expected.size(), actual.size(), path);
            for (int i = 0; i < expected.size(); i++) {
                assertSame(expected.get(i), actual.get(i), path + "[" + i + "]");
            }
        } else {
            assertEquals(expected, actual, path);
        }
    }

    private static String manyWorkers() {
        Random random = new Random(3);
        int[] size = {20_000, 30_000, 9_000};
        int[] n = {7_000, 6_000, 2_000};
        StringBuilder csv = new StringBuilder("shop,sex,q1,q2,N,w\n");
        for (int h = 0; h < n.length; h++) {
            for (int i = 0; i < n[h]; i++) {
                csv.append("ABC".charAt(h)).append(',').append(random.nextBoolean() ? 'f' : 'm');
                for (int item = 0; item < 2; item++) {
                    csv.append(',').append(random.nextInt(20) == 0 ? "" : String.valueOf(1 + random.nextInt(5)));
                }
                csv.append(',')
                        .append(size[h])
                        .append(',')
                        .append((double) size[h] / n[h])
                        .append('\n');
            }
        }
        return csv.toString();
    }
}
