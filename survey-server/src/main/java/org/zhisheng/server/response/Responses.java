package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Consumer;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.questionnaire.AnswerSheet;

/** The counted responses, for whoever estimates and protects them. What workers wrote is counted here and never read. */
@Singleton
public final class Responses {
    /** Key of {@link #countByStratum} for those who would rather not say their stratum. */
    public static final String NO_STRATUM = "";

    private final ResponseStore store;
    private final Json json;

    Responses(ResponseStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    /** How many responses the survey has. */
    public int count(Id survey) {
        return countByStratum(survey).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many responses each stratum has, by its code; strata without any are absent. */
    public Map<String, Integer> countByStratum(Id survey) {
        return store.countByStratum(survey);
    }

    /** How many free texts each item has, by its code; items without any are absent. */
    public Map<String, Integer> countTexts(Id survey) {
        return store.countWords(survey);
    }

    /**
     * Hands out every response, in the order of their random keys, one at a time and within a read transaction: read,
     * tally, and keep nothing.
     */
    public void forEach(Id survey, Consumer<Response> reader) {
        store.forEach(
                survey,
                (stratum, answers) -> reader.accept(new Response(stratum, json.read(answers, AnswerSheet.class))));
    }
}
