package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks at the tables of a unit as they would be printed, all dimensions together, and withholds bounds that they undo. Each
 * dimension was settled by itself before; where two of them and weighting blocks cross, more may follow. A reader is taken
 * to know the respondents of every cell, what is printed exactly in whole people, of what is printed as a bound no more, and
 * of each block what headlines with four decimals tell. A bound must leave him everything from nobody to two people.
 */
final class BoundAudit {
    private final UnitCounts unit;
    private final List<BitSet> blocks;
    private final List<Figure> whole;
    private final List<ReleasedTable> tables;
    private final List<List<List<Figure>>> figures = new ArrayList<>();

    /**
     * @param blocks weighting blocks of the unit's cells
     * @param whole figures of the whole unit as they are printed
     * @param tables the unit's tables, a dimension each, in the unit's order
     */
    BoundAudit(UnitCounts unit, List<BitSet> blocks, List<Figure> whole, List<ReleasedTable> tables) {
        this.unit = unit;
        this.blocks = blocks;
        this.whole = whole;
        this.tables = tables;
        tables.forEach(t -> figures.add(t.groups().stream()
                .<List<Figure>>map(g -> new ArrayList<>(g.figures()))
                .toList()));
    }

    /** A rate of a group that is printed. */
    private record Printed(int table, int group, int place, BitSet cells, Outcome outcome, Limit limit) {
        boolean isBound() {
            return limit == Limit.AT_LEAST || limit == Limit.AT_MOST;
        }
    }

    /** The tables with the bounds that hold. */
    List<ReleasedTable> settled() {
        unit.items().forEach(this::settle);
        return IntStream.range(0, tables.size()).mapToObj(this::table).toList();
    }

    private ReleasedTable table(int t) {
        List<ReleasedTable.Group> groups = tables.get(t).groups();
        return new ReleasedTable(
                tables.get(t).dimension(),
                IntStream.range(0, groups.size())
                        .mapToObj(g -> new ReleasedTable.Group(
                                groups.get(g).name(),
                                groups.get(g).headcount(),
                                groups.get(g).respondents(),
                                groups.get(g).shown(),
                                figures.get(t).get(g)))
                        .toList());
    }

    private void settle(ItemCounts item) {
        List<Printed> printed = printed(item);
        Optional<Printed> undone = undone(item, printed);
        while (undone.isPresent()) {
            Printed bound = undone.get();
            List<Figure> group = figures.get(bound.table()).get(bound.group());
            group.set(bound.place(), WholeFigures.withoutValue(group.get(bound.place()), Limit.WITHHELD));
            printed.remove(bound);
            undone = undone(item, printed);
        }
    }

    private List<Printed> printed(ItemCounts item) {
        List<Printed> printed = new ArrayList<>();
        for (int t = 0; t < figures.size(); t++) {
            for (int g = 0; g < figures.get(t).size(); g++) {
                List<Figure> of = figures.get(t).get(g);
                BitSet cells = unit.dimensions().get(t).cells(g);
                for (int f = 0; f < of.size(); f++) {
                    Optional<Outcome> outcome = outcome(item, of.get(f));
                    if (outcome.isPresent() && of.get(f).limit().hasValue()) {
                        printed.add(new Printed(
                                t, g, f, cells, outcome.get(), of.get(f).limit()));
                    }
                }
            }
        }
        return printed;
    }

    private static Optional<Outcome> outcome(ItemCounts item, Figure figure) {
        return item.outcomes().stream()
                .filter(o -> o.isRate() && figure.isOf(item.code(), o.category(), o.statistic()))
                .findFirst();
    }

    private Optional<Printed> undone(ItemCounts item, List<Printed> printed) {
        return printed.stream()
                .filter(p -> p.isBound() && !isOpen(item, printed, p))
                .findFirst();
    }

    private boolean isOpen(ItemCounts item, List<Printed> printed, Printed bound) {
        BitSet hits = answers(bound.outcome(), true);
        int most = known(item, printed).end(bound.cells(), hits, true);
        int least = known(item, printed).end(bound.cells(), hits, false);
        return most - least >= Math.min(ReleaseRule.UNANIMITY, bound.outcome().base(item.of(bound.cells())));
    }

    /** Answers in an outcome's base, or those alone that it is true of. */
    private static BitSet answers(Outcome outcome, boolean hits) {
        return IntStream.range(0, outcome.values().size())
                .filter(a -> hits
                        ? outcome.values().get(a) == 1
                        : !Double.isNaN(outcome.values().get(a)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private FeasibleTables known(ItemCounts item, List<Printed> printed) {
        FeasibleTables tables = new FeasibleTables(
                IntStream.range(0, item.cells()).mapToObj(item::of).toArray(int[][]::new));
        printed.forEach(p -> hold(tables, item, p.cells(), p.outcome(), p.limit()));
        List<Figure> ofItem = whole.stream()
                .filter(f -> outcome(item, f).isPresent() && f.limit().hasValue())
                .toList();
        boolean bounded = ofItem.stream()
                .anyMatch(f -> f.limit() != Limit.EXACT
                        && outcome(item, f).filter(Outcome::isHeadline).isPresent());
        boolean hasMean = item.outcomes().stream().anyMatch(o -> !o.isRate() && o.isHeadline());
        for (BitSet block : blocks) {
            if (hasMean && !bounded && !whole.isEmpty()) {
                tables.hold(block, IntStream.range(0, item.categories().size()).toArray());
            }
            ofItem.stream()
                    .filter(f -> f.limit() == Limit.EXACT)
                    .flatMap(f -> outcome(item, f).filter(Outcome::isHeadline).stream())
                    .forEach(o -> hold(tables, item, block, o, Limit.EXACT));
        }
        ofItem.forEach(f -> hold(tables, item, unit.all(), outcome(item, f).orElseThrow(), f.limit()));
        return tables;
    }

    private static void hold(FeasibleTables tables, ItemCounts item, BitSet cells, Outcome outcome, Limit limit) {
        int[] counts = item.of(cells);
        int base = outcome.base(counts);
        int few = Math.min(ReleaseRule.UNANIMITY, base);
        tables.hold(cells, answers(outcome, false), base, base);
        BitSet hits = answers(outcome, true);
        switch (limit) {
            case EXACT -> {
                int sum = (int) outcome.sum(counts);
                tables.hold(cells, hits, sum, sum);
            }
            case AT_MOST -> tables.hold(cells, hits, 0, few);
            case AT_LEAST -> tables.hold(cells, hits, base - few, base);
            default -> {}
        }
    }
}
