package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.Estimate;

/**
 * The figures of the groups of one dimension. They are plain rates of the group's respondents in whole percent: weights
 * within a group would give away what it is made of. Their errors follow from the printed rate and the printed base alone,
 * so that they tell nothing more.
 */
final class GroupFigures {
    private static final String METHOD = "proportion of respondents in whole percent, Wilson interval";
    private static final List<String> CONVENTIONS = List.of(
            "unweighted within the group",
            "error and interval from the printed percent and base",
            "finite population correction where the headcount is known");

    private final UnitCounts unit;
    private final Dimension dimension;
    private final int place;
    private final Protection protection;
    private final Pattern pattern;
    private final double level;
    private final List<int[]> blocksOfGroups;
    private final Map<Integer, List<Figure>> figures = new TreeMap<>();

    private GroupFigures(UnitCounts unit, int place, Protection protection, Pattern pattern, double level) {
        this.unit = unit;
        this.dimension = unit.dimensions().get(place);
        this.place = place;
        this.protection = protection;
        this.pattern = pattern;
        this.level = level;
        this.blocksOfGroups = blocksOfGroups();
    }

    /** The released table of a dimension. */
    static ReleasedTable table(
            UnitCounts unit,
            int dimension,
            Protection protection,
            Pattern pattern,
            Headlines headlines,
            boolean countsArePublic) {
        GroupFigures made = new GroupFigures(unit, dimension, protection, pattern, headlines.level());
        made.fill(headlines.composites());
        return made.table(countsArePublic);
    }

    private ReleasedTable table(boolean countsArePublic) {
        List<ReleasedTable.Group> groups = new ArrayList<>();
        for (int g = 0; g < dimension.groups().size(); g++) {
            BitSet cells = dimension.cells(g);
            int size = unit.size(cells);
            boolean yes = pattern.shows(place, g);
            Shown shown = yes
                    ? Shown.YES
                    : size == 0 ? Shown.EMPTY : protection.rule().small(size) ? Shown.TOO_FEW : Shown.PROTECTS_OTHERS;
            groups.add(new ReleasedTable.Group(
                    dimension.groups().get(g),
                    unit.headcount(cells),
                    yes || countsArePublic ? size : -1,
                    // Whether a demographic's group is empty or small is not public.
                    countsArePublic || yes ? shown : Shown.TOO_FEW,
                    yes ? figures.getOrDefault(g, List.of()) : List.of()));
        }
        return new ReleasedTable(dimension.name(), groups);
    }

    private void fill(List<Composite> composites) {
        Map<String, List<Part>> byItem = new LinkedHashMap<>();
        for (ItemCounts item : unit.items()) {
            for (Outcome outcome : item.outcomes()) {
                if (!isInThree(item) && isShown(item, outcome)) {
                    byItem.computeIfAbsent(item.code(), c -> new ArrayList<>()).add(new Part(item, outcome));
                }
            }
            if (isInThree(item)) {
                byItem.put(
                        item.code(),
                        item.threeWay().stream().map(o -> new Part(item, o)).toList());
            }
        }
        byItem.values().forEach(this::settle);
        byItem.values()
                .forEach(parts -> parts.stream()
                        .sorted(Comparator.comparingInt(p -> p.item.outcomes().indexOf(p.outcome)))
                        .forEach(this::print));
        if (protection.detail() == Detail.EVERYTHING) {
            Map<String, ItemCounts> items = new LinkedHashMap<>();
            unit.items().forEach(i -> items.putIfAbsent(i.code(), i));
            composites.forEach(c -> print(c, items));
        }
    }

    private boolean isInThree(ItemCounts item) {
        return protection.detail() == Detail.THREE_WAY && item.isNominal();
    }

    /** Options of one item are shown from the size on that shows everything, and only where no rate sums them up. */
    private boolean isShown(ItemCounts item, Outcome outcome) {
        if (!outcome.isRate() || outcome.detail().compareTo(protection.detail()) > 0) {
            return false;
        }
        boolean summedUp = item.outcomes().stream().anyMatch(o -> o.isRate() && o.isHeadline());
        return outcome.isHeadline() || protection.detail() == Detail.EVERYTHING && !(summedUp && !outcome.choice());
    }

