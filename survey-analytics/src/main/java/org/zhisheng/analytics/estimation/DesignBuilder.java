package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Factor;

/** Collects what is known of a design and checks that it hangs together. */
public final class DesignBuilder {
    final double[] frequency;
    private @Nullable Factor strata;

    @Nullable Factor clusters;

    private double @Nullable [] weights;
    double @Nullable [] populationSizes;
    private @Nullable Map<String, ? extends Number> sizes;
    private double overallSize = Double.NaN;
    LonelyPsu lonelyPsu = LonelyPsu.FAIL;
    boolean adjustLonelyDomains;
    private List<Strata.Merge> merges = List.of();

    DesignBuilder(double[] frequency) {
        this.frequency = frequency;
    }

    /** Respondents were sampled apart in each stratum. */
    public DesignBuilder strata(Factor stratum) {
        this.strata = requireCells(stratum).requireComplete();
        return this;
    }

    /** Strata, headcounts and merges at once: sampling within strata without replacement from the headcounts. */
    public DesignBuilder strata(Strata merged) {
        this.merges = merged.merges();
        Map<String, Double> headcounts = new HashMap<>();
        for (int h = 0; h < merged.headcounts().size(); h++) {
            headcounts.put(merged.stratum().labels().get(h), merged.headcounts().get(h));
        }
        return strata(merged.stratum()).populationSizes(headcounts);
    }

    /** Whole clusters were sampled; rows of a cluster must lie in one stratum. For a cube they must be a dimension. */
    public DesignBuilder clusters(Factor cluster) {
        this.clusters = requireCells(cluster).requireComplete();
        return this;
    }

    /** Weight of a respondent in each cell. Without weights they follow from population sizes, or are all 1. */
    public DesignBuilder weights(double[] weight) {
        if (weight.length != frequency.length) {
            throw new IllegalArgumentException(
                    "weights: " + weight.length + " values for " + frequency.length + " cells");
        }
        for (int cell = 0; cell < weight.length; cell++) {
            if (!(weight[cell] >= 0) || Double.isInfinite(weight[cell])) {
                throw new IllegalArgumentException(
                        "weights, row " + (cell + 1) + ": " + weight[cell] + " is not a weight");
            }
        }
        this.weights = weight.clone();
        return this;
    }

    /** Sampling units in the population of each stratum (people, or clusters where clusters were sampled). */
    public DesignBuilder populationSizes(Map<String, ? extends Number> byStratum) {
        this.sizes = byStratum;
        return this;
    }

    /** Sampling units in the population of an unstratified design. */
    public DesignBuilder populationSize(double size) {
        this.overallSize = size;
        return this;
    }

    /** What strata with a single sampling unit contribute; {@link LonelyPsu#FAIL} unless said otherwise. */
    public DesignBuilder lonelyPsu(LonelyPsu rule) {
        this.lonelyPsu = rule;
        return this;
    }

    /** Whether adjust and average also apply where only the domain is down to one unit in a stratum. */
    public DesignBuilder adjustLonelyDomains(boolean adjust) {
        this.adjustLonelyDomains = adjust;
        return this;
    }

    /**
     * The design.
     *
     * @throws IllegalArgumentException naming the stratum or cluster that does not fit
     */
    public Design build() {
        Factor stratum = strata == null ? Factor.of("all", List.of("all"), new int[frequency.length]) : strata;
        int[] psus = countPsus(stratum);
        if (sizes != null || !Double.isNaN(overallSize)) {
            populationSizes = sizes(stratum, psus);
        }
        return new Design(this, stratum, weights == null ? weightsFromSizes(stratum, psus) : weights, psus);
    }

    private Factor requireCells(Factor factor) {
        if (factor.size() != frequency.length) {
            throw new IllegalArgumentException(
                    "column " + factor.name() + " has " + factor.size() + " values for " + frequency.length + " cells");
        }
        return factor;
    }

    private int[] countPsus(Factor stratum) {
        int[] psus = new int[stratum.labels().size()];
        Factor cluster = clusters;
        if (cluster == null) {
            for (int cell = 0; cell < frequency.length; cell++) {
                psus[stratum.code(cell)] += (int) frequency[cell];
            }
            return psus;
        }
        int[] home = new int[cluster.labels().size()];
        Arrays.fill(home, -1);
        for (int cell = 0; cell < frequency.length; cell++) {
            int c = cluster.code(cell);
            int h = stratum.code(cell);
            if (home[c] >= 0 && home[c] != h) {
                throw new IllegalArgumentException("cluster " + cluster.labels().get(c) + " lies in strata "
                        + stratum.labels().get(home[c]) + " and "
                        + stratum.labels().get(h)
                        + "; clusters must be nested in strata");
            }
            psus[h] += home[c] < 0 ? 1 : 0;
            home[c] = h;
        }
        return psus;
    }

    private double[] sizes(Factor stratum, int[] psus) {
        double[] result = new double[psus.length];
        for (int h = 0; h < psus.length; h++) {
            String name = stratum.labels().get(h);
            Number size = sizes == null ? Double.valueOf(overallSize) : sizes.get(name);
            if (size == null) {
                if (psus[h] > 0) {
                    throw new IllegalArgumentException("stratum " + name + " has no population size");
                }
                size = Double.POSITIVE_INFINITY;
            }
            if (size.doubleValue() < psus[h]) {
                throw new IllegalArgumentException(
                        "stratum " + name + " has " + psus[h] + " sampled units but a population size of " + size);
            }
            result[h] = size.doubleValue();
        }
        return result;
    }

    private double[] weightsFromSizes(Factor stratum, int[] psus) {
        double[] result = new double[frequency.length];
        double[] size = populationSizes;
        for (int cell = 0; cell < result.length; cell++) {
            int h = stratum.code(cell);
            result[cell] = size == null ? 1 : psus[h] == 0 ? 0 : size[h] / psus[h];
        }
        return result;
    }

    List<String> conventions() {
        List<String> list = new ArrayList<>();
        list.add(strata == null ? "one stratum" : "strata by " + strata.name());
        for (Strata.Merge merge : merges) {
            list.add("strata " + merge.strata() + " merged into " + merge.into());
        }
        if (clusters != null) {
            list.add("clusters by " + clusters.name() + ", one stage");
        }
        list.add(populationSizes == null ? "no finite population correction" : "finite population correction");
        list.add("single-unit strata: " + lonelyPsu.name().toLowerCase(java.util.Locale.ROOT));
        return list;
    }
}
