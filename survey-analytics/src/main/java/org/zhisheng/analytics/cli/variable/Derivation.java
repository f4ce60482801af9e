package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Missing;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.reliability.ItemScores;
import org.zhisheng.analytics.reliability.PersonMeans;

/** Makes a variable from others. */
@FunctionalInterface
public interface Derivation {
    /** The variable. */
    Variable derive(Variables variables);

    /** Reads one entry of {@code derived} and makes its name known. */
    static Derivation read(PlanNode node, Scope scope) {
        String name = node.text("name");
        Derivation derivation = readForm(node, name, scope);
        scope.define(node, name);
        return derivation;
    }

    private static Derivation readForm(PlanNode node, String name, Scope scope) {
        if (node.has("yes")) {
            Expression condition = scope.expression(node.get("yes"));
            MissingRule rule = MissingRule.read(node);
            return v -> YesNo.of(name, condition.bind(v::get), rule, v.rows());
        }
        if (node.has("cases")) {
            return cases(node, name, scope);
        }
        if (node.has("bands_of")) {
            return Bands.read(node, name, scope);
        }
        if (node.has("scores_of")) {
            return rescored(node, name, scope);
        }
        if (node.has("mean_of")) {
            List<String> items = scope.variables(node, "mean_of");
            int minimum = node.integer("minimum", items.size());
            return v -> personMeans(name, items, minimum, v);
        }
        if (node.has("sum_of")) {
            List<String> items = scope.variables(node, "sum_of");
            return v -> sum(name, items, v);
        }
        List<String> parts = scope.variables(node, "cross");
        return v -> Crossing.of(name, parts, v);
    }

    private static Derivation cases(PlanNode node, String name, Scope scope) {
        List<Expression> conditions = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        for (PlanNode one : node.elements("cases")) {
            conditions.add(scope.expression(one.get("when")));
            outcomes.add(one.text("value"));
        }
        Set<String> values = new LinkedHashSet<>(outcomes);
        if (node.has("otherwise")) {
            values.add(node.text("otherwise"));
        }
        List<String> order = List.copyOf(values);
        byte rest = node.has("otherwise") ? (byte) order.indexOf(node.text("otherwise")) : Missing.BLANK.code();
        Map<String, String> labels = node.members("labels", PlanNode::text);
        return v -> {
            List<Condition> bound = conditions.stream().map(c -> c.bind(v::get)).toList();
            byte[] codes = new byte[v.rows()];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = rest;
                for (int k = 0; k < bound.size(); k++) {
                    if (bound.get(k).test(row) == Condition.TRUE) {
                        codes[row] = (byte) order.indexOf(outcomes.get(k));
                        break;
                    }
                }
            }
            return CategoryVariable.of(CategoryColumn.of(name, order, codes), labels);
        };
    }

    private static Derivation rescored(PlanNode node, String name, Scope scope) {
        String of = scope.variable(node.get("scores_of"));
        Map<String, Double> scores = node.members("scores", PlanNode::number);
        return v -> {
            CategoryVariable source = v.category(of);
            Scope.requireKeys(node.get("scores"), scores, new LinkedHashSet<>(source.values()));
            List<Double> byValue = source.values().stream()
                    .map(value -> scores.getOrDefault(value, Double.NaN))
                    .toList();
            return new CategoryVariable(source.column().renamed(name), source.labels(), byValue);
        };
    }

    private static Variable personMeans(String name, List<String> items, int minimum, Variables variables) {
        double[][] columns = items.stream().map(variables::numbers).toArray(double[][]::new);
        if (items.size() == 1) {
            return new NumberVariable(NumericColumn.of(name, columns[0].clone()), new byte[0]);
        }
        PersonMeans means = PersonMeans.of(ItemScores.of(items, columns), minimum);
        return new NumberVariable(NumericColumn.of(name, means.values()), new byte[0]);
    }

    private static Variable sum(String name, List<String> items, Variables variables) {
        double[] sum = new double[variables.rows()];
        for (String item : items) {
            double[] numbers = variables.numbers(item);
            Arrays.setAll(sum, row -> sum[row] + numbers[row]);
        }
        return new NumberVariable(NumericColumn.of(name, sum), new byte[0]);
    }
}
