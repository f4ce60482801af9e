package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Units in the order of their totals, with the interval of ranks and the groups that cannot be told apart.
 *
 * @param rows the best first
 * @param unranked names of units without a rating
 * @param pooledOnly names of units too small to be listed
 * @param bands how many of the listed units are in each band
 * @param method how the intervals were made
 */
public record LeagueTable(
        List<Row> rows, List<String> unranked, List<String> pooledOnly, Map<String, Integer> bands, Method method) {
    /** How rank intervals are made. */
    public enum Method {
        /** Draws around totals shrunken towards their mean. */
        SHRUNKEN,
        /** Sets by simultaneous pairwise tests. */
        PAIRWISE,
        /** Draws around the totals as they are; too narrow at the ends. */
        NAIVE
    }

    /**
     * One unit.
     *
     * @param rank by its rounded total; equal ones share the best rank
     * @param lower best rank of its interval
     * @param group the first of the groups of units that cannot be told apart in which it stands, from 1
     * @param lastGroup the last of them
     */
    public record Row(Score score, double standardError, int rank, int lower, int upper, int group, int lastGroup) {}

    /**
     * A scored unit.
     *
     * @param covered workers; negative where unknown
     */
    public record Entry(Score score, double standardError, long covered) {}

    /** Above so many units groups are not formed: the table would be longer than anybody reads. */
    private static final int MOST_GROUPED = 2000;

    public LeagueTable {
        rows = List.copyOf(rows);
        unranked = List.copyOf(unranked);
        pooledOnly = List.copyOf(pooledOnly);
    }

    /**
     * Ranks units.
     *
     * @param smallUnit units with fewer covered workers are not listed
     */
    public static LeagueTable of(
            List<Entry> entries, Method method, int smallUnit, Simulation rule, int threads, DoubleConsumer progress) {
        List<String> pooledOnly = entries.stream()
                .filter(e -> e.covered() >= 0 && e.covered() < smallUnit)
                .map(e -> e.score().unit())
                .toList();
        List<Entry> large = entries.stream()
                .filter(e -> e.covered() < 0 || e.covered() >= smallUnit)
                .toList();
        List<String> unranked = large.stream()
                .filter(e -> Double.isNaN(e.score().total()))
                .map(e -> e.score().unit())
                .toList();
        List<Entry> listed = large.stream()
                .filter(e -> !Double.isNaN(e.score().total()))
                .sorted(Comparator.comparingDouble((Entry e) -> -e.score().total()))
                .toList();
        Map<String, Integer> bands = new LinkedHashMap<>();
        listed.forEach(e -> {
            if (e.score().rating() instanceof Rating.Banded banded) {
                bands.merge(banded.band().id(), 1, Integer::sum);
            }
        });
        return new LeagueTable(rows(listed, method, rule, threads, progress), unranked, pooledOnly, bands, method);
    }

    private static List<Row> rows(
            List<Entry> listed, Method method, Simulation rule, int threads, DoubleConsumer progress) {
        double[] totals = listed.stream().mapToDouble(e -> e.score().total()).toArray();
        double[] errors = listed.stream().mapToDouble(Entry::standardError).toArray();
        int[] ranks = RankIntervals.ranks(
                listed.stream().mapToDouble(e -> e.score().rounded()).toArray());
        PairwiseRanks pairs = listed.size() < 2 || listed.size() > MOST_GROUPED
                ? null
                : PairwiseRanks.simultaneous(totals, errors, rule.level(), Math.min(rule.draws(), 2000), rule.seed());
        int[][] groups = groups(pairs, totals.length);
        int[][] bounds = bounds(totals, errors, method, pairs, rule, threads, progress);
        List<Row> rows = new ArrayList<>();
        for (int u = 0; u < totals.length; u++) {
            rows.add(new Row(
                    listed.get(u).score(),
                    errors[u],
                    ranks[u],
                    bounds[0][u],
                    bounds[1][u],
                    groups[0][u],
                    groups[1][u]));
        }
        return rows;
    }

    private static int[][] bounds(
            double[] totals,
            double[] errors,
            Method method,
            @Nullable PairwiseRanks pairs,
            Simulation rule,
            int threads,
            DoubleConsumer progress) {
        int n = totals.length;
        int[][] bounds = new int[2][n];
        if (n < 2) {
            java.util.Arrays.fill(bounds[0], 1);
            java.util.Arrays.fill(bounds[1], 1);
            return bounds;
        }
        if (method == Method.PAIRWISE) {
            PairwiseRanks sets = pairs == null
                    ? PairwiseRanks.simultaneous(totals, errors, rule.level(), rule.draws(), rule.seed())
                    : pairs;
            java.util.Arrays.setAll(bounds[0], sets::lower);
            java.util.Arrays.setAll(bounds[1], sets::upper);
            return bounds;
        }
        RankDraws draws = method == Method.SHRUNKEN
                ? new ShrunkenTotals(totals, errors, rule.seed())
                : new NaiveDraws(totals, errors, rule.seed());
        RankIntervals intervals = RankIntervals.of(draws, rule.draws(), rule.level(), threads, progress);
        java.util.Arrays.setAll(bounds[0], intervals::lower);
        java.util.Arrays.setAll(bounds[1], intervals::upper);
        return bounds;
    }

    private static int[][] groups(@Nullable PairwiseRanks pairs, int n) {
        int[][] of = new int[2][n];
        if (pairs == null) {
            return of;
        }
        List<List<Integer>> groups = pairs.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (int unit : groups.get(g)) {
                of[0][unit] = of[0][unit] == 0 ? g + 1 : of[0][unit];
                of[1][unit] = g + 1;
            }
        }
        return of;
    }
}
