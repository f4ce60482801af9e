package org.zhisheng.server.survey;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.server.kernel.Fault;

final class FrameReaderTest {
    @Test
    void readsACleanPaste() {
        Frame frame = frame("车间\t用工形式\t人数\n一车间\t合同制\t40\n一车间\t派遣\t12\n");
        assertEquals(List.of("车间", "用工形式"), frame.dimensions());
        assertEquals(
                List.of(new Stratum("01", List.of("一车间", "合同制"), 40), new Stratum("02", List.of("一车间", "派遣"), 12)),
                frame.strata());
    }

    @Test
    void readsAnUglyPasteAndTellsWhatItDid() {
        String pasted = """
                沂水食品厂职工情况统计表\t\t\t\t\r
                \t\t\t\t\r
                序号\t车间\t用工形式\t人数(人)\t备注\r
                1\t一\u3000车间\t合同制\t1,040\t\r
                2\t\t派遣\t\uFF11\uFF12人\t含短期\r
                3\t\t实习\t-\t\r
                \t小计\t\t1052\t\r
                4\t"二
                车间"\t合同制\t四十二\t\r
                \t\t\t\t\r
                \t合计\t\t1094\t\r
                """;
        FrameReading reading = FrameReader.read(pasted, false);
        assertEquals(List.of(), reading.faults());
        Frame frame = requireNonNull(reading.frame());
        assertEquals(List.of("车间", "用工形式"), frame.dimensions());
        assertEquals(List.of("一 车间 · 合同制", "一 车间 · 派遣", "二 车间 · 合同制"), labels(frame));
        assertEquals(
                List.of(1040, 12, 42),
                frame.strata().stream().map(Stratum::headcount).toList());
        assertEquals(
                List.of(
                        "survey.frame.title-skipped",
                        "survey.frame.columns-used",
                        "survey.frame.zero-dropped",
                        "survey.frame.total-skipped",
                        "survey.frame.total-skipped",
                        "survey.frame.filled-down"),
                reading.notices().stream().map(Notice::key).toList());
    }

    @Test
    void mergedCellsAreFilledDownwardsButNotAcrossSomethingNew() {
        Frame merged = frame("厂区\t车间\t工种\t人数\n东区\t一车间\t钳工\t20\n\t\t焊工\t21\n\t二车间\t钳工\t22\n");
        assertEquals(List.of("东区 · 一车间 · 钳工", "东区 · 一车间 · 焊工", "东区 · 二车间 · 钳工"), labels(merged));

        assertEquals(List.of("cell.3.2 survey.frame.category-missing"), faults("车间\t工种\t人数\n一车间\t钳工\t20\n二车间\t\t30\n"));
    }

    @Test
    void whatIsWrongIsNamedByLineAndColumn() {
        assertEquals(
                List.of(
                        "cell.2.1 survey.frame.category-missing",
                        "cell.3.2 survey.frame.headcount-unreadable",
                        "cell.4.2 survey.frame.headcount-missing",
                        "cell.5.2 survey.frame.headcount-unreadable",
                        "cell.6.3 survey.frame.row-long"),
                faults("车间\t人数\n\t10\n一车间\t约40\n二车间\t\n三车间\t2000000\n四车间\t10\t正式\n"));
        Fault fault = FrameReader.read("车间\t人数\n一车间\t约40", false).faults().getFirst();
        assertEquals(List.of(2, "人数", "约40"), fault.arguments());
    }

    @Test
    void rowsThatNameTheSameCellAreSummedOnlyAfterTelling() {
        String repeated = "车间\t人数\n一车间\t40\nＡ车间\t5\n一 车间\t2\na车间\t6";
        assertEquals(List.of("cell.4.1 survey.frame.repeated", "cell.5.1 survey.frame.repeated"), faults(repeated));

        FrameReading summed = FrameReader.read(repeated, true);
        assertEquals(
                List.of(new Stratum("01", List.of("一车间"), 42), new Stratum("02", List.of("Ａ车间"), 11)),
                requireNonNull(summed.frame()).strata());
        assertEquals(
                List.of(
                        Notice.of("survey.frame.summed", 2, 4, "一 车间", 42),
                        Notice.of("survey.frame.summed", 3, 5, "a车间", 11)),
                summed.notices());
    }

    @Test
    void aHeaderIsNeededThatNamesEachColumnOnce() {
        assertEquals(List.of("cell.1.2 survey.frame.header-missing"), faults("一车间\t40\n二车间\t30"));
        assertEquals(
                List.of("cell.1.2 survey.frame.column-unnamed", "cell.1.3 survey.frame.column-twice"),
                faults("车间\t\t车间\t人数\n一\t二\t三\t4"));
        assertEquals(
                List.of("cell.1.6 survey.frame.too-many-dimensions"), faults("a\tb\tc\td\te\t人数\n1\t1\t1\t1\t1\t5"));
        assertEquals(List.of("cell.1.2 survey.frame.no-dimension"), faults("序号\t人数\n1\t5"));
    }

    @Test
    void aCrossTableIsRecognised() {
        assertEquals(List.of("cell.1.3 survey.frame.cross-table"), faults("车间\t合同制\t派遣\n一车间\t40\t3\n二车间\t30\t2"));
        assertEquals("1 · 2", labels(frame("车间\t班组\t人数\n1\t2\t40")).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "只有一格", "车间\t人数", "车间\t人数\n一车间\t0"})
    void withoutCellsThereIsNoFrame(String text) {
        FrameReading reading = FrameReader.read(text, false);
        assertNull(reading.frame());
        assertEquals("survey.frame.empty", reading.faults().getFirst().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"车间,人数\n一车间,40", "车间\uFF0C人数\n一车间\uFF0C40", "车间;人数\n一车间;40", "车间,人数\r\n\"一车间\",\"40\"\r\n"})
    void otherSeparatorsAreUnderstood(String text) {
        assertEquals(List.of(new Stratum("01", List.of("一车间"), 40)), frame(text).strata());
    }

    @Test
    void aStrayQuoteDoesNotSwallowTheRest() {
        assertEquals(List.of("\"一车间", "二车间"), labels(frame("车间\t人数\n\"一车间\t40\n二车间\t30")));
    }

    @Test
    void codesHaveThreeDigitsFromAHundredStrataOnAndAThousandAreTooMany() {
        assertEquals("99", frame(strata(99)).strata().getLast().code());
        assertEquals("001", frame(strata(100)).strata().getFirst().code());
        assertEquals("999", frame(strata(999)).strata().getLast().code());
        assertEquals(List.of("frame survey.frame.too-many"), faults(strata(1000)));
    }

    @Test
    void filesAreReadInTheEncodingsThatExcelWrites() {
        String text = "车间,人数\n一车间,40";
        assertEquals(text, SheetText.decode(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(text, SheetText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        assertEquals(text, SheetText.decode(text.getBytes(Charset.forName("GB18030"))));
        assertEquals(text, SheetText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
    }

    private static String strata(int count) {
        return "车间\t人数\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "车间" + i + "\t20")
                        .collect(Collectors.joining("\n"));
    }

    private static Frame frame(String text) {
        FrameReading reading = FrameReader.read(text, false);
        assertTrue(reading.faults().isEmpty(), () -> reading.faults().toString());
        return requireNonNull(reading.frame());
    }

    private static List<String> labels(Frame frame) {
        return frame.strata().stream().map(Stratum::label).toList();
    }

    private static List<String> faults(String text) {
        FrameReading reading = FrameReader.read(text, false);
        assertNull(reading.frame());
        return reading.faults().stream().map(f -> f.field() + " " + f.key()).toList();
    }
}
