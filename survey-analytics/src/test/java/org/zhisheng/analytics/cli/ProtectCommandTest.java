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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code protect} from a file to a file. */
final class ProtectCommandTest {
    private static final Path EXAMPLE = Path.of("examples", "protect", "plan.json");
    private static final Path COUNTY = Path.of("examples", "protect", "county.json");

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

    /** Counted in the file with sort and uniq: of 45, 18 say pay, 10 safety, 6 each rest and canteen, 5 training. */
    @Test
    void aChoiceOfASmallUnitIsShownByItsTwoLargestOptions() {
        CommandLine run = CommandLine.run(
                "protect", Path.of("examples", "protect", "small.json").toString());
        assertEquals(0, run.status(), run.err());
        List<String> whole = run.out()
                .lines()
                .filter(l -> l.startsWith(",,") && l.contains(",best,"))
                .toList();
        assertEquals(2, whole.size(), run.out());
        assertTrue(whole.get(0).contains(",best,pay,share,exact,0.4,"), run.out());
        assertTrue(whole.get(1).contains(",best,safety,share,exact,0.22,"), run.out());
    }

    /**
     * Counted in the file with awk, without E26: 337 of 345 agency workers answered O1, 84 of them with 4 or 5, and 296 of
     * 653 on contract. Weighted by 939 and 492 workers for 674 and 345 responses the rate is 0.3828.
     */
    @Test
    void aRollUpAddsUpUnitsAndSaysWhoIsCovered(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("audit.json");
        Path members = folder.resolve("members.csv");
        CommandLine run = CommandLine.run(
                "protect", COUNTY.toString(), "--report", report.toString(), "--members", members.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("\ntype,agency,492,345,yes,O1,,satisfied,exact,0.25,"), run.out());
        assertTrue(run.out().contains("\ntype,contract,939,674,yes,O1,,satisfied,exact,0.45,"), run.out());
        assertTrue(run.out().contains("\n,,1431,1019,yes,O1,,satisfied,exact,0.3828,"), run.out());
        String audit = Files.readString(report);
        assertTrue(audit.contains("\"left_out\" : [ \"E26\" ]"), audit);
        assertTrue(audit.contains("\"workers_of_all_units\" : 1440"), audit);
        assertTrue(run.err().contains("100 %"), run.err());
        assertTrue(Files.readString(members).startsWith("unit,dimension,group,headcount,"));
        assertTrue(Files.readString(members).contains("\nE01,,,36,28,yes,A1,,aware,exact,0.3571,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'unit': 'type'|该列已作他用",
                "'unit': 'enterprise', 'dimensions': ['sex']|不在计划的分组列之中",
                "'unit': 'nobody'|没有这一列",
            },
            quoteCharacter = '~')
    void aFaultOfARollUpSaysWhatToDo(String rollUp, String words, @TempDir Path folder) throws IOException {
        for (String file : List.of("county.csv", "county-headcounts.csv")) {
            Files.copy(COUNTY.resolveSibling(file), folder.resolve(file));
        }
        String plan = Files.readString(COUNTY)
                .replaceFirst("\"roll_up\": \\{[^}]*}", "\"roll_up\": {" + rollUp.replace('\'', '"') + "}");
        CommandLine run = CommandLine.run(
                "protect", Files.writeString(folder.resolve("plan.json"), plan).toString());
        assertEquals(1, run.status(), run.out());
        assertEquals("", run.out());
        assertTrue(run.err().contains(words), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a,1;a,1;a,1|a,2|'dimensions': ['a'], 'headcounts': {'file': 'h.csv', 'count': 'n'}|应答人数超过职工人数",
                "a,1|a,9;a,9|'dimensions': ['a'], 'headcounts': {'file': 'h.csv', 'count': 'n'}|人数重复",
                "a,1|z,9|'dimensions': ['a'], 'headcounts': {'file': 'h.csv', 'count': 'n'}|缺少人数",
                "a,1|a,x|'dimensions': ['a'], 'headcounts': {'file': 'h.csv', 'count': 'n'}|不是人数",
                "a,7|a,9|'dimensions': ['a']|没有任何一个类别",
                "a,1|a,9|'dimensions': ['a', 'a']|重复出现",
                "a,1|a,9|'demographics': ['c']|没有这一列",
            })
    void everyFaultSaysWhatToDo(String row, String headcounts, String keys, String words, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b\n" + row.replace(";", "\n") + "\n");
        Files.writeString(folder.resolve("h.csv"), "a,n\n" + headcounts.replace(";", "\n") + "\n");
        Path plan = folder.resolve("plan.json");
        String json = "{'protect': 1, 'data': {'file': 'd.csv'}, " + keys
                + ", 'items': [{'column': 'b', 'categories': ['1', '2'], 'shares': true}]}";
        Files.writeString(plan, json.replace('\'', '"'));
        CommandLine run = CommandLine.run("protect", plan.toString());
        assertEquals(1, run.status(), run.out());
        assertTrue(run.err().contains(words), run.err());
        assertEquals("", run.out());
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
        assertEquals(
                0,
                CommandLine.run("protect", EXAMPLE.toString(), "--release", out.toString())
                        .status());
        String fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out)));
        List<String> workers = Files.readAllLines(EXAMPLE.resolveSibling("../workers.csv"));

        Path second = folder.resolve("second.tsv");
        CommandLine run = CommandLine.run(
                "protect", correction(folder, workers, fingerprint).toString(), "--release", second.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.readString(second).contains("kind\tCORRECTION\n"));

        run = CommandLine.run(
                "protect", correction(folder, workers, "0".repeat(64)).toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("was changed after it was published"), run.err());

        run = CommandLine.run(
                "protect",
                correction(folder, workers.subList(0, workers.size() - 1), fingerprint)
                        .toString());
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