    /**
     * The weighting blocks that several whole groups make up: the places of those groups, the shown ones in turn, then what
     * is left.
     */
    private List<int[]> blocksOfGroups() {
        List<BitSet> parts = new ArrayList<>();
        BitSet rest = unit.all();
        pattern.shown().get(place).stream().mapToObj(dimension::cells).forEach(g -> {
            parts.add(g);
            rest.andNot(g);
        });
        parts.add(rest);
        List<int[]> made = new ArrayList<>();
        // Blocks are of the frame's cells; a demographic has none of its own.
        for (BitSet block : unit == protection.frame() ? protection.blockCells() : List.<BitSet>of()) {
            int[] inside = IntStream.range(0, parts.size())
                    .filter(i -> contains(block, parts.get(i)))
                    .toArray();
            int people = IntStream.of(inside).map(i -> unit.size(parts.get(i))).sum();
            if (inside.length > 1 && inside.length < parts.size() && people == unit.size(block)) {
                made.add(inside);
            }
        }
        return made;
    }

    private boolean contains(BitSet block, BitSet group) {
        BitSet outside = (BitSet) group.clone();
        outside.andNot(block);
        return unit.size(outside) == 0 && unit.size(group) > 0;
    }

    /** One figure over all groups: the shown ones, then what is left. */
    private final class Part {
        final ItemCounts item;
        final Outcome outcome;
        final List<Integer> groups;
        final long[] hits;
        final long[] bases;
        final Limit[] limits;

        Part(ItemCounts item, Outcome outcome) {
            this.item = item;
            this.outcome = outcome;
            this.groups = pattern.shown().get(place).stream().boxed().toList();
            BitSet rest = unit.all();
            groups.forEach(g -> rest.andNot(dimension.cells(g)));
            boolean[] printable = new boolean[groups.size() + 1];
            hits = new long[printable.length];
            bases = new long[printable.length];
            for (int i = 0; i < printable.length; i++) {
                printable[i] = i < groups.size();
                int[] counts = item.of(printable[i] ? dimension.cells(groups.get(i)) : rest);
                hits[i] = (long) outcome.sum(counts);
                bases[i] = outcome.base(counts);
            }
            limits = Unanimity.alone(hits, bases, printable, protection.rule().minimumGroup());
        }

        boolean settle(List<Part> beside) {
            int[] all = item.of(unit.all());
            if (ReleaseRule.unanimous((long) outcome.sum(all), outcome.base(all))) {
                return false;
            }
            long[] most = most(beside);
            boolean changed = Unanimity.settle(
                    hits, bases, most, limits, protection.rule().minimumGroup());
            for (int[] together : blocksOfGroups) {
                changed |= settle(together, most);
            }
            return changed;
        }

        /** Whom it can be true of where other rates of the same people, of which none has it too, are printed. */
        private long[] most(List<Part> beside) {
            long[] most = bases.clone();
            for (Part other : beside) {
                for (int i = 0; i < most.length && excludes(other); i++) {
                    if (other.isKnown(i)) {
                        most[i] -= other.hits[i];
                    } else if (other.limits[i] == Limit.AT_LEAST) {
                        most[i] = Math.min(most[i], ReleaseRule.UNANIMITY);
                    }
                }
            }
            return most;
        }

        /** What is left of the groups is known where all of them are. */
        private boolean isKnown(int part) {
            return part < groups.size()
                    ? limits[part] == Limit.EXACT
                    : Arrays.stream(limits, 0, part).allMatch(l -> l == Limit.EXACT);
        }

        private boolean excludes(Part other) {
            return other != this
                    && other.item == item
                    && IntStream.range(0, item.categories().size()).allMatch(c -> {
                        double mine = outcome.values().get(c);
                        double theirs = other.outcome.values().get(c);
                        return Double.isNaN(mine) ? Double.isNaN(theirs) : mine + theirs <= 1;
                    });
        }

