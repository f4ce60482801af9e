package org.zhisheng.server.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item as the page shows it, in one language.
 *
 * @param code the item's code: name of its fields and the anchor of its faults
 * @param kind how it is answered, for the script
 * @param max most options, places or characters, for the script
 * @param from the item whose picks alone are on offer, or null
 * @param when conditions for the script, as JSON; null where it is always asked
 * @param rotated whether the script starts the options at a random place
 * @param question the wording
 * @param hint a line of help, or null
 * @param skip a line that says who leaves it out, for the page without script; null where nobody does
 * @param wrong what is wrong with what was entered, or an empty text
 * @param counted whether the script counts picks or characters
 * @param input type of the options' inputs
 * @param options the options; empty for rankings and texts
 * @param slots the places of a ranking for the page without script
 * @param area whether it is a text
 * @param words what was written so far
 */
record Question(
        String code,
        String kind,
        int max,
        @Nullable String from,
        @Nullable String when,
        boolean rotated,
        String question,
        @Nullable String hint,
        @Nullable String skip,
        String wrong,
        boolean counted,
        String input,
        List<Choice> options,
        List<Slot> slots,
        boolean area,
        String words) {
    /**
     * One option.
     *
     * @param code its code
     * @param label what the worker reads
     * @param chosen whether it is chosen
     * @param alone whether choosing it takes back all others
     * @param last whether it stays last when the others are rotated
     */
    record Choice(String code, String label, boolean chosen, boolean alone, boolean last) {}

    /** One place of a ranking: its name, and the options with the one chosen for it. */
    record Slot(String label, List<Choice> options) {}
}
