package org.zhisheng.analytics.estimation;

/** The units of one stratum, kept so that deviations are taken from the mean and nothing cancels. */
final class StratumSums {
    private final double[][] values;
    private final double[] counts;
    private int filled;
    double units;

    StratumSums(int variables, int records) {
        this.values = new double[variables][records];
        this.counts = new double[records];
    }

    void add(double count, double[] z) {
        for (int v = 0; v < z.length; v++) {
            values[v][filled] = z[v];
        }
        counts[filled++] = count;
        units += count;
    }

    /**
     * Scaled sums of products over {@code psus} units, those not added counting as zero.
     *
     * @param centre whether deviations from the stratum's mean are taken
     */
    double[][] crossProducts(int psus, boolean centre, double scale) {
        int p = values.length;
        double absent = psus - units;
        double[] mean = new double[p];
        for (int v = 0; v < p && centre; v++) {
            for (int i = 0; i < filled; i++) {
                mean[v] += counts[i] * values[v][i];
            }
            mean[v] /= psus;
        }
        double[][] products = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = a; b < p; b++) {
                double sum = absent * mean[a] * mean[b];
                for (int i = 0; i < filled; i++) {
                    sum += counts[i] * (values[a][i] - mean[a]) * (values[b][i] - mean[b]);
                }
                products[a][b] = scale * sum;
                products[b][a] = products[a][b];
            }
        }
        return products;
    }
}