        /** Groups that make up a weighting block: what is weighted by it with four decimals gives away their sum. */
        private boolean settle(int[] together, long[] most) {
            Limit[] some = IntStream.of(together).mapToObj(i -> limits[i]).toArray(Limit[]::new);
            boolean changed = Unanimity.settle(
                    IntStream.of(together).mapToLong(i -> hits[i]).toArray(),
                    IntStream.of(together).mapToLong(i -> bases[i]).toArray(),
                    IntStream.of(together).mapToLong(i -> most[i]).toArray(),
                    some,
                    protection.rule().minimumGroup());
            for (int i = 0; i < together.length; i++) {
                limits[together[i]] = some[i];
            }
            return changed;
        }
    }

    /** Settles each figure over the groups, and the options of one single choice in each group, until both hold. */
    private void settle(List<Part> parts) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Part part : parts) {
                changed |= part.settle(parts);
            }
            boolean distribution = parts.size() > 1
                    && parts.stream()
                            .allMatch(p ->
                                    p.item == parts.getFirst().item && (isInThree(p.item) || !p.outcome.isHeadline()));
            for (int g = 0; distribution && g < parts.getFirst().groups.size(); g++) {
                changed |= settleOptions(parts, g);
            }
        }
    }

    private boolean settleOptions(List<Part> options, int group) {
        long[] hits = options.stream().mapToLong(p -> p.hits[group]).toArray();
        long[] bases = options.stream().mapToLong(p -> p.bases[group]).toArray();
        Limit[] limits = options.stream().map(p -> p.limits[group]).toArray(Limit[]::new);
        boolean changed = Unanimity.settle(
                hits, bases, bases, limits, protection.rule().minimumGroup());
        for (int i = 0; i < limits.length; i++) {
            options.get(i).limits[group] = limits[i];
        }
        return changed;
    }

    private void print(Part part) {
        if (part.outcome.statistic().equals(ItemCounts.OTHERS)) {
            return;
        }
        for (int i = 0; i < part.groups.size(); i++) {
            int group = part.groups.get(i);
            put(
                    group,
                    new Figure(
                            part.item.code(),
                            part.outcome.category(),
                            PrintedRate.of(
                                    part.outcome.statistic(),
                                    part.limits[i],
                                    Rounding.percent(part.hits[i], Math.max(1, part.bases[i])),
                                    part.bases[i],
                                    headcount(group),
                                    unit.size(dimension.cells(group)),
                                    level,
                                    METHOD,
                                    CONVENTIONS),
                            part.limits[i]));
        }
    }

    private int headcount(int group) {
        return unit.headcount(dimension.cells(group));
    }

    /** A composite is shown for a group only where all that it is made of is shown there exactly. */
    private void print(Composite composite, Map<String, ItemCounts> items) {
        if (!items.keySet().containsAll(composite.items())) {
            return;
        }
        for (int group : pattern.shown().get(place).stream().toArray()) {
            Set<String> open = exactItems(group);
            if (open.containsAll(composite.items())) {
                int[] least = {Integer.MAX_VALUE};
                double sum = composite.items().stream()
                        .mapToDouble(code -> mean(Objects.requireNonNull(items.get(code)), group, least))
                        .sum();
                put(
                        group,
                        new Figure(
                                composite.code(),
                                "",
                                points(sum / composite.items().size(), least[0])));
            }
        }
    }

    private static Estimate points(double mean, int base) {
        return new Estimate(
                "index",
                Rounding.whole(mean),
                Double.NaN,
                null,
                Double.NaN,
                base,
                Double.NaN,
                "mean of item means in whole points",
                List.of("unweighted within the group", "no error is printed"));
    }

    private double mean(ItemCounts item, int group, int[] least) {
        int[] counts = item.of(dimension.cells(group));
        Outcome index = item.outcomes().stream()
                .filter(o -> !o.isRate())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(item.code() + " has no mean to compose"));
        least[0] = Math.min(least[0], index.base(counts));
        return index.sum(counts) / index.base(counts);
    }

    private Set<String> exactItems(int group) {
        Set<String> exact = new java.util.HashSet<>();
        List<Figure> of = figures.getOrDefault(group, List.of());
        of.forEach(f -> exact.add(f.item()));
        of.stream().filter(f -> f.limit() != Limit.EXACT).forEach(f -> exact.remove(f.item()));
        return exact;
    }

    private void put(int group, Figure figure) {
        figures.computeIfAbsent(group, g -> new ArrayList<>()).add(figure);
    }
}
