package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Everything printed about the rated items of an enterprise, as its reader sees it: numbers, bases, groups, weights. It is
 * read from a release, or printed by a rule that only looks at group sizes. Enterprises of a roll-up stand beside one
 * another, their cells in turn.
 */
final class Publication {
    private static final int[] SATISFIED = {0};
    private static final int[] DISSATISFIED = {2};
    private static final int[] ANSWERED = {0, 1, 2};

    /** Cells of each printed group. */
    final List<List<Integer>> groups = new ArrayList<>();

    /** Cells of each weighting block, whose counts the attacker is taken to have solved. */
    final List<List<Integer>> blocks = new ArrayList<>();

    /** Cells of what is left of each dimension when its printed groups are taken away. */
    final List<List<Integer>> rests = new ArrayList<>();

    /** What is printed as a bound. */
    final List<Bound> bounds = new ArrayList<>();

    private final UnitCounts counts;
    private final Map<String, List<Consumer<Attacker>>> known = new HashMap<>();

    /** What weighted rates with four decimals tell, as printed, and as if they were solved for the sums of their blocks. */
    private final Map<String, List<Consumer<Attacker>>> weighted = new HashMap<>();

    private final Map<String, List<Consumer<Attacker>>> solved = new HashMap<>();

    /**
     * A rate of some cells that is printed as a bound.
     *
     * @param hits answers that make the rate
     * @param base how many people it can be true of
     */
    record Bound(String item, List<Integer> cells, int[] hits, int base) {}

    Publication(UnitCounts counts) {
        this.counts = counts;
    }

    /** What a release prints. */
    static Publication of(UnitCounts counts, Release release) {
        Publication made = new Publication(counts);
        made.add(release);
        return made;
    }

    /** Reads one more release of the same responses. */
    void add(Release release) {
        add(release, counts, 0);
    }

    /** Reads the release of one of several enterprises, whose cells begin somewhere. */
    void add(Release release, UnitCounts own, int from) {
        List<Integer> everyone =
                IntStream.range(from, from + own.cells().size()).boxed().toList();
        double[] weights = new double[counts.cells().size()];
        if (release.whole().shown() == Shown.YES) {
            groups.add(everyone);
        }
        for (List<String> block : release.terms().blocks()) {
            List<Integer> cells = everyone.stream()
                    .filter(c -> block.contains(own.cells().get(c - from).name()))
                    .toList();
            double people = cells.stream().mapToInt(this::respondents).sum();
            double workers = cells.stream()
                    .mapToInt(c -> own.cells().get(c - from).headcount())
                    .sum();
            cells.forEach(c -> weights[c] = people == 0 ? 0 : workers / people);
            if (release.whole().shown() == Shown.YES) {
                blocks.add(cells);
            }
        }
        List<List<Integer>> blocksOfOne = release.terms().blocks().stream()
                .map(block -> everyone.stream()
                        .filter(c -> block.contains(own.cells().get(c - from).name()))
                        .toList())
                .toList();
        release.whole().figures().forEach(f -> whole(f, everyone, weights, blocksOfOne));
        for (ReleasedTable table : release.tables().subList(1, release.tables().size())) {
            List<Integer> rest = new ArrayList<>(everyone);
            for (ReleasedTable.Group group : table.groups()) {
                if (group.shown() == Shown.YES) {
                    List<Integer> cells = cells(own, from, table.dimension(), group.name());
                    groups.add(cells);
                    rest.removeAll(cells);
                    group.figures().forEach(f -> group(f, cells));
                }
            }
            if (rest.size() < everyone.size()) {
                rests.add(rest);
            }
        }
    }

    /** Reads the sum over some cells: all of its counts of each item that it does not leave out, as if they were printed. */
    void sum(List<Integer> cells, List<String> withheld) {
        groups.add(cells);
        counts.items().stream()
                .filter(i -> i.categories().size() == RandomEnterprise.POINTS.size() && !withheld.contains(i.code()))
                .forEach(i -> exact(i, cells));
    }

    /** A rule that shows every group of so many, and a total weighted by cell. */
    static Publication plain(UnitCounts counts, int threshold) {
        Publication made = new Publication(counts);
        List<Integer> everyone =
                IntStream.range(0, counts.cells().size()).boxed().toList();
        made.groups.add(everyone);
        for (ItemCounts item : counts.items()) {
            if (item.categories().size() != RandomEnterprise.POINTS.size()) {
                continue;
            }
            made.exact(item, everyone);
            for (Dimension dimension : counts.dimensions()) {
                for (String name : dimension.groups()) {
                    List<Integer> cells = cells(counts, 0, dimension.name(), name);
                    if (cells.stream().mapToInt(made::respondents).sum() >= threshold) {
                        made.exact(item, cells);
                        if (!made.groups.contains(cells)) {
                            made.groups.add(cells);
                        }
                    }
                }
            }
        }
        return made;
    }

    private void exact(ItemCounts item, List<Integer> cells) {
        int[] sums = new int[Attacker.ANSWERS];
        for (int cell : cells) {
            int[] answers = answers(item.of(cell));
            for (int a = 0; a < sums.length; a++) {
                sums[a] += answers[a];
            }
        }
        for (int a = 0; a < sums.length; a++) {
            int[] answer = {a};
            int sum = sums[a];
            learn(item.code(), attacker -> attacker.learn(cells, answer, sum, sum));
        }
    }

