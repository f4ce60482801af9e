package org.zhisheng.analytics.estimation;

/** Design effects: the variance over that of a simple random sample of as many respondents. */
final class EffectOfDesign {
    private EffectOfDesign() {}

    static double of(Design design, Linearized statistic, double variance, DesignEffect kind) {
        if (kind == DesignEffect.NONE) {
            return Double.NaN;
        }
        double n = statistic.sampleSize();
        double weight = 0;
        double mean = 0;
        for (int i = 0; i < statistic.included.length; i++) {
            if (statistic.included[i]) {
                double w = design.weight(i / statistic.records.width())
                        * statistic.records.frequency()[i];
                weight += w;
                mean += w * unit(design, statistic, i);
            }
        }
        mean /= weight;
        double squares = 0;
        for (int i = 0; i < statistic.included.length; i++) {
            if (statistic.included[i]) {
                double w = design.weight(i / statistic.records.width())
                        * statistic.records.frequency()[i];
                double deviation = unit(design, statistic, i) - mean;
                squares += w * deviation * deviation;
            }
        }
        double spread = squares / weight * n / (n - 1);
        double without = kind == DesignEffect.WITHOUT_REPLACEMENT ? (weight - n) / weight : 1;
        return without < 0 ? Double.NaN : variance / (spread * weight * weight / n * without);
    }

    /** Influence per unit of weight: the value itself up to a shift and, for means, a division by the weight sum. */
    private static double unit(Design design, Linearized statistic, int i) {
        return statistic.influence[i] / design.weight(i / statistic.records.width());
    }
}
