package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one respondent filled in: option codes, a ranking in its order, or one text, by item code. As it comes from a form
 * it may hold anything; {@link AnswerCheck} says what is wrong and what is kept.
 *
 * @param answers the entries by item code; an item that is missing, or has no entry but blank ones, was left blank
 */
@Serdeable
public record AnswerSheet(Map<String, List<String>> answers) {
    /** A sheet on which nothing is filled in. */
    public static final AnswerSheet BLANK = new AnswerSheet(Map.of());

    public AnswerSheet {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        answers.forEach((code, entries) -> {
            List<String> filled = new ArrayList<>(entries);
            filled.removeIf(String::isBlank);
            if (!filled.isEmpty()) {
                copy.put(code, List.copyOf(filled));
            }
        });
        answers = Collections.unmodifiableMap(copy);
    }

    /** The entries for an item; empty where it was left blank. */
    public List<String> of(String item) {
        return answers.getOrDefault(item, List.of());
    }
}
