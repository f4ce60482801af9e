package org.zhisheng.analytics.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code protect} from a file to a file. */
final class ProtectCommandTest {
    private static final Path EXAMPLE = Path.of("examples", "protect", "plan.json");

    @Test
    void theExampleIsProtectedAndAudited(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("audit.json");
        CommandLine run = CommandLine.run("protect", EXAMPLE.toString(), "--report", report.toString());
        assertEquals(0, run.status(), run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.getFirst().startsWith("dimension,group,headcount,respondents,shown,item,"));
        // Counted in the file with grep: of 70 answers of workshop B to A1, unsure ones among them, 50 are 1 or 2.
        String aware = lines.stream()
                .filter(l -> l.startsWith("workshop,B,") && l.contains(",A1,,aware,"))
                .findFirst()
                .orElseThrow();
        assertTrue(aware.contains(",exact,0.71,"), aware);
        assertTrue(Files.readString(report).contains("\"detail\" : \"everything\""));
    }

    @Test
    void whatIsWrongIsNamed(@TempDir Path folder) throws IOException {
        Path plan = folder.resolve("plan.json");
        Files.writeString(folder.resolve("d.csv"), "a,b\n1,2\n");
        Files.writeString(plan, """
                {"protect": 1, "data": {"file": "d.csv"}, "dimensions": ["c"],
                 "items": [{"column": "b", "categories": ["1"], "rates": [{"name": "r", "of": ["1"]}]}]}
                """);
        CommandLine run = CommandLine.run("protect", plan.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("no column 'c'"), run.err());
        assertEquals(2, CommandLine.run("protect").status());
    }
}
