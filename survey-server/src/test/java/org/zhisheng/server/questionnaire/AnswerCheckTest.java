package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.questionnaire.Coded.Chosen;
import org.zhisheng.server.questionnaire.Coded.Gap;

/** Faults, routing, coding and the valid-response rule, on hand-written sheets. */
class AnswerCheckTest {
    private static final AnswerCheck PRE = check("pre-demand", Length.FULL);
    private static final AnswerCheck POST = check("post-evaluation", Length.FULL);

    @ParameterizedTest
    @CsvSource({
        "PRE-Z9, YES, unknown-item",
        "PRE-A1, MAYBE, unknown-option",
        "PRE-A1, YES, unknown-option",
        "PRE-A1, KNOW HEARD, one-only",
        "PRE-W2, KEEP DONT_KNOW, one-only",
        "PRE-T1, T01 T02 T03 T04 T05 T06, too-many",
        "PRE-T1, T01 T01, twice",
        "PRE-R1, DARES LAW WOMAN, too-many",
        "PRE-T1, T22, unknown-option",
    })
    void faultsOfChoices(String item, String options, String fault) {
        assertEquals(List.of("questionnaire.fault." + fault), faults(PRE, sheet(item, options)));
    }

    @Test
    void noneStandsAlone() {
        assertEquals(List.of("questionnaire.fault.exclusive"), faults(POST, sheet("POST-B1", "FORUM NONE")));
        assertEquals(List.of(), faults(POST, sheet("POST-B1", "NONE")));
        assertEquals(List.of(), faults(POST, sheet("POST-B1", "SURVEY FORUM PROPOSAL ELECTION BRIEFING CONGRESS")));
    }

    @ParameterizedTest
    @CsvSource({
        "T01 T02 T03 T04, T04 T01 T02, ",
        "T01 T02, T02 T01, ",
        "T01, T01, ",
        "T01 T02 T03 T04, T04 T01 T02 T03, too-many",
        "T01 T02, T01 T05, not-picked",
        "T01, T01 T01, twice",
        "T01, T98, unknown-option",
    })
    void rankingIsAmongThePicks(String picked, String ranked, String fault) {
        AnswerSheet sheet = sheet("PRE-T1", picked, "PRE-T2", ranked);
        List<String> expected = fault == null ? List.of() : List.of("questionnaire.fault." + fault);
        assertEquals(expected, faults(PRE, sheet));
        if (fault == null) {
            assertEquals(List.of(ranked.split(" ", -1)), PRE.check(sheet).kept().of("PRE-T2"));
        }
    }

    @Test
    void rankingWithoutPicksIsNotAskedAndDropped() {
        Checked checked = PRE.check(sheet("PRE-T2", "T01", "PRE-T3", "LATER"));
        assertEquals(List.of(), checked.faults());
        assertEquals(Map.of(), checked.kept().answers());
        assertEquals(Gap.NOT_ASKED, checked.coded().get("PRE-T2"));
        assertEquals(Gap.NOT_ASKED, checked.coded().get("PRE-T3"));
        assertEquals(Gap.BLANK, checked.coded().get("PRE-T1"));
    }

    @Test
    void orderOfTapsIsNotKept() {
        AnswerSheet sheet = sheet("PRE-T1", "T09 T02 T05", "PRE-S1", "SATISFIED");
        Map<String, List<String>> kept = PRE.check(sheet).kept().answers();
        assertEquals(List.of("PRE-S1", "PRE-T1"), List.copyOf(kept.keySet()));
        assertEquals(List.of("T02", "T05", "T09"), kept.get("PRE-T1"));
    }

    @Test
    void textIsCountedInCodePoints() {
        assertEquals(List.of(), faults(PRE, text("𠮷".repeat(200))));
        assertEquals(List.of(), faults(PRE, text("  " + "字".repeat(200) + "\r\n")));
        Fault fault = PRE.check(text("𠮷".repeat(201))).faults().getFirst();
        assertEquals("questionnaire.fault.too-long", fault.key());
        assertEquals(List.of(200, 201), fault.arguments());
    }

