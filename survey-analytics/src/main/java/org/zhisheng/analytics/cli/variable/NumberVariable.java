package org.zhisheng.analytics.cli.variable;

import org.zhisheng.analytics.data.Missing;
import org.zhisheng.analytics.data.NumericColumn;

/**
 * A variable of numbers.
 *
 * @param column the numbers, NaN where missing
 * @param reasons the reason of each row, 0 where there is a number; of length 0 if every missing value is blank
 */
public record NumberVariable(NumericColumn column, byte[] reasons) implements Variable {
    @Override
    public String name() {
        return column.name();
    }

    @Override
    public int rows() {
        return column.size();
    }

    @Override
    public int missing(int row) {
        if (!column.isMissing(row)) {
            return 0;
        }
        return reasons.length == 0 ? Missing.BLANK.code() : reasons[row];
    }

    @Override
    public double number(int row) {
        return column.value(row);
    }
}
