package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;

/**
 * The design's covariance of statistics that were linearised elsewhere: regression coefficients, utilities, reliability.
 */
public final class InfluenceCovariance {
    private InfluenceCovariance() {}

    /**
     * Covariance matrix of statistics from their weighted influence values.
     *
     * @param design a design over rows
     * @param influence by statistic, then row: each row's weighted term of the statistic's error, 0 outside the base
     * @param base the rows that the statistics rest on; the others keep their place among the sampling units
     * @throws IllegalArgumentException when rows and design differ in length, or naming a stratum with a single unit
     */
    public static double[][] of(Design design, double[][] influence, Domain base) {
        boolean[] included = new boolean[design.cells()];
        for (int row = 0; row < included.length; row++) {
            included[row] = base.contains(row);
        }
        List<Linearized> statistics = new ArrayList<>();
        for (double[] values : influence) {
            Variable rows = Variable.ofRows("influence", values).requireCells(design);
            statistics.add(new Linearized("influence", Double.NaN, values, included, rows, base));
        }
        return TaylorVariance.covariance(design, statistics);
    }
}
