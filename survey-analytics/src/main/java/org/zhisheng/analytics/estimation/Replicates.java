package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.zhisheng.analytics.data.Factor;

/**
 * How replicate weights follow from the weights: factors on primary sampling units, one set a replicate, and the scale
 * that turns the spread of replicate estimates into a variance.
 */
abstract sealed class Replicates permits Replicates.Jackknife, Replicates.Bootstrap {
    final Design design;
    final int[] psu;
    final int[] home;

    private Replicates(Design design) {
        this.design = design;
        this.psu = new int[design.cells()];
        this.home = new int[design.cells()];
        number(design);
    }

    /** Numbers the sampling units in order of their first row. */
    private void number(Design design) {
        Factor clusters = design.clusters();
        int[] numberOf = new int[clusters == null ? 0 : clusters.labels().size()];
        int next = 0;
        for (int row = 0; row < psu.length; row++) {
            if (design.frequency(row) != 1) {
                throw new IllegalArgumentException("replicate weights need data in rows, one respondent each");
            }
            if (clusters == null) {
                psu[row] = next++;
            } else {
                int code = clusters.code(row);
                numberOf[code] = numberOf[code] == 0 ? ++next : numberOf[code];
                psu[row] = numberOf[code] - 1;
            }
            home[psu[row]] = design.strata().code(row);
        }
    }

    abstract int count();

    abstract double factor(int replicate, int psu);

    /** The variance is the sum of these times squared deviations. */
    abstract double scale(int replicate);

    abstract String method();

    /** Whether replicates vary within a stratum. */
    final boolean varies(int stratum) {
        return design.psus(stratum) > 1 && design.remaining(stratum) != 0;
    }

    /**
     * One less than the rank of the replicate weights of a domain: within a stratum that lies wholly in it one unit is
     * tied by the others, within a stratum that does not, none is.
     */
    final double degreesOfFreedom(Domain domain) {
        int[] inside = new int[design.strata().labels().size()];
        boolean[] met = new boolean[units()];
        for (int row = 0; row < psu.length; row++) {
            if (domain.contains(row) && design.weight(row) != 0 && !met[psu[row]]) {
                met[psu[row]] = true;
                inside[home[psu[row]]]++;
            }
        }
        double rank = 0;
        boolean tied = false;
        for (int h = 0; h < inside.length; h++) {
            boolean whole = inside[h] > 0 && (!varies(h) || inside[h] == design.psus(h));
            tied |= whole;
            rank += !varies(h) ? 0 : whole ? inside[h] - 1 : inside[h];
        }
        return Math.min(tied ? rank : rank - 1, most());
    }

    /** Most degrees of freedom that the number of replicates allows. */
    abstract double most();

    final int units() {
        int units = 0;
        for (int h = 0; h < design.strata().labels().size(); h++) {
            units += design.psus(h);
        }
        return units;
    }

    /** Delete-one jackknife within strata; JK1 where there is one stratum, JKn otherwise. */
    static final class Jackknife extends Replicates {
        private final List<Integer> deleted = new ArrayList<>();
        private final int strata;
        private double inflate = 1;

        Jackknife(Design design) {
            super(design);
            int used = 0;
            for (int h = 0; h < design.strata().labels().size(); h++) {
                used += design.psus(h) > 0 ? 1 : 0;
            }
            strata = used;
            for (int unit = 0; unit < units(); unit++) {
                if (replicated(home[unit])) {
                    deleted.add(unit);
                }
            }
            if (deleted.isEmpty()) {
                throw new IllegalArgumentException("every stratum was taken in full: there is nothing to replicate");
            }
            if (design.lonelyPsu() == LonelyPsu.AVERAGE && deleted.size() < units()) {
                inflate = (double) units() / deleted.size();
            }
        }

        private boolean replicated(int stratum) {
            if (design.remaining(stratum) == 0) {
                return false;
            }
            if (design.psus(stratum) == 1 && design.lonelyPsu() == LonelyPsu.FAIL) {
                throw new IllegalArgumentException(
                        "stratum "
                                + design.strata().labels().get(stratum)
                                + " has only one sampling unit, so it cannot be jackknifed: merge it or choose how single-unit strata count");
            }
            return design.psus(stratum) > 1 || design.lonelyPsu() == LonelyPsu.ADJUST;
        }

        @Override
        int count() {
            return deleted.size();
        }

        @Override
        double factor(int replicate, int unit) {
            int out = deleted.get(replicate);
            double n = design.psus(home[out]);
            if (n == 1) {
                return unit == out ? 0 : strata / (strata - 1.0);
            }
            return unit == out ? 0 : home[unit] == home[out] ? n / (n - 1) : 1;
        }

        @Override
        double scale(int replicate) {
            int stratum = home[deleted.get(replicate)];
            double n = design.psus(stratum);
            double own = n == 1 ? (strata - 1.0) / strata : design.remaining(stratum) * (n - 1) / n;
            return own * inflate;
        }

        @Override
        String method() {
            return strata == 1 ? "jackknife JK1" : "jackknife JKn";
        }

        @Override
        double most() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Rescaled bootstrap of Rao and Wu (1988): n−1 of a stratum's n units are drawn with replacement, and factors are
     * shrunk by the square root of the share not sampled.
     */
    static final class Bootstrap extends Replicates {
        private final short[][] drawn;

        Bootstrap(Design design, int replicates, long seed) {
            super(design);
            if (replicates < 2) {
                throw new IllegalArgumentException(replicates + " bootstrap replicates: at least 2 are needed");
            }
            List<List<Integer>> members = members();
            SplittableRandom random = new SplittableRandom(seed);
            drawn = new short[replicates][units()];
            for (short[] draws : drawn) {
                members.forEach(units -> draw(units, draws, random));
            }
        }

        private List<List<Integer>> members() {
            List<List<Integer>> members = new ArrayList<>();
            for (int h = 0; h < design.strata().labels().size(); h++) {
                members.add(new ArrayList<>());
                if (design.psus(h) == 1 && design.remaining(h) > 0 && design.lonelyPsu() == LonelyPsu.FAIL) {
                    throw new IllegalArgumentException(
                            "stratum "
                                    + design.strata().labels().get(h)
                                    + " has only one sampling unit, so it cannot be resampled: merge it or remove it from the variance");
                }
            }
            for (int unit = 0; unit < units(); unit++) {
                members.get(home[unit]).add(unit);
            }
            return members;
        }

        private static void draw(List<Integer> units, short[] draws, SplittableRandom random) {
            for (int k = 1; k < units.size(); k++) {
                draws[units.get(random.nextInt(units.size()))]++;
            }
        }

        @Override
        int count() {
            return drawn.length;
        }

        @Override
        double factor(int replicate, int unit) {
            double n = design.psus(home[unit]);
            if (n == 1) {
                return 1;
            }
            double shrink = Math.sqrt(design.remaining(home[unit]));
            return 1 - shrink + shrink * n / (n - 1) * drawn[replicate][unit];
        }

        @Override
        double scale(int replicate) {
            return 1.0 / (drawn.length - 1);
        }

        @Override
        String method() {
            return "rescaled bootstrap, " + drawn.length + " replicates";
        }

        @Override
        double most() {
            return drawn.length - 1.0;
        }
    }
}
