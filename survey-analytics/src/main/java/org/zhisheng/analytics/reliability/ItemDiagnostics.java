package org.zhisheng.analytics.reliability;

/**
 * One item of a scale beside the others.
 *
 * @param item its name
 * @param answered number of respondents who answered it, among those that count
 * @param mean weighted mean of its answers
 * @param standardDeviation square root of its variance with divisor n − 1
 * @param alphaIfDropped raw alpha of the other items; NaN when only one would remain
 * @param standardisedIfDropped alpha of the other items from correlations; NaN when only one would remain
 * @param correlationWithRest correlation with the sum of the other items (psych's {@code r.drop}); a negative value
 *     says that the item may be coded the wrong way round
 */
public record ItemDiagnostics(
        String item,
        int answered,
        double mean,
        double standardDeviation,
        double alphaIfDropped,
        double standardisedIfDropped,
        double correlationWithRest) {}