    @ParameterizedTest
    @CsvSource({"7", "0", "27", "127", "133", "8238", "55296"})
    void unprintableTextIsRefused(int point) {
        String text = "a" + (char) point + "b";
        assertEquals(List.of("questionnaire.fault.unprintable"), faults(PRE, text(text)));
    }

    @Test
    void textIsStrippedAndLinesAreKept() {
        Checked checked = PRE.check(text("  涨工资\r\n少加班\t👨‍👩‍👧 \n"));
        assertEquals(List.of(), checked.faults());
        assertEquals(new Coded.Said("涨工资\n少加班\t👨‍👩‍👧"), checked.coded().get("PRE-F1"));
        assertEquals(Gap.BLANK, PRE.check(text(" \n ")).coded().get("PRE-F1"));
    }

    @Test
    void newcomerWhoIsAwareLeavesParticipationButNotAwareness() {
        Checked checked =
                POST.check(sheet("POST-A0", "NO", "POST-A1", "KNOW", "POST-B1", "FORUM", "POST-C0", "SATISFIED"));
        assertEquals(new Chosen(List.of("KNOW")), checked.coded().get("POST-A1"));
        for (String item : List.of("POST-B1", "POST-C0", "POST-C4", "POST-G2")) {
            assertEquals(Gap.NOT_ASKED, checked.coded().get(item), item);
            assertFalse(checked.asked().contains(item), item);
        }
        assertEquals(
                List.of("POST-A0", "POST-A1"),
                List.copyOf(checked.kept().answers().keySet()));
        assertTrue(checked.asked().containsAll(List.of("POST-A2", "POST-E1", "POST-G1", "POST-H01")));
    }

    @Test
    void unawareWorkerSkipsToW1AndCountsAsNo() {
        Checked checked = POST.check(sheet("POST-A0", "YES", "POST-A1", "NO", "POST-A3", "YES"));
        for (String item : List.of("POST-A2", "POST-A3", "POST-A4", "POST-A5")) {
            assertEquals(new Chosen(List.of("NO")), checked.coded().get(item), item);
        }
        assertEquals(new Chosen(List.of("NONE")), checked.coded().get("POST-B1"));
        assertEquals(Gap.NOT_ASKED, checked.coded().get("POST-H01"));
        assertEquals("POST-W1", checked.asked().get(2));
        assertTrue(checked.asked().containsAll(List.of("POST-K1", "POST-S1", "POST-O1", "POST-X0")));
        assertFalse(checked.kept().answers().containsKey("POST-A3"));
    }

    @Test
    void unawareNewcomerLeavesParticipation() {
        Checked checked = POST.check(sheet("POST-A0", "NO", "POST-A1", "NO"));
        assertEquals(Gap.NOT_ASKED, checked.coded().get("POST-B1"));
        assertEquals(new Chosen(List.of("NO")), checked.coded().get("POST-A2"));
    }

    @Test
    void blankAndHeardOnlySkipNothing() {
        assertEquals(
                POST.check(AnswerSheet.BLANK).asked(),
                POST.check(sheet("POST-A1", "HEARD_ONLY")).asked());
        assertFalse(POST.check(AnswerSheet.BLANK).coded().containsValue(Gap.NOT_ASKED));
    }

    @Test
    void missingCodesAreKeptApart() {
        Checked checked = POST.check(sheet("POST-A0", "NO", "POST-O1", "DONT_KNOW", "SEX", "REFUSED"));
        assertEquals(Gap.DONT_KNOW, checked.coded().get("POST-O1"));
        assertEquals(Gap.REFUSED, checked.coded().get("SEX"));
        assertEquals(Gap.BLANK, checked.coded().get("POST-O2"));
        assertEquals(Gap.NOT_ASKED, checked.coded().get("POST-C0"));
        assertEquals(List.of("DONT_KNOW"), checked.kept().of("POST-O1"));
    }

