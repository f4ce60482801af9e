package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a sum from undoing the bounds that its members print: where all members but one print their rates exactly, the sum
 * less the others is the number behind the bound of the last. What the remainder holds, and what other members print as
 * bounds, is unknown; an item is left out of the sum where that leaves a bound less open than it looks.
 */
final class RollUpBounds {
    private RollUpBounds() {}

    /** Codes of the items that the sum must leave out. */
    static List<String> undone(List<RollUpMember> entering, int places) {
        Set<String> undone = new LinkedHashSet<>();
        if (entering.isEmpty()) {
            return List.of();
        }
        List<ItemCounts> items = entering.getFirst().frame().items();
        for (int item = 0; item < items.size(); item++) {
            for (Outcome outcome : items.get(item).outcomes()) {
                for (int place = -1; place < places && outcome.isRate() && outcome.isHeadline(); place++) {
                    if (!isOpen(entering, item, outcome, place)) {
                        undone.add(items.get(item).code());
                    }
                }
            }
        }
        return List.copyOf(undone);
    }

    /** @param place the cell of the sum; -1 for the total */
    private static boolean isOpen(List<RollUpMember> entering, int item, Outcome outcome, int place) {
        List<long[]> parts = new ArrayList<>();
        long[] unknown = new long[2];
        long[] sum = new long[2];
        for (RollUpMember member : entering) {
            var cells = place < 0 ? member.frame().all() : member.in(place);
            int[] counts = member.frame().items().get(item).of(cells);
            long[] part = {(long) outcome.sum(counts), outcome.base(counts)};
            add(sum, part);
            if (!member.releasesItself() || !member.isKnown(cells)) {
                add(unknown, part);
            } else if (ReleaseRule.unanimous(part[0], part[1])) {
                parts.add(part);
            }
        }
        return ReleaseRule.unanimous(sum[0], sum[1]) || Unanimity.staysOpen(parts, unknown);
    }

    private static void add(long[] to, long[] part) {
        to[0] += part[0];
        to[1] += part[1];
    }
}
