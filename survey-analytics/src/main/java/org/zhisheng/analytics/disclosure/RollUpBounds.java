package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps sums from undoing the bounds that members print. The sum less what all others print exactly would be the number
 * behind the bound, so somebody must be able to make up for it: in every cell of the sum where a member that prints a bound
 * has people, two people who gave the answer and two who did not are needed whose own unit releases nothing. Then whatever
 * the bound leaves open, from nobody to two people, goes with the same sums. Where they are missing the item is left out.
 */
final class RollUpBounds {
    private final List<RollUpMember> entering;

    private RollUpBounds(List<RollUpMember> entering) {
        this.entering = entering;
    }

    /** Codes of the items that the sums must leave out. */
    static List<String> undone(List<RollUpMember> entering) {
        RollUpBounds bounds = new RollUpBounds(entering);
        return entering.isEmpty()
                ? List.of()
                : Stream.iterate(0, i -> i + 1)
                        .limit(entering.getFirst().frame().items().size())
                        .filter(bounds::isUndone)
                        .map(i -> entering.getFirst().frame().items().get(i).code())
                        .distinct()
                        .toList();
    }

    private boolean isUndone(int item) {
        return entering.getFirst().frame().items().get(item).outcomes().stream()
                .filter(o -> o.isRate() && o.isHeadline())
                .anyMatch(o -> isUndone(item, o));
    }

    private boolean isUndone(int item, Outcome outcome) {
        BitSet needed = new BitSet();
        for (RollUpMember member : entering) {
            if (member.known().all().stream().anyMatch(g -> isBound(member, item, outcome, g))) {
                for (int c = 0; c < member.frame().cells().size(); c++) {
                    if (member.frame().cells().get(c).respondents() > 0) {
                        needed.set(member.place(c));
                    }
                }
            }
        }
        return needed.stream().anyMatch(p -> !isMadeUpFor(p, item, outcome));
    }

    private static boolean isBound(RollUpMember member, int item, Outcome outcome, BitSet group) {
        int[] counts = member.frame().items().get(item).of(group);
        return ReleaseRule.unanimous((long) outcome.sum(counts), outcome.base(counts));
    }

    private boolean isMadeUpFor(int place, int item, Outcome outcome) {
        int hits = 0;
        int base = 0;
        for (RollUpMember member : entering) {
            if (!member.releasesItself()) {
                int[] counts = member.frame().items().get(item).of(member.in(place));
                hits += (int) outcome.sum(counts);
                base += outcome.base(counts);
            }
        }
        return Math.min(hits, base - hits) >= ReleaseRule.UNANIMITY;
    }
}
