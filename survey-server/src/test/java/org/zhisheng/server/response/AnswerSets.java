package org.zhisheng.server.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.Manifest;

/** Made-up answers to a survey's items that the server takes. */
final class AnswerSets {
    private static final String CHARACTERS = "a工资饭\"\\\n\t😀é";

    private AnswerSets() {}

    /** Anything from one answer to all of them, texts of any length. */
    static Map<String, List<String>> draw(Manifest survey, Random random) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Item item : survey.items()) {
            if (answers.isEmpty() || random.nextInt(4) > 0) {
                List<String> entries = draw(item, answers, random);
                if (!entries.isEmpty()) {
                    answers.put(item.code(), entries);
                }
            }
        }
        return answers;
    }

    /** As many bytes as any answers have: all items, the longest options, texts of four bytes a character. */
    static Map<String, List<String>> longest(Manifest survey) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Item item : survey.items()) {
            List<String> options = new ArrayList<>(options(item, answers));
            options.sort((a, b) -> b.length() - a.length());
            List<String> entries = item.kind() == ItemKind.TEXT
                    ? List.of("😀".repeat(item.max()))
                    : options.subList(0, Math.min(options.size(), most(item)));
            if (!entries.isEmpty()) {
                answers.put(item.code(), List.copyOf(entries));
            }
        }
        return answers;
    }

    private static List<String> draw(Item item, Map<String, List<String>> before, Random random) {
        if (item.kind() == ItemKind.TEXT) {
            int[] points = CHARACTERS.codePoints().toArray();
            StringBuilder words = new StringBuilder("x");
            int length = random.nextInt(item.max() - 1);
            for (int i = 0; i < length; i++) {
                words.appendCodePoint(points[random.nextInt(points.length)]);
            }
            return List.of(words.append("x").toString());
        }
        List<String> options = new ArrayList<>(options(item, before));
        Collections.shuffle(options, random);
        return options.isEmpty()
                ? List.of()
                : List.copyOf(options.subList(0, 1 + random.nextInt(Math.min(options.size(), most(item)))));
    }

    /** Options that may be combined, and that the earlier item left on offer. */
    private static List<String> options(Item item, Map<String, List<String>> before) {
        return item.options().stream()
                .filter(option -> !option.exclusive() && option.missing() == null)
                .map(Option::code)
                .filter(code -> item.optionsFrom() == null
                        || before.getOrDefault(item.optionsFrom(), List.of()).contains(code))
                .toList();
    }

    private static int most(Item item) {
        return item.kind() == ItemKind.SINGLE ? 1 : item.max();
    }
}
