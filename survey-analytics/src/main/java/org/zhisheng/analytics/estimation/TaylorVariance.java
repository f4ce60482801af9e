package org.zhisheng.analytics.estimation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.weighting.WeightAdjustment;

/**
 * Covariances of statistics from their influence values: within each stratum, {@code (1−n/N) n/(n−1) Σ (z−z̄)²} over its
 * primary sampling units, units without a respondent in the domain counting as zero.
 */
final class TaylorVariance {
    private static final double FULL_TAKE = 1e-7;

    private final Design design;
    private final int width;
    private final double[] frequency;
    private final boolean[] present;
    private final double[][] influence;

    private TaylorVariance(Design design, int width, double[] frequency, boolean[] present, double[][] influence) {
        this.design = design;
        this.width = width;
        this.frequency = frequency;
        this.present = present;
        this.influence = influence;
    }

    /** Covariance matrix of statistics whose influence values lie on the same records. */
    static double[][] covariance(Design design, List<Linearized> statistics) {
        Variable records = statistics.getFirst().records;
        double[][] influence = new double[statistics.size()][];
        for (int v = 0; v < influence.length; v++) {
            influence[v] = statistics.get(v).influence.clone();
            for (WeightAdjustment adjustment : design.adjustments()) {
                adjustment.removeExplained(influence[v], records.width(), records.frequency());
            }
        }
        boolean[] present = present(design, statistics);
        return new TaylorVariance(design, records.width(), records.frequency(), present, influence).sum();
    }

    /** The variance of one statistic. */
    static double variance(Design design, Linearized statistic) {
        return covariance(design, List.of(statistic))[0][0];
    }

    /** After an adjustment every respondent informs the estimate through the margins, so all records stay. */
    private static boolean[] present(Design design, List<Linearized> statistics) {
        Variable records = statistics.getFirst().records;
        boolean[] present = new boolean[records.records()];
        boolean all = design.isAdjusted();
        for (int i = 0; i < present.length; i++) {
            present[i] = records.frequency()[i] > 0;
            boolean any = all;
            for (Linearized statistic : statistics) {
                any |= statistic.included[i];
            }
            present[i] &= any;
        }
        return present;
    }

    private double[][] sum() {
        int strata = design.strata().labels().size();
        StratumSums[] sums = new StratumSums[strata];
        Factor clusters = design.clusters();
        if (clusters == null) {
            addRecords(sums);
        } else {
            addClusters(sums, clusters);
        }
        return combine(sums);
    }

    private double[][] combine(StratumSums[] sums) {
        int p = influence.length;
        double[][] total = new double[p][p];
        int found = 0;
        int usable = 0;
        for (int h = 0; h < sums.length; h++) {
            StratumSums stratum = sums[h];
            if (stratum == null) {
                continue;
            }
            found++;
            double[][] part = contribution(h, stratum);
            if (part != null) {
                usable++;
                add(total, part);
            }
        }
        double inflate = found == usable ? 1 : (double) found / usable;
        for (double[] row : total) {
            for (int j = 0; j < p; j++) {
                row[j] *= inflate;
            }
        }
        return total;
    }

    /** A stratum's share of the covariance; null where the average of the others stands in for it. */
    private double @Nullable [][] contribution(int h, StratumSums stratum) {
        double remaining = design.remaining(h);
        int psus = design.psus(h);
        boolean lonelyDomain = stratum.units == 1 && psus > 1 && design.adjustLonelyDomains();
        if (remaining < FULL_TAKE) {
            return new double[influence.length][influence.length];
        }
        if (psus > 1) {
            boolean average = lonelyDomain && design.lonelyPsu() == LonelyPsu.AVERAGE;
            boolean centre = !(lonelyDomain && design.lonelyPsu() == LonelyPsu.ADJUST);
            return average ? null : stratum.crossProducts(psus, centre, remaining * psus / (psus - 1));
        }
        return switch (design.lonelyPsu()) {
            case FAIL ->
                throw new IllegalArgumentException(
                        "stratum " + design.strata().labels().get(h)
                                + " has only one sampling unit, so its variance cannot be estimated: merge it or choose how single-unit strata count");
            case REMOVE -> new double[influence.length][influence.length];
            case ADJUST -> stratum.crossProducts(1, false, remaining);
            case AVERAGE -> null;
        };
    }

    private static void add(double[][] total, double[][] part) {
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                total[i][j] += part[i][j];
            }
        }
    }

    private void addRecords(StratumSums[] sums) {
        int[] next = new int[sums.length];
        for (int i = 0; i < present.length; i++) {
            next[design.strata().code(i / width)] += present[i] ? 1 : 0;
        }
        for (int h = 0; h < sums.length; h++) {
            if (next[h] > 0) {
                sums[h] = new StratumSums(influence.length, next[h]);
            }
        }
        double[] z = new double[influence.length];
        for (int i = 0; i < present.length; i++) {
            if (present[i]) {
                for (int v = 0; v < z.length; v++) {
                    z[v] = influence[v][i];
                }
                sums[design.strata().code(i / width)].add(frequency[i], z);
            }
        }
    }

    private void addClusters(StratumSums[] sums, Factor clusters) {
        double[][] totals = new double[clusters.labels().size()][];
        int[] home = new int[totals.length];
        int[] sizes = new int[sums.length];
        for (int i = 0; i < present.length; i++) {
            if (present[i]) {
                int c = clusters.code(i / width);
                if (totals[c] == null) {
                    totals[c] = new double[influence.length];
                    home[c] = design.strata().code(i / width);
                    sizes[home[c]]++;
                }
                for (int v = 0; v < influence.length; v++) {
                    totals[c][v] += frequency[i] * influence[v][i];
                }
            }
        }
        for (int c = 0; c < totals.length; c++) {
            if (totals[c] != null) {
                int h = home[c];
                if (sums[h] == null) {
                    sums[h] = new StratumSums(influence.length, sizes[h]);
                }
                sums[h].add(1, totals[c]);
            }
        }
    }
}
