package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random districts of six to nine enterprises are released, rolled up by employment type, and attacked by somebody who
 * has all releases and all counts of the roll-up, and reads who entered it from its coverage. That he sees is known from
 * what he finds where the smallest and the largest enterprise are simply added up.
 */
@Tag("simulation")
final class RollUpAttackTest {
    private static final boolean LONG = Boolean.getBoolean("zhisheng.long");
    private static final int DISTRICTS = LONG ? 120 : 8;
    private static final int TIGHTEST = LONG ? 8 : 4;
    private static final int SMALL = 6;
    private static final int LARGE = 14;
    private static final int ITEMS = 2;
    private static final String DIMENSION = "d1";
    private static final ReleaseRule RULE = new ReleaseRule(10);

    private Attack.Bounds bounds = Attack.Bounds.NONE;

    private final SplittableRandom random = new SplittableRandom(20_261_123);

    @ParameterizedTest
    @ValueSource(strings = {DIMENSION, ""})
    void nobodyIsExposedAndAddingUpTwoExposesMany(String dimension) {
        List<String> dimensions = dimension.isEmpty() ? List.of() : List.of(dimension);
        List<String> found = new ArrayList<>();
        int careless = 0;
        int entered = 0;
        int enterprises = 0;
        for (int d = 0; d < DISTRICTS; d++) {
            List<RollUp.Member> members = district(d % 4 == 3 ? LARGE : SMALL);
            RollUp rollUp = RollUp.of(dimensions, members, RULE, share -> {});
            String name = "district " + d + ": ";
            findings(dimensions, members, rollUp.left(), rollUp.withheld()).forEach(f -> found.add(name + f));
            Attack.Bounds careful = bounds;
            careless += findings(dimensions, smallestAndLargest(members), List.of(), List.of())
                            .isEmpty()
                    ? 0
                    : 1;
            bounds = careful;
            entered += rollUp.released() + rollUp.pooled();
            enterprises += members.size();
        }
        System.out.printf(
                "‣ attacked %d roll-ups by %s of %d enterprises, %d of them entered: %d exposures; two simply added up are exposed in %d%n",
                DISTRICTS, dimensions, enterprises, entered, found.size(), careless);
        System.out.printf(
                "‣ of %d printed bounds %d leave two possibilities, not three%n", bounds.all(), bounds.narrowed());
        assertEquals(List.of(), found);
        assertEquals(0, bounds.narrowed(), "of " + bounds.all() + " bounds");
        assertTrue(careless > DISTRICTS / 2, "the attacker found only " + careless + " of what adding up two exposes");
        assertTrue(entered > enterprises / 4, "only " + entered + " of " + enterprises + " entered");
    }

    private static List<RollUp.Member> smallestAndLargest(List<RollUp.Member> members) {
        Comparator<RollUp.Member> bySize = Comparator.comparingInt(RollUp.Member::headcount);
        return List.of(
                members.stream().min(bySize).orElseThrow(),
                members.stream().max(bySize).orElseThrow());
    }

    private List<RollUp.Member> district(int least) {
        List<RollUp.Member> members = new ArrayList<>();
        int size = least + random.nextInt(least / 2);
        for (int m = 0; m < size; m++) {
            int workers = (int) Math.round(10 * Math.pow(30, random.nextDouble()));
            UnitCounts counts = RandomEnterprise.draw(
                            random, workers, new int[] {1 + random.nextInt(3), 3, 1}, ITEMS, 0)
                    .counts();
            members.add(new RollUp.Member(
                    "m" + m, counts.headcount(counts.all()), Protector.protect(counts, List.of(), RULE)));
        }
        return members;
    }

    private List<String> findings(
            List<String> dimensions, List<RollUp.Member> members, List<String> left, List<String> withheld) {
        UnitCounts all = beside(members);
        Publication publication = new Publication(all);
        List<List<Integer>> targets = new ArrayList<>();
        List<List<Integer>> sums = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int from = 0;
        for (RollUp.Member member : members) {
            UnitCounts own = member.protection().frame();
            if (member.headcount() >= RollUp.OWN_RELEASE_FROM_WORKERS) {
                publication.add(release(member.protection()), own, from);
            }
            for (Dimension dimension : own.dimensions()) {
                for (String group : dimension.groups()) {
                    targets.add(Publication.cells(own, from, dimension.name(), group));
                }
            }
            targets.add(IntStream.range(from, from + own.cells().size()).boxed().toList());
            for (int g = 0; g < 3 && !left.contains(member.name()); g++) {
                sums.get(g).addAll(Publication.cells(own, from, DIMENSION, "g" + g));
                sums.get(3).addAll(Publication.cells(own, from, DIMENSION, "g" + g));
            }
            from += own.cells().size();
        }
        if (dimensions.isEmpty()) {
            sums = sums.subList(3, 4);
        }
        List<List<Integer>> unions = new ArrayList<>(sums);
        for (int g = 0; g < sums.size() - 1; g++) {
            List<Integer> two = new ArrayList<>(sums.get(3));
            two.removeAll(sums.get(g));
            unions.add(two);
        }
        for (List<Integer> sum : unions) {
            List<Integer> rest = new ArrayList<>(sum);
            publication.groups.stream().filter(sum::containsAll).forEach(rest::removeAll);
            publication.rests.add(rest);
        }
        sums.stream().filter(s -> !s.isEmpty()).forEach(s -> publication.sum(s, withheld));
        Attack attack = new Attack(publication, all, TIGHTEST).and(targets);
        Attack.Bounds made = attack.bounds();
        bounds = bounds.and(made);
        return Stream.concat(attack.findings().stream(), made.undone().stream()).toList();
    }

    private static Release release(Protection protection) {
        return ReleaseGate.release(
                protection,
                RandomEnterprise.headlines(protection.frame(), protection.blockCells()),
                ReleaseTerms.Kind.FIRST);
    }

    private static UnitCounts beside(List<RollUp.Member> members) {
        List<Cell> cells = new ArrayList<>();
        List<ItemCounts> items = new ArrayList<>();
        for (RollUp.Member member : members) {
            member.protection()
                    .frame()
                    .cells()
                    .forEach(c -> cells.add(new Cell(member.name() + c.name(), c.headcount(), c.respondents())));
        }
        for (int i = 0; i < ITEMS; i++) {
            int item = i;
            int[][] counts = members.stream()
                    .map(m -> m.protection().frame())
                    .flatMap(f -> IntStream.range(0, f.cells().size())
                            .mapToObj(c -> f.items().get(item).of(c)))
                    .toArray(int[][]::new);
            items.add(new ItemCounts("Q" + i, RandomEnterprise.POINTS, counts, RandomEnterprise.RATED));
        }
        return new UnitCounts(cells, List.of(), items);
    }
}
