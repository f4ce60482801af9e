package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What somebody can work out about one item from everything that is printed, written without a line of the protector: his
 * unknowns are how many of each cell were satisfied, in between, dissatisfied or silent, his equations are the printed
 * numbers as far as their decimals say, and he solves for the least and the most of each in whole people, by branch and bound.
 */
final class Attacker {
    static final int ANSWERS = 4;

    private static final long MOST_MILLISECONDS = 20_000;

    private final int[] respondents;
    private final List<Row> rows = new ArrayList<>();

    private record Row(double[] coefficients, double low, double high) {}

    /** He knows how many of each cell responded. */
    Attacker(int[] respondents) {
        this.respondents = respondents.clone();
        for (int cell = 0; cell < respondents.length; cell++) {
            double[] one = new double[unknowns()];
            for (int a = 0; a < ANSWERS; a++) {
                one[at(cell, a)] = 1;
            }
            rows.add(new Row(one, respondents[cell], respondents[cell]));
        }
    }

    private int unknowns() {
        return respondents.length * ANSWERS;
    }

    private static int at(int cell, int answer) {
        return cell * ANSWERS + answer;
    }

    /** He learns that between {@code low} and {@code high} people of some cells gave one of some answers. */
    void learn(Collection<Integer> cells, int[] answers, double low, double high) {
        double[] row = new double[unknowns()];
        for (int cell : cells) {
            for (int answer : answers) {
                row[at(cell, answer)] = 1;
            }
        }
        rows.add(new Row(row, low, high));
    }

    /** He learns a weighted rate to within half a unit of its last decimal. */
    void learnRate(double[] weights, int[] hits, int[] base, double rate, double half) {
        double[] low = new double[unknowns()];
        double[] high = new double[unknowns()];
        for (int cell = 0; cell < respondents.length; cell++) {
            for (int answer : base) {
                low[at(cell, answer)] -= weights[cell] * (rate - half);
                high[at(cell, answer)] -= weights[cell] * (rate + half);
            }
            for (int answer : hits) {
                low[at(cell, answer)] += weights[cell];
                high[at(cell, answer)] += weights[cell];
            }
        }
        rows.add(new Row(low, 0, Double.POSITIVE_INFINITY));
        rows.add(new Row(high, Double.NEGATIVE_INFINITY, 0));
    }

    /**
     * By how many people one of some answers is uncertain in some cells, people being whole; NaN where he cannot find one
     * table that is possible.
     */
    double width(Collection<Integer> cells, int[] answers) {
        Optimisation.Result most = model(cells, answers).maximise();
        Optimisation.Result least = model(cells, answers).minimise();
        return most.getState().isFeasible() && least.getState().isFeasible()
                ? Math.rint(most.getValue()) - Math.rint(least.getValue())
                : Double.NaN;
    }

    private ExpressionsBasedModel model(Collection<Integer> cells, int[] answers) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.time_abort = MOST_MILLISECONDS;
        Variable[] people = new Variable[unknowns()];
        for (int cell = 0; cell < respondents.length; cell++) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                people[at(cell, answer)] = model.newVariable(cell + "/" + answer)
                        .lower(0)
                        .upper(respondents[cell])
                        .integer(true);
            }
        }
        for (int cell : cells) {
            for (int answer : answers) {
                people[at(cell, answer)].weight(1);
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            Expression sum = model.newExpression("row " + r);
            for (int i = 0; i < people.length; i++) {
                if (row.coefficients()[i] != 0) {
                    sum.set(people[i], row.coefficients()[i]);
                }
            }
            if (row.low() == row.high()) {
                sum.level(row.low());
            } else {
                limit(sum, row);
            }
        }
        return model;
    }

    private static void limit(Expression sum, Row row) {
        if (Double.isFinite(row.low())) {
            sum.lower(row.low());
        }
        if (Double.isFinite(row.high())) {
            sum.upper(row.high());
        }
    }
}
