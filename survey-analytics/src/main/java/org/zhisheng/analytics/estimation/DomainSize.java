package org.zhisheng.analytics.estimation;

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
        Factor clusters = design.clusters();
        boolean[] strata = new boolean[design.strata().labels().size()];
        boolean[] met = new boolean[clusters == null ? 0 : clusters.labels().size()];
        double units = 0;
        double rows = 0;
        for (int cell = 0; cell < design.cells(); cell++) {
            double n = design.frequency(cell);
            boolean inside = domain.contains(cell) && n > 0;
            rows += inside || design.isAdjusted() ? n : 0;
            if (inside && design.weight(cell) != 0) {
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
        double[] frequency = new double[design.cells()];
        for (int i = 0; i < statistic.included.length; i++) {
            frequency[i / statistic.records.width()] +=
                    statistic.included[i] ? statistic.records.frequency()[i] : 0;
        }
        return KishEffect.of(design.weights(), frequency).effectiveSize();
    }
}
