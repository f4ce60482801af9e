package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What merging before weighting costs: how many blocks are left beside those that size alone would leave, how often all
 * weights are lost, and by how many standard errors the rates of the whole unit then differ from fully weighted ones. Workshops
 * answer at rates of 45 to 75 %, and between 4 and 9 of 10 are satisfied with an item, not the same in each workshop.
 */
@Tag("simulation")
final class WeightsKeptTest {
    private static final ReleaseRule RULE = new ReleaseRule(10);
    private static final int UNITS = Boolean.getBoolean("zhisheng.long") ? 100 : 12;

    @ParameterizedTest
    @CsvSource({"48, 3, 1", "120, 4, 2", "400, 6, 2", "1000, 8, 1", "1000, 8, 3"})
    void aLostWeightCostsLessThanTheErrorOfAFigure(int workers, int workshops, int types) {
        SplittableRandom random = new SplittableRandom(7);
        int weighted = 0;
        int lost = 0;
        int[] blocks = new int[2];
        List<Double> shifts = new ArrayList<>();
        for (int u = 0; u < UNITS; u++) {
            UnitCounts unit = draw(random, workers, workshops, types, 10);
            List<BitSet> bySize = blocks(new UnitCounts(unit.cells(), unit.dimensions(), List.of()));
            if (bySize.size() < 2) {
                continue;
            }
            List<BitSet> kept = blocks(unit);
            weighted++;
            lost += kept.size() == 1 ? 1 : 0;
            blocks[0] += kept.size();
            blocks[1] += bySize.size();
            shifts.addAll(shifts(unit, bySize, kept));
        }
        double shift = shifts.stream().mapToDouble(d -> d).average().orElseThrow();
        long far = shifts.stream().filter(s -> s > 1.96).count();
        System.out.printf(
                "‣ %d workers, %d workshops, %d types: all weights lost in %d of %d units; blocks %d of %d;"
                        + " rates shift by %.2f errors, %d of %d by more than 1.96%n",
                workers, workshops, types, lost, weighted, blocks[0], blocks[1], shift, far, shifts.size());
        assertTrue(blocks[0] >= weighted && blocks[0] <= blocks[1], "blocks are merged, never parted");
        assertTrue(shift < 0.6, "rates shift by " + shift + " errors");
        assertTrue(far <= 0.02 * shifts.size(), far + " of " + shifts.size() + " rates are out of their intervals");
    }

    private static List<BitSet> blocks(UnitCounts unit) {
        return Protector.protect(unit, List.of(), RULE).blockCells();
    }

    private static List<Double> shifts(UnitCounts unit, List<BitSet> full, List<BitSet> kept) {
        List<Double> shifts = new ArrayList<>();
        for (ItemCounts item : unit.items()) {
            Outcome rate = item.outcomes().getFirst();
            double error = Math.sqrt(RandomEnterprise.covariance(unit, full, item, rate, rate));
            // Where all are of one mind, no weight matters.
            if (error > 0) {
                shifts.add(Math.abs(rate(unit, full, item, rate) - rate(unit, kept, item, rate)) / error);
            }
        }
        return shifts;
    }

    private static double rate(UnitCounts unit, List<BitSet> blocks, ItemCounts item, Outcome rate) {
        double[] weights = RandomEnterprise.weights(unit, blocks);
        double hits = 0;
        double base = 0;
        for (int c = 0; c < weights.length; c++) {
            hits += weights[c] * rate.sum(item.of(c));
            base += weights[c] * rate.base(item.of(c));
        }
        return hits / base;
    }

    private static UnitCounts draw(SplittableRandom random, int workers, int workshops, int types, int items) {
        double[] share = IntStream.range(0, workshops * types)
                .mapToDouble(c -> (0.5 + random.nextDouble()) / Math.pow(3, c / workshops))
                .toArray();
        double sum = IntStream.range(0, share.length).mapToDouble(c -> share[c]).sum();
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < share.length; c++) {
            int headcount = (int) Math.round(workers * share[c] / sum);
            cells.add(new Cell("c" + c, headcount, hits(random, headcount, 0.45 + 0.3 * random.nextDouble())));
        }
        List<Dimension> dimensions = List.of(
                new Dimension(
                        "workshop",
                        names(workshops),
                        IntStream.range(0, share.length)
                                .map(c -> c % workshops)
                                .boxed()
                                .toList()),
                new Dimension(
                        "type",
                        names(types),
                        IntStream.range(0, share.length)
                                .map(c -> c / workshops)
                                .boxed()
                                .toList()));
        List<ItemCounts> rated = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            rated.add(new ItemCounts(
                    "Q" + i, RandomEnterprise.POINTS, answers(random, cells, workshops), RandomEnterprise.RATED));
        }
        return new UnitCounts(cells, dimensions, rated);
    }

    private static int[][] answers(SplittableRandom random, List<Cell> cells, int workshops) {
        double mood = 0.55 + 0.33 * random.nextDouble();
        double[] shift = IntStream.range(0, workshops)
                .mapToDouble(w -> 0.24 * (random.nextDouble() - 0.5))
                .toArray();
        int[][] counts = new int[cells.size()][RandomEnterprise.POINTS.size()];
        for (int c = 0; c < counts.length; c++) {
            for (int k = 0; k < cells.get(c).respondents(); k++) {
                boolean silent = random.nextInt(25) == 0;
                counts[c][silent ? 5 : hits(random, 4, Math.clamp(mood + shift[c % workshops], 0.05, 0.97))]++;
            }
        }
        return counts;
    }

    private static int hits(SplittableRandom random, int n, double p) {
        return (int) IntStream.range(0, n).filter(i -> random.nextDouble() < p).count();
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(g -> "g" + g).toList();
    }
}
