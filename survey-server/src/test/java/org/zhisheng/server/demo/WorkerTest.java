package org.zhisheng.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.AnswerCheck;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Missing;
import org.zhisheng.server.questionnaire.Option;

final class WorkerTest {
    private static final List<String> SCALE = List.of("5", "4", "3", "2", "1");
    private static final List<Item> ITEMS = List.of(
            item("A", ItemKind.SINGLE, 1, null, rating()),
            item("B", ItemKind.SINGLE, 1, null, rating()),
            item("T", ItemKind.MULTIPLE, 3, null, plain("T1", "T2", "T3", "T4")),
            item("R", ItemKind.RANKED, 3, "T", plain("T1", "T2", "T3", "T4")),
            item("F", ItemKind.TEXT, 200, null, List.of()));
    private static final Habits HABITS = new Habits(
            0.02,
            0.1,
            Map.of(),
            Map.of("T", Map.of("T1", 6.0, "T2", 2.0, "T3", 1.0)),
            Map.of(),
            Map.of("F", new Habits.Texts(0.3, List.of("希望多休息。"))));

    @Test
    void whateverAWorkerAnswersIsValid() {
        AnswerCheck check = new AnswerCheck(ITEMS);
        for (Map<String, List<String>> answers : crowd(0, 300)) {
            assertEquals(List.of(), check.check(new AnswerSheet(answers)).faults());
        }
    }

    @Test
    void oneSeedGivesOneWorker() {
        assertEquals(crowd(0, 20), crowd(0, 20));
    }

    @Test
    void aBetterMoodGivesBetterRatings() {
        assertTrue(mean("A", crowd(0.8, 300)) > mean("A", crowd(-0.8, 300)) + 0.8);
    }

    @Test
    void theRatingsOfAWorkerGoTogether() {
        List<Map<String, List<String>>> crowd = crowd(0, 600);
        List<Map<String, List<String>>> content =
                crowd.stream().filter(a -> points(a, "A") >= 4).toList();
        List<Map<String, List<String>>> discontent = crowd.stream()
                .filter(a -> points(a, "A") == 1 || points(a, "A") == 2)
                .toList();

        assertTrue(mean("B", content) > mean("B", discontent) + 0.5);
    }

    @Test
    void weightsDecideWhatIsPicked() {
        List<Map<String, List<String>>> crowd = crowd(0, 300);

        assertTrue(picked(crowd, "T1") > picked(crowd, "T3"));
        assertEquals(0, picked(crowd, "T4"));
    }

    private static long picked(List<Map<String, List<String>>> crowd, String option) {
        return crowd.stream()
                .filter(a -> a.getOrDefault("T", List.of()).contains(option))
                .count();
    }

    private static double mean(String item, List<Map<String, List<String>>> crowd) {
        return crowd.stream()
                .mapToInt(a -> points(a, item))
                .filter(p -> p > 0)
                .average()
                .orElseThrow();
    }

    /** 5 to 1; 0 where the worker could not judge or left it blank. */
    private static int points(Map<String, List<String>> answers, String item) {
        String code = answers.getOrDefault(item, List.of("?")).getFirst();
        return SCALE.contains(code) ? Integer.parseInt(code) : 0;
    }

    private static List<Map<String, List<String>>> crowd(double mood, int size) {
        Temper temper = new Temper(1, mood, Map.of());
        return IntStream.range(0, size)
                .mapToObj(i -> new Worker(temper, HABITS, new Random(i)).answer(ITEMS))
                .toList();
    }

    private static Item item(String code, ItemKind kind, int max, String from, List<Option> options) {
        return new Item(
                code,
                code,
                kind,
                Text.same(code),
                null,
                options,
                max,
                from,
                List.of(),
                Audience.EVERYONE,
                false,
                List.of());
    }

    private static List<Option> rating() {
        List<Option> options = new java.util.ArrayList<>();
        for (String code : SCALE) {
            options.add(new Option(code, Text.same(code), 20 * Integer.parseInt(code), null, null, false, null, false));
        }
        options.add(new Option("?", Text.same("?"), null, null, null, false, Missing.DONT_KNOW, false));
        return options;
    }

    private static List<Option> plain(String... codes) {
        return java.util.Arrays.stream(codes)
                .map(code -> Option.plain(code, Text.same(code)))
                .toList();
    }
}
