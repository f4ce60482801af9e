package org.zhisheng.analytics.cli.variable;

import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.data.CategoryColumn;

/** Yes-or-no variables: categories 0 and 1, labelled no and yes. */
public final class YesNo {
    private static final List<String> VALUES = List.of("0", "1");

    private YesNo() {}

    /** 1 where the condition holds, 0 where it does not, and what the rule says where it cannot be told. */
    public static CategoryVariable of(String name, Condition condition, MissingRule rule, int rows) {
        byte[] codes = new byte[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = (byte) rule.apply(condition.test(row));
        }
        return CategoryVariable.of(CategoryColumn.of(name, VALUES, codes), Map.of("0", "no", "1", "yes"));
    }
}
