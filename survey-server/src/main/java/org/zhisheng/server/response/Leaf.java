package org.zhisheng.server.response;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.AnswerSheet;

/**
 * One response as it is sealed, and committed to when the survey closes. The salts are drawn anew whenever it is sealed;
 * those of the close are the ones that count.
 *
 * @param stratum code of the stratum; null where the worker would rather not say
 * @param open the chosen options of items whose results everybody may see
 * @param restricted the chosen options of items whose results are kept to few; opened to no auditor
 * @param openSalt 32 random bytes, hexadecimal, so that the leaf of the open answers cannot be guessed
 * @param restrictedSalt the same for the restricted answers
 */
@Serdeable
public record Leaf(
        @Nullable String stratum, AnswerSheet open, AnswerSheet restricted, String openSalt, String restrictedSalt) {
    @Override
    public String toString() {
        return "Leaf[redacted]";
    }
}
