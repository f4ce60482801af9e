package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
    private final GroupPartition partition;
    private final Map<Integer, List<Figure>> figures = new TreeMap<>();

    private GroupFigures(UnitCounts unit, int place, Protection protection, Pattern pattern, double level) {
        this.unit = unit;
        this.dimension = unit.dimensions().get(place);
        this.place = place;
        this.protection = protection;
        this.pattern = pattern;
        this.level = level;
        this.partition = GroupPartition.of(unit, place, protection, pattern);
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
        Map<String, List<GroupRate>> byItem = new LinkedHashMap<>();
        for (ItemCounts item : unit.items()) {
            for (Outcome outcome : item.outcomes()) {
                if (!isInThree(item) && isShown(item, outcome)) {
                    byItem.computeIfAbsent(item.code(), c -> new ArrayList<>())
                            .add(new GroupRate(partition, item, outcome));
                }
            }
            if (isInThree(item)) {
                byItem.put(
                        item.code(),
                        item.threeWay().stream()
                                .map(o -> new GroupRate(partition, item, o))
                                .toList());
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

    /** Settles each figure over the groups, and the options of one single choice in each group, until both hold. */
    private void settle(List<GroupRate> parts) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (GroupRate part : parts) {
                changed |= part.settle(parts);
            }
            boolean distribution = parts.size() > 1
                    && parts.stream()
                            .allMatch(p ->
                                    p.item == parts.getFirst().item && (isInThree(p.item) || !p.outcome.isHeadline()));
            for (int g = 0; distribution && g < parts.getFirst().groups().size(); g++) {
                changed |= settleOptions(parts, g);
            }
        }
    }

    private boolean settleOptions(List<GroupRate> options, int group) {
        long[] hits = options.stream().mapToLong(p -> p.hits[group]).toArray();
        long[] bases = options.stream().mapToLong(p -> p.bases[group]).toArray();
        Limit[] limits = options.stream().map(p -> p.limits[group]).toArray(Limit[]::new);
        boolean changed =
                Unanimity.settle(hits, bases, bases, limits, protection.rule().minimumGroup());
        for (int i = 0; i < limits.length; i++) {
            options.get(i).limits[group] = limits[i];
        }
        return changed;
    }

    private void print(GroupRate part) {
        if (part.outcome.statistic().equals(ItemCounts.OTHERS)) {
            return;
        }
        for (int i = 0; i < part.groups().size(); i++) {
            int group = part.groups().get(i);
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
