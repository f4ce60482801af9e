package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Text;

/**
 * One item as it is put to the respondent: topics, clauses and proposals are filled in, so that a frozen survey needs
 * nothing else to be shown, checked and counted.
 *
 * @param code code with the questionnaire's prefix ({@code POST-O1}), a demographic's name ({@code AGE}), or
 *     {@code STRATUM} for the item made from the frame
 * @param concept what is measured; waves may be compared only on equal concept, options and base
 * @param kind how it is answered
 * @param question the wording
 * @param hint a line of help beneath the wording, or null
 * @param options the options in order; empty for {@link ItemKind#TEXT}
 * @param max most options, places of a ranking, or characters of a text
 * @param optionsFrom code of the earlier multiple item whose chosen options are the only ones on offer, or null
 * @param askWhen all must hold for the item to be asked; empty: always asked
 * @param countsAs option code that the item counts as where {@code askWhen} does not hold, or null for "not asked"
 * @param restricted whether only the worker-side team may ever see its result
 * @param rotated whether the phone starts the options at a random place, which is not recorded
 * @param feeds ids of the indicators it feeds, for example {@code I11}
 */
@Serdeable
public record Item(
        String code,
        String concept,
        ItemKind kind,
        Text question,
        @Nullable Text hint,
        List<Option> options,
        int max,
        @Nullable String optionsFrom,
        List<Condition> askWhen,
        @Nullable String countsAs,
        boolean restricted,
        boolean rotated,
        List<String> feeds) {
    /** Code of the item that is made from the frame when one poster serves all strata. */
    public static final String STRATUM = "STRATUM";

    /** The option with the given code, or null. */
    public @Nullable Option option(String optionCode) {
        for (Option option : options) {
            if (option.code().equals(optionCode)) {
                return option;
            }
        }
        return null;
    }
}
