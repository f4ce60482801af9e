package org.zhisheng.analytics.comparison;

import java.util.List;

/**
 * The outcome of a test.
 *
 * @param test its name
 * @param statistic the statistic that is reported
 * @param numeratorDf degrees of freedom of a chi-square or of an F numerator; 1 for t
 * @param denominatorDf degrees of freedom of t or of an F denominator; infinite for a chi-square
 * @param pValue two-sided probability, between 0 and 1
 * @param method how it was made
 * @param conventions what another program must share to get the same digits
 */
public record TestResult(
        String test,
        double statistic,
        double numeratorDf,
        double denominatorDf,
        double pValue,
        String method,
        List<String> conventions) {
    public TestResult {
        conventions = List.copyOf(conventions);
    }
}
