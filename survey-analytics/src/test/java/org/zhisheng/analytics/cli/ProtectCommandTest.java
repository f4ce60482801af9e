package org.zhisheng.analytics.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
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

    /** What is out is audited with its correction; respondents who came or went would be its difference. */
    @Test
    void aCorrectionNamesWhatIsOut(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("first.tsv");
        assertEquals(0, CommandLine.run("protect", EXAMPLE.toString(), "--release", out.toString()).status());
        String fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out)));
        List<String> workers = Files.readAllLines(EXAMPLE.resolveSibling("../workers.csv"));

        Path second = folder.resolve("second.tsv");
        CommandLine run = CommandLine.run(
                "protect", correction(folder, workers, fingerprint).toString(), "--release", second.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.readString(second).contains("kind\tCORRECTION\n"));

        run = CommandLine.run("protect", correction(folder, workers, "0".repeat(64)).toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("was changed after it was published"), run.err());

        run = CommandLine.run(
                "protect",
                correction(folder, workers.subList(0, workers.size() - 1), fingerprint).toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("not of the same responses"), run.err());
    }

    private static Path correction(Path folder, List<String> workers, String fingerprint) throws IOException {
        Files.write(folder.resolve("workers.csv"), workers);
        Files.copy(
                EXAMPLE.resolveSibling("../headcounts.csv"),
                folder.resolve("headcounts.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        String plan = Files.readString(EXAMPLE)
                .replace("../", "")
                .replace(
                        "\"protect\": 1,",
                        "\"protect\": 1, \"earlier\": {\"release\": \"first.tsv\", \"fingerprint\": \"" + fingerprint
                                + "\"},");
        return Files.writeString(folder.resolve("plan.json"), plan);
    }
}
