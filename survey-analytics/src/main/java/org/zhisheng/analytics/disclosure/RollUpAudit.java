package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether the sums of a remainder leave each answer of a member's small groups as open as it must be. That an answer is open
 * is proved, in whole people: other tables are made, in which people of the member exchange their answers with one another
 * or with those of other members, that give the same releases and the same sums. An answer for which no such proof is found
 * counts as exposed, though it may not be.
 *
 * <p>Bounds in closed form (Fréchet's, over each known group around the small one) were used before. They are necessary and
 * not sufficient: in 22 of 120 random districts somebody was exposed by several sums and releases together.
 */
final class RollUpAudit {
    /** Members whose tables a linear program may change beside the one in question. */
    private static final int MOST_PARTNERS = 12;

    private final List<RollUpMember> members;
    private final RollUpParents parents;
    private final ReleaseRule rule;
    private final RollUpCells cells;
    private final List<RollUpExchange> exchanges = new ArrayList<>();

    /** @param unions unions of the sum's cells, the whole first */
    RollUpAudit(List<RollUpMember> members, int places, List<BitSet> unions, ReleaseRule rule) {
        this.members = List.copyOf(members);
        this.parents = new RollUpParents(members, unions, rule);
        this.rule = rule;
        this.cells = new RollUpCells(members, places);
        for (int item = 0; item < members.getFirst().frame().items().size(); item++) {
            exchanges.add(new RollUpExchange(cells, item));
        }
    }

    /** Whether some answer of one of a member's small groups is not proved open. */
    boolean exposes(RollUpMember member) {
        Neighbourhood alone = new Neighbourhood(List.of(member), rule);
        for (int item = 0; item < exchanges.size(); item++) {
            List<BitSet> answers =
                    member.frame().items().get(item).told(Detail.EVERYTHING).answers();
            for (BitSet group : member.small()) {
                List<RollUpParents.Parent> around = parents.around(member, item, group);
                BitSet among = cells.of(member, group);
                for (BitSet answer : answers) {
                    int required = parents.required(member.frame().size(group), around, answer);
                    if (exchanges.get(item).width(among, answer, required) < required
                            && alone.width(item, group, answer, required) < required
                            && (members.size() > MOST_PARTNERS + 1
                                    || beside(member).widthByProgram(item, group, answer) < required)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The member and those that stand after it, in a ring. */
    private Neighbourhood beside(RollUpMember member) {
        int at = members.indexOf(member);
        List<RollUpMember> some = new ArrayList<>();
        for (int i = 0; i < Math.min(members.size(), MOST_PARTNERS + 1); i++) {
            some.add(members.get((at + i) % members.size()));
        }
        return new Neighbourhood(some, rule);
    }
}
