package org.zhisheng.analytics.estimation;

import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.weighting.KishEffect;

/**
 * How much of a design lies in a domain.
 *
 * @param degreesOfFreedom sampling units minus strata, over respondents of the domain with weight
 * @param rows rows that R's design object would hold: all after an adjustment, else those of the domain
 * @param census whether every stratum met in the domain was taken in full
 */
record DomainSize(double degreesOfFreedom, double rows, boolean census) {
    static DomainSize of(Design design, Domain domain) {
        double[] inside = new double[design.cells()];
        Arrays.setAll(inside, cell -> domain.contains(cell) ? design.frequency(cell) : 0);
        return of(design, inside);
    }

    /** The size of a statistic's domain, with or without the respondents who have no value. */
    static DomainSize of(Design design, Linearized statistic, MissingValues missing) {
        return missing == MissingValues.OUTSIDE_DOMAIN
                ? of(design, respondents(design, statistic))
                : of(design, statistic.domain);
    }

    /** The size of what several statistics rest on together. */
    static DomainSize of(Design design, List<Linearized> statistics, MissingValues missing) {
        double[] union = new double[design.cells()];
        for (Linearized statistic : statistics) {
            if (missing != MissingValues.OUTSIDE_DOMAIN) {
                mark(union, cell -> statistic.domain.contains(cell) ? design.frequency(cell) : 0);
            }
        }
        if (missing == MissingValues.OUTSIDE_DOMAIN) {
            Linearized first = statistics.getFirst();
            for (int i = 0; i < first.included.length; i++) {
                int record = i;
                boolean any = statistics.stream().anyMatch(statistic -> statistic.included[record]);
                union[i / first.records.width()] += any ? first.records.frequency()[i] : 0;
            }
        }
        return of(design, union);
    }

    private static void mark(double[] union, java.util.function.IntToDoubleFunction size) {
        for (int cell = 0; cell < union.length; cell++) {
            union[cell] = Math.max(union[cell], size.applyAsDouble(cell));
        }
    }

    private static DomainSize of(Design design, double[] inside) {
        Factor clusters = design.clusters();
        boolean[] strata = new boolean[design.strata().labels().size()];
        boolean[] met = new boolean[clusters == null ? 0 : clusters.labels().size()];
        double units = 0;
        double rows = 0;
        for (int cell = 0; cell < inside.length; cell++) {
            double n = inside[cell];
            rows += design.isAdjusted() ? design.frequency(cell) : n;
            if (n > 0 && design.weight(cell) != 0) {
                strata[design.strata().code(cell)] = true;
                if (clusters == null) {
                    units += n;
                } else if (!met[clusters.code(cell)]) {
                    met[clusters.code(cell)] = true;
                    units++;
                }
            }
        }
        return summary(design, strata, units, rows);
    }

    private static DomainSize summary(Design design, boolean[] strata, double units, double rows) {
        int count = 0;
        boolean census = true;
        for (int h = 0; h < strata.length; h++) {
            count += strata[h] ? 1 : 0;
            census &= !strata[h] || design.remaining(h) == 0;
        }
        return new DomainSize(units - count, rows, census && count > 0);
    }

    /** Kish's effective size of the respondents in the base of a statistic. */
    static double effectiveSize(Design design, Linearized statistic) {
        return KishEffect.of(design.weights(), respondents(design, statistic)).effectiveSize();
    }

    private static double[] respondents(Design design, Linearized statistic) {
        double[] frequency = new double[design.cells()];
        for (int i = 0; i < statistic.included.length; i++) {
            frequency[i / statistic.records.width()] +=
                    statistic.included[i] ? statistic.records.frequency()[i] : 0;
        }
        return frequency;
    }
}
