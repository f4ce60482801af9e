package org.zhisheng.analytics.estimation;

/**
 * A statistic and its weighted influence values: the respondents' terms of which the statistic's error is, to first
 * order, the sum.
 */
final class Linearized {
    final String statistic;
    final double value;
    final double[] influence;
    final boolean[] included;
    final Variable records;
    final Domain domain;

    /**
     * @param influence weighted influence per record, 0 outside the base
     * @param included records of the base: in the domain and not missing
     * @param records gives width and frequencies
     */
    Linearized(
            String statistic, double value, double[] influence, boolean[] included, Variable records, Domain domain) {
        this.statistic = statistic;
        this.value = value;
        this.influence = influence;
        this.included = included;
        this.records = records;
        this.domain = domain;
    }

    static Linearized mean(Design design, Variable y, Domain domain) {
        boolean[] included = included(design, y, domain);
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < included.length; i++) {
            if (included[i]) {
                double w = design.weight(i / y.width()) * y.frequency()[i];
                weight += w;
                sum += w * y.value(i);
            }
        }
        double mean = sum / weight;
        double[] z = new double[included.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = included[i] ? design.weight(i / y.width()) * (y.value(i) - mean) / weight : 0;
        }
        return new Linearized("mean", mean, z, included, y, domain);
    }

    static Linearized total(Design design, Variable y, Domain domain) {
        boolean[] included = included(design, y, domain);
        double sum = 0;
        double[] z = new double[included.length];
        for (int i = 0; i < z.length; i++) {
            if (included[i]) {
                z[i] = design.weight(i / y.width()) * y.value(i);
                sum += z[i] * y.frequency()[i];
            }
        }
        return new Linearized("total", sum, z, included, y, domain);
    }

    /** A ratio of two variables on the same records. */
    static Linearized ratio(Design design, Variable numerator, Variable denominator, Domain domain) {
        boolean[] included = included(design, numerator, domain);
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < included.length; i++) {
            included[i] &= !Double.isNaN(denominator.value(i));
            if (included[i]) {
                double w = design.weight(i / numerator.width()) * numerator.frequency()[i];
                top += w * numerator.value(i);
                bottom += w * denominator.value(i);
            }
        }
        double ratio = top / bottom;
        double[] z = new double[included.length];
        for (int i = 0; i < z.length; i++) {
            double w = design.weight(i / numerator.width());
            z[i] = included[i] ? w * (numerator.value(i) - ratio * denominator.value(i)) / bottom : 0;
        }
        return new Linearized("ratio", ratio, z, included, numerator, domain);
    }

    /** Records that hold respondents with weight, lie in the domain and have a value. */
    static boolean[] included(Design design, Variable y, Domain domain) {
        boolean[] included = new boolean[y.requireCells(design).records()];
        for (int i = 0; i < included.length; i++) {
            int cell = i / y.width();
            included[i] = y.frequency()[i] > 0
                    && design.weight(cell) != 0
                    && domain.contains(cell)
                    && !Double.isNaN(y.value(i));
        }
        return included;
    }

    /** Unweighted respondents in the base. */
    double sampleSize() {
        double n = 0;
        for (int i = 0; i < included.length; i++) {
            n += included[i] ? records.frequency()[i] : 0;
        }
        return n;
    }
}
