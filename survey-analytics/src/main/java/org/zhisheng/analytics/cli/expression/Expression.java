package org.zhisheng.analytics.cli.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.data.Missing;

/** A condition on a row, as read from a plan. */
public sealed interface Expression {
    /** Reads an expression; {@link ExpressionException} says where it is wrong. */
    static Expression parse(String source) {
        return new ExpressionParser(source).parse();
    }

    /** The variables that it names, sorted. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect(names);
        return names;
    }

    /** Adds the variables that it names. */
    void collect(Set<String> names);

    /**
     * The condition over actual variables.
     *
     * @throws ExpressionException if a comparison does not fit the variable, naming both
     */
    Condition bind(Function<String, Variable> variables);

    /** All parts hold. */
    record And(List<Expression> parts) implements Expression {
        @Override
        public void collect(Set<String> names) {
            parts.forEach(part -> part.collect(names));
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            Condition[] bound = parts.stream().map(p -> p.bind(variables)).toArray(Condition[]::new);
            return row -> {
                int result = Condition.TRUE;
                for (Condition part : bound) {
                    int truth = part.test(row);
                    if (truth == Condition.FALSE) {
                        return truth;
                    }
                    result = result == Condition.TRUE ? truth : result;
                }
                return result;
            };
        }
    }

    /** At least one part holds. */
    record Or(List<Expression> parts) implements Expression {
        @Override
        public void collect(Set<String> names) {
            parts.forEach(part -> part.collect(names));
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            Condition[] bound = parts.stream().map(p -> p.bind(variables)).toArray(Condition[]::new);
            return row -> {
                int result = Condition.FALSE;
                for (Condition part : bound) {
                    int truth = part.test(row);
                    if (truth == Condition.TRUE) {
                        return truth;
                    }
                    result = result == Condition.FALSE ? truth : result;
                }
                return result;
            };
        }
    }

    /** The part does not hold; what is missing stays missing. */
    record Not(Expression part) implements Expression {
        @Override
        public void collect(Set<String> names) {
            part.collect(names);
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            Condition bound = part.bind(variables);
            return row -> {
                int truth = bound.test(row);
                return truth < 0 ? truth : 1 - truth;
            };
        }
    }

    /** A variable is one of some constants. */
    record In(String name, List<Literal> constants) implements Expression {
        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            return Comparisons.in(variables.apply(name), constants);
        }
    }

    /** A variable stands in an order relation to a number. */
    record Ordered(String name, Relation relation, double number) implements Expression {
        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            return Comparisons.ordered(variables.apply(name), relation, number);
        }
    }

    /** Two variables stand in a relation, as numbers. */
    record Between(String left, Relation relation, String right) implements Expression {
        @Override
        public void collect(Set<String> names) {
            names.add(left);
            names.add(right);
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            return Comparisons.between(variables.apply(left), relation, variables.apply(right));
        }
    }

    /** A variable has no value; with a reason, only for that reason. Never itself missing. */
    record IsMissing(String name, @Nullable Missing reason) implements Expression {
        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public Condition bind(Function<String, Variable> variables) {
            Variable variable = variables.apply(name);
            int code = reason == null ? 0 : reason.code();
            return row -> {
                int missing = variable.missing(row);
                return (code == 0 ? missing < 0 : missing == code) ? Condition.TRUE : Condition.FALSE;
            };
        }
    }
}