    /** Five points and silence as satisfied, in between, dissatisfied, silent. */
    static int[] answers(int[] counts) {
        return new int[] {counts[3] + counts[4], counts[2], counts[0] + counts[1], counts[5]};
    }

    private void whole(Figure figure, List<Integer> everyone, double[] weights, List<List<Integer>> blocksOfOne) {
        int[] hits = figure.statistic().equals("satisfied") ? SATISFIED : DISSATISFIED;
        if (figure.statistic().equals("index")
                || !figure.item().startsWith("Q")
                || !figure.category().isEmpty()
                || !figure.limit().hasValue()) {
            return;
        }
        int base = figure.estimate().sampleSize();
        learn(figure.item(), a -> a.learn(everyone, ANSWERED, base, base));
        if (figure.limit() == Limit.EXACT) {
            learn(
                    weighted,
                    figure.item(),
                    a -> a.learnRate(weights, hits, ANSWERED, figure.estimate().value(), 0.5e-4 + 1e-9));
            for (List<Integer> block : blocksOfOne) {
                int sum = count(figure.item(), block, hits);
                int answered = count(figure.item(), block, ANSWERED);
                learn(solved, figure.item(), a -> a.learn(block, hits, sum, sum));
                learn(solved, figure.item(), a -> a.learn(block, ANSWERED, answered, answered));
            }
        } else {
            bound(figure, everyone, hits);
        }
    }

    private void group(Figure figure, List<Integer> cells) {
        if (!figure.item().startsWith("Q") || !figure.limit().hasValue()) {
            return;
        }
        int base = figure.estimate().sampleSize();
        int[] hits = figure.statistic().equals("satisfied") ? SATISFIED : DISSATISFIED;
        learn(figure.item(), a -> a.learn(cells, ANSWERED, base, base));
        if (figure.limit() == Limit.EXACT) {
            double percent = 100 * figure.estimate().value();
            double low = Math.ceil((percent - 0.5) * base / 100 - 1e-9);
            double high = Math.ceil((percent + 0.5) * base / 100 - 1e-9) - 1;
            learn(figure.item(), a -> a.learn(cells, hits, low, high));
        } else {
            bound(figure, cells, hits);
        }
    }

    private void bound(Figure figure, List<Integer> cells, int[] hits) {
        int base = figure.estimate().sampleSize();
        boolean least = figure.limit() == Limit.AT_LEAST;
        bounds.add(new Bound(figure.item(), cells, hits, base));
        learn(figure.item(), a -> a.learn(cells, hits, least ? base - 2 : 0, least ? base : 2));
    }

    private int count(String item, List<Integer> cells, int[] of) {
        ItemCounts counted = counts.items().stream()
                .filter(i -> i.code().equals(item))
                .findFirst()
                .orElseThrow();
        return cells.stream()
                .mapToInt(c ->
                        Arrays.stream(of).map(a -> answers(counted.of(c))[a]).sum())
                .sum();
    }

    private void learn(String item, Consumer<Attacker> what) {
        learn(known, item, what);
    }

    private static void learn(Map<String, List<Consumer<Attacker>>> known, String item, Consumer<Attacker> what) {
        known.computeIfAbsent(item, i -> new ArrayList<>()).add(what);
    }

    /**
     * An attacker of one item who knows what is printed, and of what is printed exactly the sums of the weighting blocks; of
     * what is printed as a bound he knows no more.
     */
    Attacker reader(ItemCounts item) {
        return attacker(item.code(), solved);
    }

    private Attacker attacker(String item, Map<String, List<Consumer<Attacker>>> of) {
        Attacker attacker =
                new Attacker(counts.cells().stream().mapToInt(Cell::respondents).toArray());
        known.getOrDefault(item, List.of()).forEach(k -> k.accept(attacker));
        of.getOrDefault(item, List.of()).forEach(k -> k.accept(attacker));
        return attacker;
    }

    /** An attacker of one item who knows all this, and the counts of every weighting block. */
    Attacker attacker(ItemCounts item) {
        Attacker attacker = attacker(item.code(), weighted);
        for (List<Integer> block : blocks) {
            int[] sums = new int[Attacker.ANSWERS];
            block.forEach(c -> {
                int[] answers = answers(item.of(c));
                for (int a = 0; a < sums.length; a++) {
                    sums[a] += answers[a];
                }
            });
            for (int a = 0; a < sums.length; a++) {
                attacker.learn(block, new int[] {a}, sums[a], sums[a]);
            }
        }
        return attacker;
    }

    /** Whether nothing but response counts is printed. */
    boolean isSilent() {
        return known.isEmpty() && weighted.isEmpty() && blocks.isEmpty();
    }

    static List<Integer> cells(UnitCounts own, int from, String dimension, String group) {
        Dimension of = own.dimensions().stream()
                .filter(d -> d.name().equals(dimension))
                .findFirst()
                .orElseThrow();
        int place = of.groups().indexOf(group);
        return IntStream.range(0, of.groupOf().size())
                .filter(c -> of.groupOf().get(c) == place)
                .map(c -> c + from)
                .boxed()
                .toList();
    }

    int respondents(int cell) {
        return counts.cells().get(cell).respondents();
    }

    int respondents(Collection<Integer> cells) {
        return cells.stream().mapToInt(this::respondents).sum();
    }
}
