package org.zhisheng.analytics.score;

/**
 * A second opinion on an order of units: closeness to the ideal unit (Hwang and Yoon 1981). Columns are divided by their
 * Euclidean length and weighted; closeness is d⁻/(d⁺ + d⁻), the distances to the worst and to the best value of every
 * column.
 */
public final class Topsis {
    private Topsis() {}

    /**
     * @param columns one an indicator, higher is better, without gaps
     * @param weights add up to what they like
     * @return closeness of each unit, 0 to 1
     * @throws IllegalArgumentException naming the column that is constant, has gaps or a negative value
     */
    public static double[] closeness(String[] names, double[][] columns, double[] weights) {
        int units = columns[0].length;
        double sum = java.util.Arrays.stream(weights).sum();
        double[] toBest = new double[units];
        double[] toWorst = new double[units];
        for (int c = 0; c < columns.length; c++) {
            DispersionWeights.requireVarying(names[c], columns[c]);
            double length = Math.sqrt(
                    java.util.Arrays.stream(columns[c]).map(x -> x * x).sum());
            double factor = weights[c] / sum / length;
            double best = java.util.Arrays.stream(columns[c]).max().orElseThrow() * factor;
            double worst = java.util.Arrays.stream(columns[c]).min().orElseThrow() * factor;
            for (int u = 0; u < units; u++) {
                double v = columns[c][u] * factor;
                toBest[u] += (v - best) * (v - best);
                toWorst[u] += (v - worst) * (v - worst);
            }
        }
        double[] closeness = new double[units];
        for (int u = 0; u < units; u++) {
            closeness[u] = Math.sqrt(toWorst[u]) / (Math.sqrt(toBest[u]) + Math.sqrt(toWorst[u]));
        }
        return closeness;
    }
}