    @Test
    void halfOfWhatWasPutMakesAValidResponse() {
        AnswerCheck core = check("mid-pulse", Length.CORE);
        // M1 M3 M4 M6 M9 and SEX: three of six.
        AnswerSheet half = sheet("PULSE-M1", "NO", "PULSE-M3", "DONT_KNOW", "SEX", "REFUSED");
        assertTrue(core.check(half).isValidResponse());
        assertFalse(core.check(sheet("PULSE-M1", "NO", "SEX", "MALE")).isValidResponse());
        assertFalse(new AnswerCheck(List.of()).check(AnswerSheet.BLANK).isValidResponse());
    }

    @Test
    void validityCountsOnlyWhatWasPutToThatWorker() {
        // An unaware worker is put A0 A1 W1 K1 S1–S4 O1 O2 O3 X0 SEX X1 X2.
        AnswerSheet eight = sheet(
                "POST-A0",
                "YES",
                "POST-A1",
                "NO",
                "POST-K1",
                "DONT_KNOW",
                "POST-O1",
                "NEUTRAL",
                "POST-O2",
                "NEUTRAL",
                "POST-O3",
                "YES",
                "POST-X0",
                "NO",
                "POST-S1",
                "SATISFIED");
        assertEquals(15, POST.check(eight).asked().size());
        assertTrue(POST.check(eight).isValidResponse());
        Map<String, List<String>> seven = new LinkedHashMap<>(eight.answers());
        seven.remove("POST-S1");
        assertFalse(POST.check(new AnswerSheet(seven)).isValidResponse());
    }

    @Test
    void stratumDoesNotMakeAResponseValid() {
        LinkedHashMap<String, String> strata = new LinkedHashMap<>(Map.of("01", "一车间"));
        Item stratum = Loaded.QUESTIONNAIRES.latest("mid-pulse").stratumItem(strata);
        Item other = Loaded.items("mid-pulse", Length.CORE, Fill.EMPTY).getFirst();
        AnswerCheck check = new AnswerCheck(List.of(stratum, other));
        assertFalse(check.check(sheet(Item.STRATUM, "01")).isValidResponse());
        assertEquals(
                Gap.REFUSED, check.check(sheet(Item.STRATUM, "REFUSED")).coded().get(Item.STRATUM));
        assertTrue(check.check(sheet("PULSE-M1", "NO")).isValidResponse());
    }

    @Test
    void storedSheetIsCodedAlike() {
        Checked first = PRE.check(sheet("PRE-T1", "T05 T01", "PRE-T2", "T05", "PRE-T3", "LATER", "PRE-W3", "ZERO"));
        assertEquals(first, PRE.check(first.kept()));
    }

    @Test
    void everyFaultHasWords() throws IOException {
        for (Language language : Language.values()) {
            for (String fault : List.of(
                    "unknown-item",
                    "unknown-option",
                    "one-only",
                    "too-many",
                    "twice",
                    "exclusive",
                    "not-picked",
                    "one-text",
                    "too-long",
                    "unprintable")) {
                String key = "questionnaire.fault." + fault;
                assertTrue(words(language).containsKey(key), language + " " + key);
            }
        }
    }

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        String file = "/zhisheng/messages/" + language.tag() + "/questionnaire.properties";
        words.load(new InputStreamReader(AnswerCheckTest.class.getResourceAsStream(file), StandardCharsets.UTF_8));
        return words;
    }

    private static AnswerCheck check(String id, Length length) {
        return new AnswerCheck(Loaded.items(id, length, Loaded.fill(List.of("SEX"))));
    }

    private static List<String> faults(AnswerCheck check, AnswerSheet sheet) {
        return check.check(sheet).faults().stream().map(Fault::key).toList();
    }

    private static AnswerSheet text(String text) {
        return new AnswerSheet(Map.of("PRE-F1", List.of(text)));
    }

    private static AnswerSheet sheet(String... itemsAndOptions) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (int i = 0; i < itemsAndOptions.length; i += 2) {
            answers.put(itemsAndOptions[i], List.of(itemsAndOptions[i + 1].split(" ", -1)));
        }
        return new AnswerSheet(answers);
    }
}
