package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of words in one language; each file holds the sections that its definition needs. The schema is
 * {@code schema/words-1.json}.
 *
 * @param language BCP 47 tag, which is also the file's name
 * @param title the questionnaire's title
 * @param purpose what respondents read before the first item
 * @param items wordings by item code
 * @param scales labels by scale and option code
 * @param topics names by topic code
 */
@Serdeable
record Words(
        String language,
        @Nullable String title,
        @Nullable String purpose,
        Map<String, ItemWords> items,
        Map<String, Map<String, String>> scales,
        Map<String, String> topics) {
    /** The words of one item. */
    @Serdeable
    record ItemWords(String question, @Nullable String hint, Map<String, String> options) {}
}
