package org.zhisheng.server.scorecard;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one side, never changed once made.
 *
 * @param number 1, 2, 3 … of its subject and side
 * @param finding the evaluator's decision; null for the union
 * @param about number of the union's entry that the decision is about; null for the union and for vetoes
 * @param value a number, {@code yes}, {@code no}, {@code not-applicable}, topic codes; empty where there is none
 * @param note the union's evidence, or the evaluator's reason
 * @param by display name of who made it
 * @param at when
 */
@Serdeable
public record Entry(
        int number,
        @Nullable Finding finding,
        @Nullable Integer about,
        String value,
        String note,
        String by,
        Instant at) {}
