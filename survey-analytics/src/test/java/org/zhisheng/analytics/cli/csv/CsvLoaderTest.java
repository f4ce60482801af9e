package org.zhisheng.analytics.cli.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.cli.csv.ColumnRequest.Kind;

final class CsvLoaderTest {
    @TempDir
    Path folder;

    @Test
    void codesCategoriesInTheOrderOfTheirNumbers() {
        CsvTable table = load("shop,q\nA,5\nB,10\nA,1\n", auto("shop"), auto("q"));
        CsvColumn.Bytes q = (CsvColumn.Bytes) table.columns().get("q");
        assertEquals(List.of("1", "5", "10"), q.values());
        assertArrayEquals(new byte[] {1, 2, 0}, q.codes());
        assertEquals(3, table.rows());
    }

    @Test
    void readsQuotesLineEndsBlankLinesAndSpaces() {
        CsvTable table = load(
                "\ufeffname,note,x\r\n\r\n\"a\",\"one, \"\"two\"\"\nthree\", 1 \r\n\nb,,2", auto("name"), auto("note"));
        assertEquals(List.of("a", "b"), cells(table, "name"));
        assertEquals(List.of("one, \"two\"\nthree", ""), cells(table, "note"));
    }

    @Test
    void marksBlanksAndTokensOfANumberColumn() {
        CsvTable table = load(
                "pay\n3000.25\n\n99\n-\n1e3\n,\n".replace(",\n", ""),
                new ColumnRequest("pay", Kind.NUMBER, List.of("99", "-")));
        CsvColumn.Doubles pay = (CsvColumn.Doubles) table.columns().get("pay");
        assertArrayEquals(new double[] {3000.25, Double.NaN, Double.NaN, 1000}, pay.numbers());
        assertArrayEquals(new byte[] {0, 2, 3, 0}, pay.tokens());
    }

    @Test
    void blankCellsOfSeveralColumnsAreMissing() {
        CsvTable table = load("a,b\n,1\n2,\n", new ColumnRequest("a", Kind.NUMBER, List.of()), auto("b"));
        assertArrayEquals(
                new byte[] {1, 0}, ((CsvColumn.Doubles) table.columns().get("a")).tokens());
        assertEquals(List.of("1", ""), cells(table, "b"));
    }

    @Test
    void turnsUndeclaredColumnsIntoNumbersOrIdentifiersWhenTheyHaveManyValues() {
        StringBuilder text = new StringBuilder("pay,worker,late\n");
        for (int i = 0; i < 1000; i++) {
            text.append(i * 7)
                    .append(",w")
                    .append(i)
                    .append(',')
                    .append(i < 999 ? String.valueOf(i) : "x")
                    .append('\n');
        }
        CsvTable table = load(text.toString(), auto("pay"), auto("worker"), auto("late"));
        assertEquals(6993.0, ((CsvColumn.Doubles) table.columns().get("pay")).numbers()[999]);
        CsvColumn.Ints worker = (CsvColumn.Ints) table.columns().get("worker");
        assertEquals("w999", worker.values().get(worker.codes()[999]));
        assertTrue(table.columns().get("late") instanceof CsvColumn.Ints);
    }

    @Test
    void readsChineseTextInGb18030() throws IOException {
        Charset gbk = Charset.forName("GB18030");
        Path file = Files.write(folder.resolve("gbk.csv"), "车间,答\n一车间,是\n二车间,否\n".getBytes(gbk));
        CsvTable table =
                new CsvLoader(file, new CsvFormat(',', gbk), 2, share -> {}).load(List.of(auto("车间"), auto("答")));
        assertEquals(List.of("一车间", "二车间"), cells(table, "车间"));
        assertEquals(List.of("是", "否"), cells(table, "答"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 64, 301, 4096})
    void readsTheSameAsFastCsvHoweverTheFileIsCut(int segment) throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            String text = randomCsv(random);
            Path file = Files.writeString(folder.resolve("random.csv"), text);
            CsvTable table = new CsvLoader(file, CsvFormat.STANDARD, 3, share -> {}, segment)
                    .load(List.of(new ColumnRequest("b", Kind.IDENTIFIER, List.of()), auto("a")));
            List<String> a = new ArrayList<>();
            List<String> b = new ArrayList<>();
            try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                reader.forEach(record -> {
                    a.add(record.getField("a"));
                    b.add(record.getField("b"));
                });
            }
            assertEquals(a, cells(table, "a"));
            assertEquals(b, cells(table, "b"));
        }
    }

    private static String randomCsv(Random random) {
        String[] cells = {
            "1",
            "5",
            "",
            "\"x,y\"",
            "\"two\nlines\"",
            "\"say \"\"so\"\"\"",
            "满意",
            "longer than seven bytes",
            "\",\"",
            "\"\""
        };
        StringBuilder text = new StringBuilder("a,b,c\n");
        int rows = 1 + random.nextInt(200);
        for (int i = 0; i < rows; i++) {
            text.append(cells[random.nextInt(cells.length)]).append(',');
            text.append(random.nextInt(3) == 0 ? "id" + random.nextInt(500) : cells[random.nextInt(cells.length)]);
            text.append(',').append(i).append(random.nextBoolean() ? "\n" : "\r\n");
            text.append(random.nextInt(20) == 0 ? "\n" : "");
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    @Test
    void saysWhatIsWrong() {
        assertMessage("a,b\n1,2\n3\n", "data row 2 has only 1 cells where the header has 2");
        assertMessage("a,b\n1,2,3\n", "data row 1 has more cells where the header has 2");
        assertMessage("a,b\n1,\"2\n", "the file ends inside a quoted cell");
        assertMessage("a,a\n1,2\n", "the column 'a' stands twice");
        assertMessage("b,c\n1,2\n", "no column 'a' (it has b, c)");
        CsvException e = assertThrows(
                CsvException.class, () -> load("a\n1\nten\n", new ColumnRequest("a", Kind.NUMBER, List.of())));
        assertTrue(e.getMessage().contains("column 'a', data row 2: 'ten' is not a number"), e.getMessage());
    }

    private void assertMessage(String text, String expected) {
        CsvException e = assertThrows(CsvException.class, () -> load(text, auto("a")));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    private static ColumnRequest auto(String name) {
        return new ColumnRequest(name, Kind.AUTO, List.of());
    }

    private CsvTable load(String text, ColumnRequest... requests) {
        try {
            Path file = Files.writeString(folder.resolve("t.csv"), text, StandardCharsets.UTF_8);
            return new CsvLoader(file, CsvFormat.STANDARD, 2, share -> {}).load(List.of(requests));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> cells(CsvTable table, String name) {
        List<String> cells = new ArrayList<>();
        switch (table.columns().get(name)) {
            case CsvColumn.Bytes b -> {
                for (byte code : b.codes()) {
                    cells.add(b.values().get(code & 0xff));
                }
            }
            case CsvColumn.Ints b -> {
                for (int code : b.codes()) {
                    cells.add(b.values().get(code));
                }
            }
            case CsvColumn.Doubles d -> throw new AssertionError("numbers: " + d);
        }
        return cells;
    }
}
