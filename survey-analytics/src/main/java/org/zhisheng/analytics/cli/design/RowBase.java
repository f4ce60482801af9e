package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.Crossing;
import org.zhisheng.analytics.cli.variable.IdentifierVariable;
import org.zhisheng.analytics.cli.variable.NumberVariable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Scoring;
import org.zhisheng.analytics.estimation.Variable;

/** Estimates from the rows themselves. */
record RowBase(Variables variables, Design design) implements Base {
    @Override
    public Variable scores(String name) {
        return Variable.ofRows(name, variables.numbers(name));
    }

    @Override
    public Variable indicator(String name, String value) {
        CategoryVariable category = variables.category(name);
        return Variable.of(category.column(), Scoring.indicator(List.of(value)));
    }

    @Override
    public Factor grouping(List<String> names) {
        return grouping(variables, names);
    }

    static Factor grouping(Variables variables, List<String> names) {
        var variable = Crossing.of(String.join(" × ", names), names, variables);
        return switch (variable) {
            case CategoryVariable category -> Factor.of(category.column());
            case IdentifierVariable identifier -> {
                int[] codes = identifier.codes().clone();
                Arrays.setAll(codes, row -> Math.max(-1, codes[row]));
                yield Factor.of(identifier.name(), identifier.values(), codes);
            }
            case NumberVariable number -> Factor.parse(number.name(), texts(number));
        };
    }

    private static List<@Nullable String> texts(NumberVariable number) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row < number.rows(); row++) {
            texts.add(number.missing(row) < 0 ? null : Crossing.value(number, row));
        }
        return texts;
    }
}
