package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Text;

/**
 * One option of an item.
 *
 * @param code stable code, unique in its item; answers and releases name options by it
 * @param label what the respondent reads
 * @param points points on the 100/80/60/40/20 scale, where the item is a rating of satisfaction or agreement
 * @param lower lower edge of a bracket in percent, included; null where the bracket is open below or is none
 * @param upper upper edge of a bracket in percent, excluded unless {@code upperIncluded}; null where open above or none
 * @param upperIncluded whether the upper edge belongs to the bracket: 8–12 includes 12
 * @param missing why choosing it is no substantive answer; null for a substantive option
 * @param exclusive whether it may not be combined with others ("none of these")
 */
@Serdeable
public record Option(
        String code,
        Text label,
        @Nullable Integer points,
        @Nullable Integer lower,
        @Nullable Integer upper,
        boolean upperIncluded,
        @Nullable Missing missing,
        boolean exclusive) {
    /** A substantive option with neither points nor bounds. */
    public static Option plain(String code, Text label) {
        return new Option(code, label, null, null, null, false, null, false);
    }
}
