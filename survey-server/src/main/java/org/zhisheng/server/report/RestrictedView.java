package org.zhisheng.server.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the worker-side team alone reads, ready to be laid out: a table an item, its options beneath one another, the whole
 * unit and the shown groups side by side.
 *
 * @param items the items
 * @param hidden names of groups that are not shown, with why
 * @param fingerprint of the restricted release
 */
@Introspected
record RestrictedView(List<ItemView> items, List<String> hidden, String fingerprint) {
    /** One item; each option has a cell a group, null where nothing may be shown. */
    @Introspected
    record ItemView(String question, List<String> groups, List<OptionView> options) {}

    /** One option across the groups. */
    @Introspected
    record OptionView(String label, List<@Nullable CellView> cells) {}

    /**
     * One number with its unit.
     *
     * @param value a percentage, points, or a place in the order of choice; words where there is no number
     * @param interval its interval; empty where there is none
     * @param number whether there is a number
     */
    @Introspected
    record CellView(String value, String interval, boolean number) {
        /** Words in the place of a number. */
        static CellView unsaid(String why) {
            return new CellView(why, "", false);
        }
    }
}
