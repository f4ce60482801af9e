package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A condition on an earlier item's answer.
 *
 * @param item code of the earlier item
 * @param anyOf holds when one of these options was chosen; empty: no such demand
 * @param noneOf holds when none of these options was chosen, so also when the item was left blank; empty: no such demand
 */
@Serdeable
public record Condition(String item, List<String> anyOf, List<String> noneOf) {
    /** Whether the chosen options (empty where the item was left blank or not asked) satisfy the condition. */
    public boolean holds(List<String> chosen) {
        return (anyOf.isEmpty() || chosen.stream().anyMatch(anyOf::contains))
                && chosen.stream().noneMatch(noneOf::contains);
    }
}
