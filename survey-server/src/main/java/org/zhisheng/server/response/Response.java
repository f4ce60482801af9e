package org.zhisheng.server.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.AnswerSheet;

/**
 * One counted response.
 *
 * @param stratum code of the stratum; null where the worker would rather not say
 * @param answers the chosen options by item; no free text where it was mixed
 */
public record Response(@Nullable String stratum, AnswerSheet answers) {
    /** A response of all that its leaf holds. */
    static Response of(Leaf leaf) {
        Map<String, List<String>> answers = new LinkedHashMap<>(leaf.open().answers());
        answers.putAll(leaf.restricted().answers());
        return new Response(leaf.stratum(), new AnswerSheet(answers));
    }

    @Override
    public String toString() {
        return "Response[redacted]";
    }
}
