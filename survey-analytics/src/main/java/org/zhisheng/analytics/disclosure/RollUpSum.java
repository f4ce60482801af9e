package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Adds up the counts of units over the crossed groups of some dimensions. */
final class RollUpSum {
    private static final String BETWEEN = " · ";

    private final List<String> names;
    private final List<List<String>> groups;
    private List<ItemCounts> items = List.of();
    private int places = 1;

    private final ReleaseRule rule;

    RollUpSum(List<String> dimensions, ReleaseRule rule) {
        this.names = List.copyOf(dimensions);
        this.groups = names.stream().<List<String>>map(n -> new ArrayList<>()).toList();
        this.rule = rule;
    }

    /** Cells of the sum. */
    int places() {
        return places;
    }

    /** Finds where each cell of each unit lies, and requires that units can be added. */
    List<RollUpMember> members(List<RollUp.Member> members) {
        for (RollUp.Member member : members) {
            UnitCounts frame = member.protection().frame();
            for (int d = 0; d < names.size(); d++) {
                List<String> all = groups.get(d);
                find(frame, names.get(d), member.name()).groups().stream()
                        .filter(g -> !all.contains(g))
                        .forEach(all::add);
            }
            if (items.isEmpty()) {
                items = frame.items();
            }
            requireSameItems(frame.items());
        }
        places = groups.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
        return members.stream().map(m -> new RollUpMember(m, placeOf(m), rule)).toList();
    }

    private int[] placeOf(RollUp.Member member) {
        UnitCounts frame = member.protection().frame();
        int[] place = new int[frame.cells().size()];
        for (int d = 0; d < names.size(); d++) {
            List<String> all = groups.get(d);
            Dimension by = find(frame, names.get(d), member.name());
            Arrays.setAll(
                    place,
                    c -> place[c] * all.size()
                            + all.indexOf(by.groups().get(by.groupOf().get(c))));
        }
        return place;
    }

    private static Dimension find(UnitCounts frame, String dimension, String member) {
        return frame.dimensions().stream()
                .filter(d -> d.name().equals(dimension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the member " + member + " of the roll-up has no dimension " + dimension));
    }

    private void requireSameItems(List<ItemCounts> others) {
        for (int i = 0; i < Math.max(items.size(), others.size()); i++) {
            if (i >= items.size()
                    || i >= others.size()
                    || !items.get(i).code().equals(others.get(i).code())
                    || !items.get(i).categories().equals(others.get(i).categories())) {
                throw new IllegalArgumentException("the members of a roll-up asked different items: "
                        + items.stream().map(ItemCounts::code).toList() + " and "
                        + others.stream().map(ItemCounts::code).toList());
            }
        }
    }

    /** The sums over the units that enter, without some items. */
    UnitCounts of(List<RollUpMember> entering, List<String> withheld) {
        if (entering.isEmpty()) {
            return new UnitCounts(List.of(), List.of(), List.of());
        }
        int[] workers = new int[places];
        int[] people = new int[places];
        for (RollUpMember member : entering) {
            for (int c = 0; c < member.frame().cells().size(); c++) {
                Cell cell = member.frame().cells().get(c);
                int place = member.place(c);
                workers[place] = cell.headcount() < 0 || workers[place] < 0 ? -1 : workers[place] + cell.headcount();
                people[place] += cell.respondents();
            }
        }
        return new UnitCounts(
                IntStream.range(0, places)
                        .mapToObj(p -> new Cell(String.join(BETWEEN, namesAt(p)), workers[p], people[p]))
                        .toList(),
                IntStream.range(0, names.size()).mapToObj(this::dimension).toList(),
                IntStream.range(0, items.size())
                        .filter(i -> !withheld.contains(items.get(i).code()))
                        .mapToObj(i -> item(i, entering))
                        .toList());
    }

    private ItemCounts item(int item, List<RollUpMember> entering) {
        ItemCounts first = items.get(item);
        int[][] sums = new int[places][first.categories().size()];
        for (RollUpMember member : entering) {
            for (int c = 0; c < member.frame().cells().size(); c++) {
                int[] counts = member.frame().items().get(item).of(c);
                int[] sum = sums[member.place(c)];
                Arrays.setAll(sum, k -> sum[k] + counts[k]);
            }
        }
        return new ItemCounts(first.code(), first.categories(), sums, first.outcomes());
    }

    private List<String> namesAt(int place) {
        return IntStream.range(0, names.size())
                .mapToObj(d -> groups.get(d).get(group(place, d)))
                .toList();
    }

    private int group(int place, int dimension) {
        int rest = place;
        for (int d = names.size() - 1; d > dimension; d--) {
            rest /= groups.get(d).size();
        }
        return rest % groups.get(dimension).size();
    }

    private Dimension dimension(int d) {
        return new Dimension(
                names.get(d),
                groups.get(d),
                IntStream.range(0, places).mapToObj(p -> group(p, d)).toList());
    }
}
