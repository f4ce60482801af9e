package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RollUpTest {
    private static final ReleaseRule RULE = new ReleaseRule(10);

    @Test
    void tinyUnitsEnterPooledAndTheSumsAreTheirs() {
        RollUp rollUp = RollUp.of(
                List.of(), List.of(member("a", 60), member("b", 6), member("c", 5), member("d", 7)), RULE, s -> {});
        assertEquals(1, rollUp.released());
        assertEquals(3, rollUp.pooled());
        assertEquals(List.of(), rollUp.left());
        assertEquals(78, rollUp.counts().respondents());
        assertEquals(156, rollUp.workers());
    }

    @Test
    void aRemainderOfTwoUnitsOrOfOneLargeOneIsLeftOut() {
        RollUp two = RollUp.of(List.of(), List.of(member("a", 60), member("b", 6), member("c", 9)), RULE, s -> {});
        assertEquals(List.of("b", "c"), two.left());
        assertEquals(60, two.counts().respondents());
        assertEquals(120, two.workers());
        assertEquals(150, two.allWorkers());
    }

    @Test
    void noSmallGroupOfAPooledMemberIsExposed() {
        SplittableRandom random = new SplittableRandom(3);
        List<RollUp.Member> members = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UnitCounts counts = RandomEnterprise.draw(random, 12 + random.nextInt(80), new int[] {2, 3, 1}, 3, 2)
                    .counts();
            members.add(new RollUp.Member("e" + i, counts.headcount(counts.all()), protect(counts)));
        }
        RollUp rollUp = RollUp.of(List.of("d1"), members, RULE, s -> {});
        assertTrue(rollUp.pooled() >= 3, rollUp::toString);
        assertEquals(40, rollUp.released() + rollUp.pooled() + rollUp.left().size());
        int entering = members.stream()
                .filter(m -> !rollUp.left().contains(m.name()))
                .mapToInt(RollUp.Member::respondents)
                .sum();
        assertEquals(entering, rollUp.counts().respondents());
    }

    /** 39 of 40 is printed as a bound; the sum less the other two would be 39. */
    @Test
    void anItemIsLeftOutWhereTheSumWouldUndoABound() {
        List<RollUp.Member> three = List.of(member("a", 60), member("b", 60), member("c", 40, 39));
        RollUp undone = RollUp.of(List.of(), three, RULE, s -> {});
        assertEquals(List.of("A"), undone.withheld());
        assertEquals(List.of(), undone.counts().items());
        List<RollUp.Member> six = new ArrayList<>(three);
        six.addAll(List.of(member("d", 6), member("e", 5), member("f", 7)));
        assertEquals(List.of(), RollUp.of(List.of(), six, RULE, s -> {}).withheld());
    }

    private static RollUp.Member member(String name, int respondents) {
        return member(name, respondents, respondents / 2);
    }

    private static RollUp.Member member(String name, int respondents, int yes) {
        UnitCounts counts = new UnitCounts(
                List.of(new Cell(name, 2 * respondents, respondents)),
                List.of(),
                List.of(new ItemCounts(
                        "A",
                        List.of("yes", "no"),
                        new int[][] {{yes, respondents - yes}},
                        List.of(new Outcome("", "aware", Detail.TWO_WAY, false, List.of(1.0, 0.0))))));
        return new RollUp.Member(name, 2 * respondents, protect(counts));
    }

    private static Protection protect(UnitCounts counts) {
        return Protector.protect(counts, List.of(), RULE);
    }
}
