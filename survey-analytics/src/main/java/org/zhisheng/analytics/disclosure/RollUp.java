package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * The sum of many units' counts: of those whose own releases anyone could add up, and of one remainder. The sum gives the
 * counts of the remainder away, so it has at least three members and k responses, none holds 80 % of them, and no small
 * group of a member is exposed by it: that is audited, in whole people, over all releases and sums together. Who would be
 * is left out and named.
 *
 * <p>All dimensions of a level are summed up in one go, with the same members: two sums that differ by a member would give
 * the member's counts back.
 *
 * @param counts the sums; its cells are the dimensions' groups, crossed, and they are still to be protected
 * @param released members that release all of it themselves
 * @param pooled members that enter the remainder
 * @param left names of members that do not enter at all
 * @param withheld codes of items that the sum leaves out, because it would undo a bound that a member prints
 * @param workers covered workers of the members that enter
 * @param allWorkers covered workers of all members
 */
public record RollUp(
        UnitCounts counts,
        int released,
        int pooled,
        List<String> left,
        List<String> withheld,
        int workers,
        int allWorkers) {
    /** Units with fewer workers release nothing of their own and enter roll-ups pooled. */
    public static final int OWN_RELEASE_FROM_WORKERS = 20;

    public RollUp {
        left = List.copyOf(left);
        withheld = List.copyOf(withheld);
    }

    /**
     * A unit of a roll-up.
     *
     * @param name its name, unique
     * @param headcount its covered workers
     * @param protection what it releases itself
     */
    public record Member(String name, int headcount, Protection protection) {
        int respondents() {
            return protection.frame().respondents();
        }

        /** Whether it is large enough to release anything but the number of its responses. */
        public boolean releasesItself() {
            return headcount >= OWN_RELEASE_FROM_WORKERS && protection.detail() != Detail.COUNT_ONLY;
        }
    }

    /**
     * What the sum may show: at most what the audit takes to be known of it, which is every answer of the whole and
     * three-way counts of groups.
     */
    public Protection protect(ReleaseRule rule) {
        return Protector.protect(counts, rule, Detail.THREE_WAY);
    }

    /**
     * Adds up units.
     *
     * @param dimensions the dimensions to keep; none for the total alone
     * @param members the units, which all asked the same items
     * @param progress told the share of the work that is done, up to 1
     * @throws IllegalArgumentException where the units asked different items or have none of a dimension
     */
    public static RollUp of(List<String> dimensions, List<Member> members, ReleaseRule rule, DoubleConsumer progress) {
        RollUpSum sum = new RollUpSum(dimensions, rule);
        List<RollUpMember> all = sum.members(members);
        List<RollUpMember> whole =
                all.stream().filter(RollUpMember::isReleasedWholly).toList();
        List<RollUpMember> rest =
                new ArrayList<>(all.stream().filter(m -> !m.isReleasedWholly()).toList());
        List<String> left = new Remainder(rest, sum.places(), rule).settle(progress);
        List<RollUpMember> entering =
                all.stream().filter(m -> !left.contains(m.name())).toList();
        List<String> withheld = RollUpBounds.undone(entering);
        progress.accept(1);
        return new RollUp(
                sum.of(entering, withheld),
                whole.size(),
                entering.size() - whole.size(),
                left,
                withheld,
                entering.stream().mapToInt(RollUpMember::headcount).sum(),
                members.stream().mapToInt(Member::headcount).sum());
    }
}
