package org.zhisheng.analytics.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A total number of answers divided over strata.
 *
 * @param method {@code proportional} or {@code Neyman}
 * @param shares one for each stratum, in the order given
 */
public record Allocation(String method, List<Share> shares) {
    public Allocation {
        shares = List.copyOf(shares);
    }

    /**
     * One stratum's part.
     *
     * @param stratum the stratum
     * @param exact its part before rounding, after full strata gave up their surplus
     * @param size its part in whole people, at most the headcount
     */
    public record Share(Stratum stratum, double exact, long size) {}

    /** Parts in proportion to the headcount, n·N_h/N. */
    public static Allocation proportional(List<Stratum> strata, long total, long minimum) {
        double[] measure = strata.stream().mapToDouble(Stratum::population).toArray();
        return new Allocation("proportional", divide(strata, measure, total, minimum));
    }

    /**
     * Parts that make the error of the overall mean smallest, n·N_h·S_h/ΣN·S (Neyman 1934). A stratum whose part would
     * pass its headcount is taken whole and the rest is divided again (Cochran 1977, section 5.8).
     *
     * @param minimum least answers from each stratum, or its headcount where that is smaller
     */
    public static Allocation neyman(List<Stratum> strata, long total, long minimum) {
        double[] measure = strata.stream()
                .mapToDouble(stratum -> stratum.population() * stratum.standardDeviation())
                .toArray();
        if (Arrays.stream(measure).sum() == 0) {
            throw new IllegalArgumentException(
                    "every stratum has a standard deviation of 0: there is nothing that Neyman allocation could weigh");
        }
        return new Allocation("Neyman", divide(strata, measure, total, minimum));
    }

    /** Sum of the whole parts. */
    public long total() {
        return shares.stream().mapToLong(Share::size).sum();
    }

    private static List<Share> divide(List<Stratum> strata, double[] measure, long total, long minimum) {
        long[] floor = strata.stream()
                .mapToLong(stratum -> Math.min(Math.max(0, minimum), stratum.population()))
                .toArray();
        long most = strata.stream().mapToLong(Stratum::population).sum();
        long least = Arrays.stream(floor).sum();
        if (total > most || total < least) {
            throw new IllegalArgumentException(
                    "a total of " + total + " cannot be divided over strata that take between " + least
                            + " (the minimum of " + minimum + " each) and " + most + " (everybody)");
        }
        double[] exact = bounded(strata, measure, floor, total);
        long[] sizes = largestRemainders(exact, total);
        List<Share> shares = new ArrayList<>();
        for (int h = 0; h < sizes.length; h++) {
            shares.add(new Share(strata.get(h), exact[h], sizes[h]));
        }
        return shares;
    }

    /**
     * The parts c·measure between the bounds that sum to the total. Strata are fixed at a bound one side at a time, the
     * side whose violations weigh more first, which finds the unique solution.
     */
    private static double[] bounded(List<Stratum> strata, double[] measure, long[] floor, long total) {
        int count = measure.length;
        double[] part = new double[count];
        boolean[] fixed = new boolean[count];
        while (true) {
            double left = total;
            double free = 0;
            for (int h = 0; h < count; h++) {
                left -= fixed[h] ? part[h] : 0;
                free += fixed[h] ? 0 : measure[h];
            }
            double over = 0;
            double under = 0;
            for (int h = 0; h < count; h++) {
                if (!fixed[h]) {
                    part[h] = free == 0
                            ? left * strata.get(h).population() / freePopulation(strata, fixed)
                            : left * measure[h] / free;
                    over += Math.max(0, part[h] - strata.get(h).population());
                    under += Math.max(0, floor[h] - part[h]);
                }
            }
            if (over == 0 && under == 0) {
                return part;
            }
            for (int h = 0; h < count; h++) {
                if (!fixed[h] && (over >= under ? part[h] > strata.get(h).population() : part[h] < floor[h])) {
                    part[h] = over >= under ? strata.get(h).population() : floor[h];
                    fixed[h] = true;
                }
            }
        }
    }

    /** Strata without spread share by headcount what the others cannot take. */
    private static double freePopulation(List<Stratum> strata, boolean[] fixed) {
        return IntStream.range(0, fixed.length)
                .filter(h -> !fixed[h])
                .mapToDouble(h -> strata.get(h).population())
                .sum();
    }

    /** Whole parts by largest remainder (Hamilton); ties go to the stratum named first. */
    private static long[] largestRemainders(double[] exact, long total) {
        long[] sizes = new long[exact.length];
        long given = 0;
        for (int h = 0; h < exact.length; h++) {
            sizes[h] = (long) Math.floor(exact[h] + 1e-9);
            given += sizes[h];
        }
        int[] order = IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer h) -> sizes[h] - exact[h]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int turn = 0; given < total; turn++, given++) {
            sizes[order[turn]]++;
        }
        return sizes;
    }
}
