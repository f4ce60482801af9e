package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * The sum of many units' counts by one dimension: of those that release the dimension wholly, which anyone could add up,
 * and of one remainder, of whose members nothing but their totals is out. The sum gives the remainder's counts away, so it
 * has at least three members and k responses, none holds 80 % of them, and no member's small group is exposed by it.
 *
 * @param counts the sums; its cells are the dimension's groups, and they are still to be protected
 * @param released members that release the dimension wholly
 * @param pooled members that enter the remainder
 * @param left names of members that do not enter at all
 * @param workers covered workers of the members that enter
 * @param allWorkers covered workers of all members
 */
public record RollUp(UnitCounts counts, int released, int pooled, List<String> left, int workers, int allWorkers) {
    /** Units with fewer workers release nothing of their own and enter roll-ups pooled. */
    public static final int OWN_RELEASE_FROM_WORKERS = 20;

    private static final int LEAST_MEMBERS = 3;
    private static final double LARGEST_SHARE = 0.8;

    public RollUp {
        left = List.copyOf(left);
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

        boolean releasesItself() {
            return headcount >= OWN_RELEASE_FROM_WORKERS && protection.detail() != Detail.COUNT_ONLY;
        }
    }

    /**
     * Adds up units.
     *
     * @param dimension the dimension to keep, or empty for the total alone
     * @param members the units, which all asked the same items
     * @param progress told the share of the work that is done
     */
    public static RollUp of(String dimension, List<Member> members, ReleaseRule rule, DoubleConsumer progress) {
        List<Member> whole = new ArrayList<>();
        List<Member> rest = new ArrayList<>();
        for (Member member : members) {
            (releasesWholly(member, dimension) ? whole : rest).add(member);
        }
        List<Member> out = new ArrayList<>();
        settle(dimension, rest, out, rule, members.size(), progress);
        List<Member> entering = new ArrayList<>(whole);
        entering.addAll(rest);
        progress.accept(1);
        return new RollUp(
                sum(dimension, entering.isEmpty() ? members.subList(0, 0) : entering),
                whole.size(),
                rest.size(),
                out.stream().map(Member::name).toList(),
                entering.stream().mapToInt(Member::headcount).sum(),
                members.stream().mapToInt(Member::headcount).sum());
    }

    /** Takes members out of the remainder until it gives nobody away. */
    private static void settle(
            String dimension,
            List<Member> rest,
            List<Member> out,
            ReleaseRule rule,
            int members,
            DoubleConsumer progress) {
        while (!rest.isEmpty()) {
            progress.accept(Math.min(1, (double) out.size() / Math.max(1, members)));
            Optional<Member> fault = dominating(rest, rule);
            if (fault.isEmpty()) {
                fault = exposed(dimension, rest, rule);
            }
            if (fault.isEmpty()) {
                return;
            }
            rest.remove(fault.get());
            out.add(fault.get());
        }
    }

    /** The largest member, where it is too much of the remainder or where the remainder is too small. */
    private static Optional<Member> dominating(List<Member> rest, ReleaseRule rule) {
        int sum = rest.stream().mapToInt(Member::respondents).sum();
        Member largest =
                rest.stream().max(Comparator.comparingInt(Member::respondents)).orElseThrow();
        boolean small =
                rest.stream().filter(m -> m.respondents() > 0).count() < LEAST_MEMBERS || sum < rule.minimumGroup();
        return small || largest.respondents() >= LARGEST_SHARE * sum ? Optional.of(largest) : Optional.empty();
    }

    private static Optional<Member> exposed(String dimension, List<Member> rest, ReleaseRule rule) {
        List<UnitCounts> parts = rest.stream()
                .map(m -> groups(m.protection().frame(), dimension))
                .toList();
        requireSameGroups(parts);
        UnitCounts all = beside(parts);
        List<BitSet> known = new ArrayList<>();
        known.add(all.all());
        int width = parts.getFirst().cells().size();
        for (int g = 0; g < width && width > 1; g++) {
            BitSet group = new BitSet();
            for (int m = 0; m < parts.size(); m++) {
                group.set(m * width + g);
            }
            known.add(group);
        }
        List<BitSet> hidden = new ArrayList<>();
        for (int m = 0; m < parts.size(); m++) {
            BitSet member = new BitSet();
            member.set(m * width, (m + 1) * width);
            (rest.get(m).releasesItself() ? known : hidden).add(member);
        }
        return new Audit(all, rule)
                .exposure(known, hidden, Detail.EVERYTHING)
                .map(e -> rest.get(e.cells().nextSetBit(0) / width));
    }

