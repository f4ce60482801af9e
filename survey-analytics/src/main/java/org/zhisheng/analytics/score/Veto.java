package org.zhisheng.analytics.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lowers the band when it is established.
 *
 * @param fact the fact which establishes it where it is answered "no"; null where only an evaluator's finding does
 * @param ceiling id of the best band that is left
 * @param prompts items of questionnaires that prompt an evaluator to look, and establish nothing
 */
public record Veto(String id, @Nullable String fact, String ceiling, List<String> prompts) {
    public Veto {
        prompts = List.copyOf(prompts);
    }
}
