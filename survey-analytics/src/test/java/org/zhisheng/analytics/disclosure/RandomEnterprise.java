package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.Estimate;

/**
 * A made-up enterprise: up to 8 workshops by 3 employment types by 2 sexes of uneven sizes, each answering at a rate of its
 * own, with opinions that differ between workshops.
 *
 * @param counts what was counted
 */
public record RandomEnterprise(UnitCounts counts) {
    static final List<String> POINTS = List.of("VD", "D", "N", "S", "VS", "");
    private static final double NAN = Double.NaN;

    /** The figures of a rated item, as the scheme has them. */
    static final List<Outcome> RATED = List.of(
            new Outcome("", "satisfied", Detail.TWO_WAY, false, List.of(0.0, 0.0, 0.0, 1.0, 1.0, NAN)),
            new Outcome("", "dissatisfied", Detail.THREE_WAY, false, List.of(1.0, 1.0, 0.0, 0.0, 0.0, NAN)),
            new Outcome("", "index", Detail.TWO_WAY, false, List.of(20.0, 40.0, 60.0, 80.0, 100.0, NAN)));

    /** The figure of an option of a multiple choice. */
    static Outcome option(String code) {
        return new Outcome(code, "share", Detail.TWO_WAY, true, List.of(1.0, 0.0, NAN));
    }

    /** An enterprise of 20 to 2,000 workers, small ones as likely as large ones. */
    static RandomEnterprise draw(SplittableRandom random, int rated, int options) {
        return draw(random, (int) Math.round(20 * Math.pow(100, random.nextDouble())), rated, options);
    }

    /** An enterprise of a given size. */
    public static RandomEnterprise draw(SplittableRandom random, int workers, int rated, int options) {
        int[] levels = {1 + random.nextInt(8), 1 + random.nextInt(3), 1 + random.nextInt(2)};
        return draw(random, workers, levels, rated, options);
    }

    /** An enterprise of a given size and number of workshops, types and sexes. */
    public static RandomEnterprise draw(SplittableRandom random, int workers, int[] levels, int rated, int options) {
        int n = levels[0] * levels[1] * levels[2];
        double[] share = IntStream.range(0, n)
                .mapToDouble(c -> Math.pow(random.nextDouble(), 2) + 0.01)
                .toArray();
        double sum = Arrays.stream(share).sum();
        int[] headcount = Arrays.stream(share)
                .mapToInt(s -> (int) Math.round(workers * s / sum))
                .toArray();
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            double rate = 0.3 + 0.6 * random.nextDouble();
            int answered = 0;
            for (int w = 0; w < headcount[c]; w++) {
                answered += random.nextDouble() < rate ? 1 : 0;
            }
            cells.add(new Cell("c" + c, headcount[c], answered));
        }
        List<Dimension> dimensions = new ArrayList<>();
        int stride = 1;
        for (int d = 0; d < levels.length; d++) {
            int step = stride;
            int level = levels[d];
            dimensions.add(new Dimension(
                    "d" + d,
                    IntStream.range(0, level).mapToObj(g -> "g" + g).toList(),
                    IntStream.range(0, n).map(c -> c / step % level).boxed().toList()));
            stride *= level;
        }
        return new RandomEnterprise(new UnitCounts(cells, dimensions, items(random, cells, levels[0], rated, options)));
    }

    /** The same enterprise asked again: the same cells, new answers. */
    RandomEnterprise again(SplittableRandom random) {
        List<ItemCounts> items = items(
                random,
                counts.cells(),
                counts.dimensions().getFirst().groups().size(),
                (int) counts.items().stream()
                        .filter(i -> i.categories().size() == POINTS.size())
                        .count(),
                (int) counts.items().stream()
                        .filter(i -> i.categories().size() == 3)
                        .count());
        return new RandomEnterprise(new UnitCounts(counts.cells(), counts.dimensions(), items));
    }

    private static List<ItemCounts> items(
            SplittableRandom random, List<Cell> cells, int workshops, int rated, int options) {
        List<ItemCounts> items = new ArrayList<>();
        for (int i = 0; i < rated; i++) {
            double mood = 0.5 + 0.45 * random.nextDouble();
            double[] shift = IntStream.range(0, workshops)
                    .mapToDouble(w -> 0.5 * (random.nextDouble() - 0.5))
                    .toArray();
            int[][] counts = new int[cells.size()][POINTS.size()];
            for (int c = 0; c < counts.length; c++) {
                double p = Math.clamp(mood + shift[c % workshops], 0.02, 0.98);
                for (int k = 0; k < cells.get(c).respondents(); k++) {
                    int category = random.nextInt(25) == 0 ? 5 : binomial(random, 4, p);
                    counts[c][category]++;
                }
            }
            items.add(new ItemCounts("Q" + i, POINTS, counts, RATED));
        }
        for (int o = 0; o < options; o++) {
            double p = 0.02 + 0.5 * random.nextDouble();
            int[][] counts = new int[cells.size()][3];
            for (int c = 0; c < counts.length; c++) {
                for (int k = 0; k < cells.get(c).respondents(); k++) {
                    counts[c][random.nextInt(40) == 0 ? 2 : random.nextDouble() < p ? 0 : 1]++;
                }
            }
            items.add(new ItemCounts("T1", List.of("yes", "no", ""), counts, List.of(option("T" + o))));
        }
        return items;
    }

    private static int binomial(SplittableRandom random, int n, double p) {
        int hits = 0;
        for (int i = 0; i < n; i++) {
            hits += random.nextDouble() < p ? 1 : 0;
        }
        return hits;
    }

    /** Weight of each cell where respondents of a block stand for the block's workers. */
    static double[] weights(UnitCounts counts, List<BitSet> blocks) {
        double[] weights = new double[counts.cells().size()];
        for (BitSet block : blocks) {
            int people = counts.size(block);
            block.stream().forEach(c -> weights[c] = people == 0 ? 0 : (double) counts.headcount(block) / people);
        }
        return weights;
    }

    /** Weighted estimates of the whole unit. */
    public static Headlines headlines(UnitCounts counts, List<BitSet> blocks) {
        double[] weights = weights(counts, blocks);
        List<Figure> figures = new ArrayList<>();
        for (ItemCounts item : counts.items()) {
            for (Outcome outcome : item.outcomes()) {
                double sum = 0;
                double base = 0;
                for (int c = 0; c < weights.length; c++) {
                    sum += weights[c] * outcome.sum(item.of(c));
                    base += weights[c] * outcome.base(item.of(c));
                }
                int n = outcome.base(item.of(counts.all()));
                figures.add(new Figure(
                        item.code(),
                        outcome.category(),
                        new Estimate(
                                outcome.statistic(), sum / base, 0.01, null, n - 1, n, NAN, "weighted", List.of())));
            }
        }
        return new Headlines(
                Math.max(1, counts.headcount(counts.all())), counts.respondents(), 0.95, figures, List.of(), List.of());
    }
}
