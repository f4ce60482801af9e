package org.zhisheng.analytics.weighting;

/**
 * Kish's approximation to the loss from unequal weights, {@code n Σw² / (Σw)²}: the weighting part of a design effect
 * only, the same for every variable.
 *
 * @param sampleSize respondents with a positive weight
 * @param designEffect at least 1; 1 for equal weights
 * @param effectiveSize {@code sampleSize / designEffect}
 */
public record KishEffect(double sampleSize, double designEffect, double effectiveSize) {
    /** Kish's effect of cell weights. */
    public static KishEffect of(double[] weights, double[] frequency) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            if (weights[cell] != 0) {
                n += frequency[cell];
                sum += frequency[cell] * weights[cell];
                squares += frequency[cell] * weights[cell] * weights[cell];
            }
        }
        double effect = n * squares / (sum * sum);
        return new KishEffect(n, effect, sum * sum / squares);
    }
}
