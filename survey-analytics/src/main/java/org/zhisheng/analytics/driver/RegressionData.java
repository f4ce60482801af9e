package org.zhisheng.analytics.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;

/**
 * An outcome, its predictors and the design they were observed under. Respondents lacking any of them, of weight 0 or
 * outside the domain count as outside, but keep their place among the sampling units (listwise deletion as a domain).
 *
 * @param design one row for each respondent
 * @param outcome what is explained
 * @param predictors what explains it, an intercept not among them
 * @param domain who is studied
 */
public record RegressionData(Design design, NumericColumn outcome, List<NumericColumn> predictors, Domain domain) {
    public RegressionData {
        predictors = List.copyOf(predictors);
        if (predictors.isEmpty()) {
            throw new IllegalArgumentException("outcome " + outcome.name() + " has no predictors");
        }
        List<NumericColumn> all = new ArrayList<>(predictors);
        all.add(outcome);
        for (NumericColumn column : all) {
            if (column.size() != design.cells()) {
                throw new IllegalArgumentException("column " + column.name() + " has " + column.size()
                        + " rows, the design has " + design.cells());
            }
        }
    }

    /**
     * Indicators of a category column, one for each label but the reference; missing answers are NaN.
     *
     * @param reference a label of the column
     */
    public static List<NumericColumn> indicators(CategoryColumn column, String reference) {
        int left = column.indexOf(reference);
        List<NumericColumn> indicators = new ArrayList<>();
        for (int label = 0; label < column.labels().size(); label++) {
            if (label != left) {
                double[] values = new double[column.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = column.isMissing(row) ? Double.NaN : column.code(row) == label ? 1 : 0;
                }
                indicators.add(
                        NumericColumn.of(column.name() + "=" + column.labels().get(label), values));
            }
        }
        return indicators;
    }

    /** Rows that count. */
    int[] completeRows() {
        double[] weights = design.weights();
        return IntStream.range(0, outcome.size())
                .filter(row -> weights[row] > 0 && domain.contains(row) && !outcome.isMissing(row))
                .filter(row -> predictors.stream().noneMatch(predictor -> predictor.isMissing(row)))
                .toArray();
    }

    /** The rows that count as a domain of the design. */
    Domain base(int[] rows) {
        boolean[] counted = new boolean[outcome.size()];
        for (int row : rows) {
            counted[row] = true;
        }
        return Domain.where(domain.name() + ", complete", counted.length, row -> counted[row]);
    }
}
