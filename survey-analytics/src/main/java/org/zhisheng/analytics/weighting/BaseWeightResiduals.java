package org.zhisheng.analytics.weighting;

import org.zhisheng.analytics.numeric.Symmetric;

/** Residuals of influence values, per unit of adjusted weight, from a regression weighted by the base weights. */
final class BaseWeightResiduals {
    private BaseWeightResiduals() {}

    static void remove(
            Auxiliary auxiliary, double[] base, double[] adjusted, double[] influence, int width, double[] frequency) {
        int p = auxiliary.columns();
        double[][] gram = new double[p][p];
        double[] right = new double[p];
        for (int cell = 0; cell < base.length; cell++) {
            double count = 0;
            double sum = 0;
            for (int i = cell * width; i < (cell + 1) * width; i++) {
                count += frequency[i];
                sum += frequency[i] * influence[i];
            }
            if (count > 0 && adjusted[cell] != 0) {
                auxiliary.addOuter(cell, count * base[cell], gram);
                auxiliary.add(cell, base[cell] * sum / adjusted[cell], right);
            }
        }
        double[] slope = Symmetric.solve(gram, right);
        subtract(auxiliary, adjusted, influence, width, frequency, slope);
    }

    private static void subtract(
            Auxiliary auxiliary, double[] adjusted, double[] influence, int width, double[] frequency, double[] slope) {
        for (int i = 0; i < influence.length; i++) {
            int cell = i / width;
            if (frequency[i] > 0 && adjusted[cell] != 0) {
                influence[i] -= adjusted[cell] * auxiliary.dot(cell, slope);
            }
        }
    }
}
