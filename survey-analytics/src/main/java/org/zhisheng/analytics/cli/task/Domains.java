package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.design.Base;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.MissingRule;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.cli.variable.YesNo;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Domain;

/**
 * The parts of the population that an estimate is made for: a subpopulation by {@code where}, then each value of the
 * {@code by} columns in it. A row whose condition is missing is not in the subpopulation.
 *
 * @param minimum least respondents of a domain whose figures are given
 */
record Domains(List<String> by, @Nullable Expression where, String source, int minimum) {
    private static final MissingRule OUTSIDE =
            new MissingRule(List.of(Condition.FALSE, Condition.FALSE, Condition.FALSE));

    /** One of the domains and how the output names it; null for the whole subpopulation. */
    record Part(Domain domain, @Nullable Fields name) {}

    static Domains read(PlanNode node, Scope scope) {
        return new Domains(
                scope.variables(node, "by"),
                node.has("where") ? scope.expression(node.get("where")) : null,
                node.text("where", ""),
                node.integer("minimum_n", 1));
    }

    /** The groupings that the design's cells must keep apart. */
    Set<List<String>> groupings(PlannedDesign design) {
        Set<List<String>> groupings = new LinkedHashSet<>();
        if (!by.isEmpty()) {
            groupings.add(by);
        }
        if (where != null) {
            groupings.add(List.of(member(design.variables())));
        }
        return groupings;
    }

    /** The name of a 0/1 variable that says who is in the subpopulation, made on first use. */
    private String member(Variables variables) {
        String name = "where " + source;
        if (where != null && !variables.has(name)) {
            variables.add(YesNo.of(name, where.bind(variables::get), OUTSIDE, variables.rows()));
        }
        return name;
    }

    /** The subpopulation on the cells of a base. */
    Domain subpopulation(PlannedDesign design, Base base) {
        if (where == null) {
            return Domain.all();
        }
        Factor member = base.grouping(List.of(member(design.variables())));
        return Domain.where(source, member.size(), cell -> member.code(cell) == 1);
    }

    /** Which rows of the design are in the subpopulation. */
    boolean[] rows(PlannedDesign design) {
        Variables variables = design.variables();
        boolean[] inside = new boolean[variables.rows()];
        Condition condition = where == null ? row -> Condition.TRUE : where.bind(variables::get);
        for (int row = 0; row < inside.length; row++) {
            inside[row] = condition.test(row) == Condition.TRUE;
        }
        return inside;
    }

    /** The rows of a design that satisfy a condition, as a domain. */
    static Domain rows(String name, Expression expression, PlannedDesign design) {
        Condition condition = expression.bind(design.variables()::get);
        return Domain.where(name, design.variables().rows(), row -> condition.test(row) == Condition.TRUE);
    }

    /** The domains. */
    List<Part> parts(PlannedDesign design, Base base) {
        Domain whole = subpopulation(design, base);
        if (by.isEmpty()) {
            return List.of(new Part(whole, null));
        }
        Factor grouping = base.grouping(by);
        List<Domain> levels = Domain.by(grouping);
        List<Part> parts = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            Domain domain = levels.get(level);
            parts.add(new Part(
                    where == null ? domain : whole.and(domain),
                    name(design.variables(), grouping.labels().get(level))));
        }
        return parts;
    }

    private Fields name(Variables variables, String level) {
        String[] values = by.size() == 1 ? new String[] {level} : level.split("\\|", -1);
        Fields name = new Fields();
        for (int i = 0; i < by.size(); i++) {
            name.put(by.get(i), label(variables, by.get(i), values[i]));
        }
        return name;
    }

    private static String label(Variables variables, String column, String value) {
        return variables.get(column) instanceof CategoryVariable category
                ? category.labels().getOrDefault(value, value)
                : value;
    }

    /** What to say of a domain, for the conventions. */
    List<String> conventions() {
        return where == null ? List.of() : List.of("subpopulation: " + source + " (missing counts as outside)");
    }
}
