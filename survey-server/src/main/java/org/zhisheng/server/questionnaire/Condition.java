package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an earlier item's answer.
 *
 * @param item code of the earlier item
 * @param anyOf holds when one of these options was chosen; empty: no such demand
 * @param noneOf holds when none of these options was chosen, so also when the item was left blank; empty: no such demand
 * @param otherwise option that the item counts as where this is the first of its conditions that does not hold
 *     (who does not know of the contract does not know its terms either), or null for "not asked"
 */
@Serdeable
public record Condition(
        String item,
        List<String> anyOf,
        List<String> noneOf,
        @Nullable String otherwise) {
    public Condition {
        anyOf = List.copyOf(anyOf);
        noneOf = List.copyOf(noneOf);
    }

    /** Whether the chosen options (empty where the item was left blank or not asked) satisfy the condition. */
    public boolean holds(List<String> chosen) {
        return (anyOf.isEmpty() || chosen.stream().anyMatch(anyOf::contains))
                && chosen.stream().noneMatch(noneOf::contains);
    }
}
