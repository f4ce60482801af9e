package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.Text;

/** What the rules demand of the items' data: routing, brackets, missing codes, audiences, concepts, both languages. */
class QuestionnaireRulesTest {
    private static final List<String> ALL_DEMOGRAPHICS =
            List.of("JOB", "EMPLOYMENT", "MIGRANT", "SEX", "AGE", "TENURE");

    private static final Map<String, Item> ITEMS = everything();

    private static Map<String, Item> everything() {
        Map<String, Item> items = new HashMap<>();
        for (String id : Loaded.IDS) {
            Loaded.items(id, Length.FULL, Loaded.fill(ALL_DEMOGRAPHICS)).forEach(i -> items.put(i.code(), i));
        }
        return items;
    }

    @Test
    void newcomersSkipWhatTheyWereNotThereFor() {
        assertEquals(
                codes("B1 C0 C1 C2 C3 C4 C5 C6 G2"),
                conditionedOn("POST-A0").collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whoKnowsNothingSkipsToW1() {
        assertEquals(
                codes("A2 A3 A4 A5 B1 C0 C1 C2 C3 C4 C5 C6 E1 E2 E3 G1 G2 H01 H03 H05 H08 H10 H11 H12"),
                conditionedOn("POST-A1").collect(Collectors.toCollection(TreeSet::new)));
        for (Item item : ITEMS.values()) {
            item.askWhen().stream()
                    .filter(c -> c.item().startsWith("POST-A"))
                    .forEach(c -> assertEquals(List.of("NO"), c.noneOf()));
        }
    }

    @ParameterizedTest
    @CsvSource({"POST-A2, NO", "POST-A3, NO", "POST-A4, NO", "POST-A5, NO", "POST-B1, NONE", "POST-C0,", "POST-E1,"})
    void whoKnowsNothingCountsAs(String item, String option) {
        Condition unaware = ITEMS.get(item).askWhen().stream()
                .filter(c -> c.item().equals("POST-A1"))
                .findFirst()
                .orElseThrow();
        assertEquals(option, unaware.otherwise());
    }

    @Test
    void topicsAreRotatedAndRankedFromThosePicked() {
        Item topics = ITEMS.get("PRE-T1");
        assertEquals(22, topics.options().size());
        assertEquals(5, topics.max());
        assertEquals(
                List.of("PRE-T1"),
                ITEMS.values().stream().filter(Item::rotated).map(Item::code).toList());
        assertEquals("PRE-T1", ITEMS.get("PRE-T2").optionsFrom());
        assertEquals(3, ITEMS.get("PRE-T2").max());
        assertEquals(topics.options(), ITEMS.get("PRE-T2").options());
    }

    @Test
    void audiencesAreThoseOfTheRules() {
        Map<Audience, TreeSet<String>> by = ITEMS.values().stream()
                .collect(Collectors.groupingBy(
                        Item::audience, Collectors.mapping(Item::code, Collectors.toCollection(TreeSet::new))));
        assertEquals(
                new TreeSet<>(List.of("PRE-F2", "PRE-W3", "PULSE-M4", "PULSE-M5", "PULSE-M6", "PULSE-M9")),
                by.get(Audience.WORKER_SIDE));
        assertEquals(new TreeSet<>(List.of("PULSE-M8")), by.get(Audience.HIGHER_UNION_ALERT));
        assertTrue(ITEMS.get("PULSE-M8").restricted());
        assertFalse(ITEMS.get("POST-X0").restricted());
    }

    @ParameterizedTest
    @CsvSource({
        "PRE-W1, FELL:..0 FLAT:0..0] UNDER_5:0..5 FROM_5_UNDER_8:5..8 FROM_8_TO_12:8..12] OVER_12:12..",
        "PRE-W2, KEEP:0..0] UNDER_3:0..3 FROM_3_UNDER_5:3..5 FROM_5_UNDER_8:5..8 FROM_8_TO_12:8..12]"
                + " OVER_12_UNDER_15:12..15 FROM_15:15..",
        "PRE-W3, ZERO:0..0] OVER_0_UNDER_3:0..3 FROM_3_UNDER_5:3..5 FROM_5_UNDER_8:5..8 FROM_8_TO_12:8..12] OVER_12:12..",
    })
    void bracketsJoinWithoutGapsAndEndWithNotSure(String item, String brackets) {
        List<Option> options = ITEMS.get(item).options();
        List<String> edges = options.stream()
                .filter(o -> o.missing() == null)
                .map(o -> o.code() + ":" + edge(o.lower()) + ".." + edge(o.upper()) + (o.upperIncluded() ? "]" : ""))
                .toList();
        assertEquals(Arrays.asList(brackets.split(" ", -1)), edges);
        assertEquals(Missing.DONT_KNOW, options.getLast().missing());
    }

    @Test
    void paySharesStandBesideYuan() {
        for (String item : List.of("PRE-W1", "PRE-W2", "PRE-W3", "POST-W1", "ANN-Y5")) {
            Text hint = Objects.requireNonNull(ITEMS.get(item).hint(), item);
            assertTrue(hint.zh().contains("5000 元") && hint.zh().contains("400 元"), item);
            assertTrue(hint.en().contains("5,000 yuan") && hint.en().contains("400 yuan"), item);
        }
    }

    @Test
    void fivePointItemsShowTheWholeScaleAndDontKnow() {
        List<Item> rated = ITEMS.values().stream()
                .filter(i -> i.options().stream().anyMatch(o -> o.points() != null))
                .toList();
        // 12 S, 7 H, POST C0–C6 E1 G1 K1 O1 O2, PULSE-M7, ANN Y11 Y12.
        assertEquals(12 + 7 + 12 + 1 + 2, rated.size());
        for (Item item : rated) {
            assertEquals(
                    Arrays.asList(100, 80, 60, 40, 20, null),
                    item.options().stream().map(Option::points).toList(),
                    item.code());
            assertEquals(Missing.DONT_KNOW, item.options().getLast().missing(), item.code());
        }
    }

    @Test
    void noneExcludesOthers() {
        assertTrue(ITEMS.get("POST-B1").option("NONE").exclusive());
        assertEquals(
                1,
                ITEMS.values().stream()
                        .flatMap(i -> i.options().stream())
                        .filter(Option::exclusive)
                        .count());
    }

    @Test
    void equalConceptsHaveEqualOptionsKindAndBase() {
        Map<String, List<Item>> byConcept = ITEMS.values().stream().collect(Collectors.groupingBy(Item::concept));
        byConcept.forEach((concept, items) -> assertEquals(
                1,
                items.stream()
                        .map(i -> List.of(i.kind(), i.options(), i.max(), i.askWhen(), i.question()))
                        .distinct()
                        .count(),
                concept));
        assertEquals(3, byConcept.get("satisfaction.pay").size());
        for (int i = 1; i <= 4; i++) {
            String concept = ITEMS.get("PRE-S" + i).concept();
            assertEquals(concept, ITEMS.get("POST-S" + i).concept());
            assertEquals(concept, ITEMS.get("ANN-S" + i).concept());
        }
        assertNotEquals(ITEMS.get("POST-A1").concept(), ITEMS.get("ANN-Y1").concept());
        assertNotEquals(ITEMS.get("PRE-A1").concept(), ITEMS.get("ANN-Y1").concept());
        assertNotEquals(ITEMS.get("PRE-W1").concept(), ITEMS.get("POST-W1").concept());
        assertEquals(ITEMS.get("PRE-W1").concept(), ITEMS.get("ANN-Y5").concept());
    }

    @ParameterizedTest
    @CsvSource({
        "I04, POST-A1", "I05, POST-B1", "I10, PULSE-M1", "I11, POST-G1", "I12, POST-C0 POST-E1 POST-O1 POST-O2",
        "I15, ANN-Y12", "I15.fallback, POST-K1", "I04.fallback, ANN-Y1", "I10.fallback, POST-C4", "V1.alert, PULSE-M8",
        "V3.check, POST-X0", "awareness-depth, POST-A2 POST-A3 POST-A4 POST-A5"
    })
    void indicatorsAreFedByTheItemsOfTheScheme(String indicator, String expected) {
        List<String> feeding = ITEMS.values().stream()
                .filter(i -> i.feeds().contains(indicator))
                .map(Item::code)
                .filter(code -> !code.equals("PULSE-M2"))
                .sorted()
                .toList();
        assertEquals(Arrays.asList(expected.split(" ", -1)), feeding);
    }

    @Test
    void chineseIsChineseAndEnglishIsEnglish() {
        for (Item item : ITEMS.values()) {
            Stream.concat(Stream.of(item.question()), item.options().stream().map(Option::label))
                    .forEach(QuestionnaireRulesTest::checkLanguages);
            if (item.hint() != null) {
                checkLanguages(item.hint());
            }
        }
        Loaded.QUESTIONNAIRES.all().forEach(q -> {
            checkLanguages(q.title());
            checkLanguages(q.purpose());
        });
    }

    @Test
    void optionLabelsOfAnItemDiffer() {
        for (Item item : ITEMS.values()) {
            assertEquals(
                    item.options().size(),
                    item.options().stream().map(o -> o.label().zh()).distinct().count(),
                    item.code());
            assertEquals(
                    item.options().size(),
                    item.options().stream().map(o -> o.label().en()).distinct().count(),
                    item.code());
        }
    }

    private static void checkLanguages(Text text) {
        assertTrue(
                text.zh().codePoints().anyMatch(QuestionnaireRulesTest::isHan)
                        || text.zh().matches(".*\\d%.*"),
                text.zh());
        assertFalse(text.zh().matches(".*[,?;:()].*"), "half-width punctuation in " + text.zh());
        String english = text.en().replace("涨", "").replaceAll("“.*”", "");
        assertFalse(english.codePoints().anyMatch(QuestionnaireRulesTest::isHan), text.en());
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private static String edge(Integer edge) {
        return edge == null ? "" : edge.toString();
    }

    private static Stream<String> conditionedOn(String code) {
        return ITEMS.values().stream()
                .filter(i -> i.askWhen().stream().anyMatch(c -> c.item().equals(code)))
                .map(Item::code);
    }

    private static Set<String> codes(String codes) {
        return Arrays.stream(codes.split(" ", -1)).map(c -> "POST-" + c).collect(Collectors.toCollection(TreeSet::new));
    }
}
