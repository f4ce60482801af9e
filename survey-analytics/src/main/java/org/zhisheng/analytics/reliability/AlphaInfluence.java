package org.zhisheng.analytics.reliability;

/**
 * Linearisation of alpha as a function of the item variances v and the variance t of the total: with
 * α = k/(k − 1)·(1 − Σv/t), z = k/(k − 1)·(Σv·z(t)/t² − Σz(v)/t), and z of a variance is w((x − x̄)²·n/(n − 1) − v)/Σw.
 */
final class AlphaInfluence {
    private AlphaInfluence() {}

    static double[] of(ItemScores scores, int[] rows) {
        int items = scores.itemCount();
        double[][] columns = new double[items + 1][rows.length];
        double[] weights = new double[rows.length];
        for (int position = 0; position < rows.length; position++) {
            weights[position] = scores.weight(rows[position]);
            for (int item = 0; item < items; item++) {
                columns[item][position] = scores.score(item, rows[position]);
                columns[items][position] += columns[item][position];
            }
        }
        double sumOfVariances = 0;
        double[] itemPart = new double[rows.length];
        for (int item = 0; item < items; item++) {
            sumOfVariances += varianceAndInfluence(columns[item], weights, itemPart);
        }
        double[] totalPart = new double[rows.length];
        double total = varianceAndInfluence(columns[items], weights, totalPart);
        double[] influence = new double[scores.respondents()];
        double factor = items / (items - 1.0);
        for (int position = 0; position < rows.length; position++) {
            influence[rows[position]] =
                    factor * (sumOfVariances * totalPart[position] / (total * total) - itemPart[position] / total);
        }
        return influence;
    }

    /** Adds the influence of this column's variance to {@code influence} and returns the variance. */
    private static double varianceAndInfluence(double[] x, double[] weights, double[] influence) {
        double weight = 0;
        double mean = 0;
        for (int row = 0; row < x.length; row++) {
            weight += weights[row];
            mean += weights[row] * x[row];
        }
        mean /= weight;
        double inflation = x.length / (x.length - 1.0);
        double variance = 0;
        for (int row = 0; row < x.length; row++) {
            variance += weights[row] * (x[row] - mean) * (x[row] - mean) * inflation / weight;
        }
        for (int row = 0; row < x.length; row++) {
            influence[row] += weights[row] * ((x[row] - mean) * (x[row] - mean) * inflation - variance) / weight;
        }
        return variance;
    }
}
