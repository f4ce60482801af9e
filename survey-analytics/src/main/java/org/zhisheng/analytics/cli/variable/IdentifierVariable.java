package org.zhisheng.analytics.cli.variable;

import java.util.List;

/**
 * A variable of many values without an order, such as a cluster.
 *
 * @param codes the place of the row's value in {@code values}, or the negative code of a missing reason
 */
public record IdentifierVariable(String name, int[] codes, List<String> values) implements Variable {
    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public int missing(int row) {
        return Math.min(codes[row], 0);
    }

    @Override
    public double number(int row) {
        return Double.NaN;
    }
}
