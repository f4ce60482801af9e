package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded respondents: whatever they fill in by the rules passes, and each way of breaking a rule is caught. */
class GeneratedAnswersTest {
    private static final int SHEETS = 300;

    static Stream<Arguments> questionnaires() {
        return Loaded.IDS.stream()
                .flatMap(id -> Stream.of(Arguments.of(id, Length.CORE), Arguments.of(id, Length.FULL)));
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void anyValidSheetPassesAndIsKeptWhole(String id, Length length) {
        List<Item> items = items(id, length);
        AnswerCheck check = new AnswerCheck(items);
        Random random = new Random(20261101L + id.hashCode());
        for (int i = 0; i < SHEETS; i++) {
            Map<String, List<String>> answers = respond(items, random);
            Checked checked = check.check(new AnswerSheet(answers));
            assertEquals(List.of(), checked.faults());
            assertEquals(answers, checked.kept().answers());
            assertEquals(Loaded.codes(items), List.copyOf(checked.coded().keySet()));
            assertTrue(checked.asked().containsAll(checked.answered()));
            assertEquals(List.copyOf(answers.keySet()), checked.answered());
        }
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void everyMutationIsCaught(String id, Length length) {
        List<Item> items = items(id, length);
        AnswerCheck check = new AnswerCheck(items);
        Random random = new Random(4L);
        int caught = 0;
        for (int i = 0; i < SHEETS / 5; i++) {
            Map<String, List<String>> answers = respond(items, random);
            for (Item item : items) {
                if (answers.containsKey(item.code())) {
                    for (List<String> broken : mutations(item, answers)) {
                        Map<String, List<String>> mutated = new LinkedHashMap<>(answers);
                        mutated.put(item.code(), broken);
                        Checked checked = check.check(new AnswerSheet(mutated));
                        assertFalse(checked.faults().isEmpty(), () -> item.code() + " " + broken);
                        assertEquals(item.code(), checked.faults().getFirst().field());
                        caught++;
                    }
                }
            }
        }
        assertTrue(caught > SHEETS, "mutations were tried");
    }

    private static List<Item> items(String id, Length length) {
        return Loaded.items(id, length, Loaded.fill(List.of("SEX", "AGE")));
    }

    /** A respondent who obeys the routing, written apart from the code under test. */
    private static Map<String, List<String>> respond(List<Item> items, Random random) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Item item : items) {
            boolean asked = item.askWhen().stream().allMatch(condition -> {
                List<String> chosen = answers.getOrDefault(condition.item(), List.of());
                boolean wanted = condition.anyOf().isEmpty() || !Collections.disjoint(condition.anyOf(), chosen);
                return wanted && Collections.disjoint(condition.noneOf(), chosen);
            });
            List<String> offered = item.optionsFrom() == null
                    ? item.options().stream().map(Option::code).toList()
                    : answers.getOrDefault(item.optionsFrom(), List.of());
            boolean answerable = item.kind() == ItemKind.TEXT || !offered.isEmpty();
            if (asked && answerable && random.nextInt(10) > 0) {
                answers.put(item.code(), answer(item, offered, random));
            }
        }
        return answers;
    }

    private static List<String> answer(Item item, List<String> offered, Random random) {
        List<String> pool = new ArrayList<>(offered);
        Collections.shuffle(pool, random);
        return switch (item.kind()) {
            case SINGLE -> pool.subList(0, 1);
            case RANKED -> pool.subList(0, 1 + random.nextInt(Math.min(item.max(), pool.size())));
            case TEXT -> List.of("话".repeat(1 + random.nextInt(item.max())));
            case MULTIPLE -> {
                if (item.option(pool.getFirst()).exclusive()) {
                    yield pool.subList(0, 1);
                }
                pool.removeIf(code -> item.option(code).exclusive());
                List<String> picked = pool.subList(0, 1 + random.nextInt(Math.min(item.max(), pool.size())));
                yield offered.stream().filter(picked::contains).toList();
            }
        };
    }

    private static List<List<String>> mutations(Item item, Map<String, List<String>> answers) {
        List<String> right = answers.get(item.code());
        List<String> all = item.options().stream().map(Option::code).toList();
        List<List<String>> broken = new ArrayList<>();
        if (item.kind() == ItemKind.TEXT) {
            broken.add(List.of("话".repeat(item.max() + 1)));
            broken.add(List.of(right.getFirst().substring(1) + "\u0000!"));
            broken.add(List.of("一", "二"));
            return broken;
        }
        broken.add(plus(right, "NO_SUCH_OPTION"));
        broken.add(plus(right, right.getFirst()));
        broken.add(List.of(right.getFirst().toLowerCase(Locale.ROOT) + " "));
        if (all.size() > item.max()) {
            broken.add(all.subList(0, item.max() + 1));
        }
        item.options().stream()
                .filter(o -> o.exclusive() && !right.contains(o.code()))
                .forEach(o -> broken.add(plus(right, o.code())));
        if (item.optionsFrom() != null) {
            List<String> picked = answers.get(item.optionsFrom());
            all.stream().filter(code -> !picked.contains(code)).limit(3).forEach(code -> broken.add(List.of(code)));
        }
        return broken;
    }

    private static List<String> plus(List<String> list, String more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** Guards the generator itself: over all sheets each option is chosen and each item left blank at some time. */
    @ParameterizedTest
    @MethodSource("questionnaires")
    void generatorReachesEveryOption(String id, Length length) {
        List<Item> items = items(id, length);
        Random random = new Random(7L);
        List<Map<String, List<String>>> sheets =
                IntStream.range(0, SHEETS).mapToObj(i -> respond(items, random)).toList();
        for (Item item : items) {
            assertTrue(sheets.stream().anyMatch(s -> !s.containsKey(item.code())), item.code());
            for (Option option : item.options()) {
                assertTrue(
                        sheets.stream()
                                .anyMatch(s ->
                                        s.getOrDefault(item.code(), List.of()).contains(option.code())),
                        () -> item.code() + " " + option.code());
            }
        }
    }
}
