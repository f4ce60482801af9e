package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
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
            new Outcome("", "index", Detail.TWO_WAY, false, List.of(20.0, 40.0, 60.0, 80.0, 100.0, NAN)),
            share(0),
            share(1),
            share(2),
            share(3),
            share(4));

    private static Outcome share(int point) {
        List<Double> values = new ArrayList<>(Collections.nCopies(5, 0.0));
        values.set(point, 1.0);
        values.add(NAN);
        return new Outcome(POINTS.get(point), "share", Detail.EVERYTHING, false, values);
    }

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

    /** Weighted estimates of the whole unit, with the errors and covariances of post-stratified ratios. */
    public static Headlines headlines(UnitCounts counts, List<BitSet> blocks) {
        double[] weights = weights(counts, blocks);
        List<Figure> figures = new ArrayList<>();
        List<Covariance> covariances = new ArrayList<>();
        for (ItemCounts item : counts.items()) {
            for (Outcome outcome : item.outcomes()) {
                int n = outcome.base(item.of(counts.all()));
                double error = Math.sqrt(covariance(counts, blocks, item, outcome, outcome));
                figures.add(new Figure(
                        item.code(),
                        outcome.category(),
                        new Estimate(
                                outcome.statistic(),
                                ratio(item, outcome, weights),
                                error,
                                null,
                                n - 1,
                                n,
                                NAN,
                                "weighted",
                                List.of())));
            }
            if (item.outcomes().equals(RATED)) {
                List<Outcome> headlines = RATED.subList(0, 3);
                for (Outcome one : headlines) {
                    for (Outcome other : headlines.subList(headlines.indexOf(one), headlines.size())) {
                        covariances.add(new Covariance(
                                item.code() + " " + one.statistic(),
                                item.code() + " " + other.statistic(),
                                covariance(counts, blocks, item, one, other)));
                    }
                }
            }
        }
        return new Headlines(
                Math.max(1, counts.headcount(counts.all())),
                counts.respondents(),
                0.95,
                figures,
                List.of(),
                covariances);
    }

    private static double ratio(ItemCounts item, Outcome outcome, double[] weights) {
        double sum = 0;
        double base = 0;
        for (int c = 0; c < weights.length; c++) {
            sum += weights[c] * outcome.sum(item.of(c));
            base += weights[c] * outcome.base(item.of(c));
        }
        return sum / base;
    }

    /** Taylor's linearisation: residuals from the ratio, within blocks, with the finite population correction. */
    static double covariance(UnitCounts counts, List<BitSet> blocks, ItemCounts item, Outcome one, Outcome other) {
        double[] weights = weights(counts, blocks);
        double first = ratio(item, one, weights);
        double second = ratio(item, other, weights);
        double sum = 0;
        double[] base = new double[2];
        for (int c = 0; c < weights.length; c++) {
            base[0] += weights[c] * one.base(item.of(c));
            base[1] += weights[c] * other.base(item.of(c));
        }
        for (BitSet block : blocks) {
            double n = counts.size(block);
            double workers = counts.headcount(block);
            int[] of = item.of(block);
            double[] moments = new double[3];
            for (int k = 0; k < of.length; k++) {
                double a = Double.isNaN(one.values().get(k)) ? 0 : one.values().get(k) - first;
                double b =
                        Double.isNaN(other.values().get(k)) ? 0 : other.values().get(k) - second;
                moments[0] += of[k] * a;
                moments[1] += of[k] * b;
                moments[2] += of[k] * a * b;
            }
            if (n > 1) {
                double spread = (moments[2] - moments[0] * moments[1] / n) / (n - 1);
                sum += workers * workers * (1 - n / workers) * spread / n;
            }
        }
        return sum / (base[0] * base[1]);
    }
}