    private static boolean releasesWholly(Member member, String dimension) {
        if (!member.releasesItself()) {
            return false;
        }
        if (dimension.isEmpty()) {
            return true;
        }
        UnitCounts frame = member.protection().frame();
        Dimension by = find(frame, dimension);
        return IntStream.range(0, by.groups().size())
                .filter(g -> frame.size(by.cells(g)) > 0)
                .allMatch(g -> member.protection().shows(dimension, by.groups().get(g)));
    }

    private static Dimension find(UnitCounts frame, String dimension) {
        return frame.dimensions().stream()
                .filter(d -> d.name().equals(dimension))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a member of the roll-up has no dimension " + dimension));
    }

    /** A unit's counts with the groups of one dimension for cells. */
    private static UnitCounts groups(UnitCounts frame, String dimension) {
        List<BitSet> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (dimension.isEmpty()) {
            groups.add(frame.all());
            names.add("");
        } else {
            Dimension by = find(frame, dimension);
            IntStream.range(0, by.groups().size()).forEach(g -> groups.add(by.cells(g)));
            names.addAll(by.groups());
        }
        List<Cell> cells = IntStream.range(0, groups.size())
                .mapToObj(g -> new Cell(names.get(g), frame.headcount(groups.get(g)), frame.size(groups.get(g))))
                .toList();
        List<Dimension> kept = dimension.isEmpty()
                ? List.of()
                : List.of(new Dimension(
                        dimension,
                        names,
                        IntStream.range(0, names.size()).boxed().toList()));
        return new UnitCounts(
                cells,
                kept,
                frame.items().stream()
                        .map(i -> new ItemCounts(
                                i.code(),
                                i.categories(),
                                groups.stream().map(i::of).toArray(int[][]::new),
                                i.outcomes()))
                        .toList());
    }

    /** Units beside one another: their cells in turn, the same items. */
    private static UnitCounts beside(List<UnitCounts> parts) {
        List<Cell> cells = new ArrayList<>();
        parts.forEach(p -> cells.addAll(p.cells()));
        List<ItemCounts> items = new ArrayList<>();
        for (int i = 0; i < parts.getFirst().items().size(); i++) {
            int item = i;
            ItemCounts first = parts.getFirst().items().get(i);
            int[][] counts = parts.stream()
                    .flatMap(p -> IntStream.range(0, p.cells().size())
                            .mapToObj(c -> same(first, p.items().get(item)).of(c)))
                    .toArray(int[][]::new);
            items.add(new ItemCounts(first.code(), first.categories(), counts, first.outcomes()));
        }
        return new UnitCounts(cells, List.of(), items);
    }

    private static void requireSameGroups(List<UnitCounts> parts) {
        List<Dimension> first = parts.getFirst().dimensions();
        for (UnitCounts part : parts) {
            if (!part.dimensions().equals(first)) {
                throw new IllegalArgumentException("the members of a roll-up have different groups: "
                        + first.getFirst().groups() + " and "
                        + part.dimensions().getFirst().groups());
            }
        }
    }

    private static ItemCounts same(ItemCounts first, ItemCounts other) {
        if (!first.code().equals(other.code()) || !first.categories().equals(other.categories())) {
            throw new IllegalArgumentException(
                    "the members of a roll-up asked different items: " + first.code() + " and " + other.code());
        }
        return other;
    }

    private static UnitCounts sum(String dimension, List<Member> entering) {
        if (entering.isEmpty()) {
            return new UnitCounts(List.of(), List.of(), List.of());
        }
        List<UnitCounts> parts = entering.stream()
                .map(m -> groups(m.protection().frame(), dimension))
                .toList();
        requireSameGroups(parts);
        UnitCounts first = parts.getFirst();
        int[][][] sums = new int[first.items().size()][first.cells().size()][];
        for (int i = 0; i < sums.length; i++) {
            for (int c = 0; c < sums[i].length; c++) {
                int[] sum = new int[first.items().get(i).categories().size()];
                for (UnitCounts part : parts) {
                    int[] counts =
                            same(first.items().get(i), part.items().get(i)).of(c);
                    Arrays.setAll(sum, k -> sum[k] + counts[k]);
                }
                sums[i][c] = sum;
            }
        }
        List<Cell> cells = IntStream.range(0, first.cells().size())
                .mapToObj(c -> new Cell(
                        first.cells().get(c).name(),
                        parts.stream()
                                .mapToInt(p -> p.cells().get(c).headcount())
                                .sum(),
                        parts.stream()
                                .mapToInt(p -> p.cells().get(c).respondents())
                                .sum()))
                .toList();
        return new UnitCounts(
                cells,
                first.dimensions(),
                IntStream.range(0, sums.length)
                        .mapToObj(i -> new ItemCounts(
                                first.items().get(i).code(),
                                first.items().get(i).categories(),
                                sums[i],
                                first.items().get(i).outcomes()))
                        .toList());
    }
}
