package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire's {@code definition.json}: everything but its words. The schema is {@code schema/questionnaire-1.json}.
 *
 * @param prefix what its item codes start with: {@code PRE}, {@code PULSE}, {@code POST} or {@code ANN}
 */
@Serdeable
record Definition(
        String id, String version, String prefix, Parts parts, DemographicsRule demographics, List<Entry> items) {
    /** Versions of the shared parts that it was written for. */
    @Serdeable
    record Parts(String topics, String demographics, String scales) {}

    /**
     * Which demographics are asked where nobody chose, and where they stand.
     *
     * @param byDefault their codes
     * @param after code of the item that they follow, whether or not that item is put
     */
    @Serdeable
    record DemographicsRule(List<String> byDefault, String after) {}

    /**
     * One item, or the pattern of several ({@link Supply}).
     *
     * @param scale name of the shared list of options, {@link #TOPICS}, or null where it has its own or none
     * @param limit most items made from a pattern, or null where it is none
     */
    @Serdeable
    record Entry(
            String code,
            String concept,
            ItemKind kind,
            boolean core,
            @Nullable String scale,
            List<Choice> options,
            @Nullable Integer max,
            @Nullable String optionsFrom,
            List<Ask> askWhen,
            @Nullable Audience audience,
            boolean rotated,
            @Nullable Supply supply,
            @Nullable Limit limit,
            List<String> feeds) {
        /** Name of the scale whose options are all topics. */
        static final String TOPICS = "topics";
    }

    /** An {@link Option} without its label. */
    @Serdeable
    record Choice(
            String code,
            @Nullable Integer points,
            @Nullable Integer lower,
            @Nullable Integer upper,
            boolean upperIncluded,
            @Nullable Missing missing,
            boolean exclusive) {}

    /**
     * A {@link Condition}.
     *
     * @param answered whether it demands any answer; the condition then names all options of the item
     */
    @Serdeable
    record Ask(
            String item,
            boolean answered,
            List<String> anyOf,
            List<String> noneOf,
            @Nullable String otherwise) {}

    /** Most items made from a pattern, by length. */
    @Serdeable
    record Limit(int core, int full) {
        int of(Length length) {
            return length == Length.CORE ? core : full;
        }
    }
}
