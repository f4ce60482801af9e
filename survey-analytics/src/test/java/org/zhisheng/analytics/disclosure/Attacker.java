package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * What somebody can work out about one item from everything that is printed, written without a line of the protector: his
 * unknowns are how many of each cell were satisfied, in between, dissatisfied or silent, his equations are the printed
 * numbers as far as their decimals say, and he solves for the least and the most of each by another solver.
 */
final class Attacker {
    static final int ANSWERS = 4;

    private final int[] respondents;
    private final List<LinearConstraint> equations = new ArrayList<>();

    /** He knows how many of each cell responded. */
    Attacker(int[] respondents) {
        this.respondents = respondents.clone();
        for (int cell = 0; cell < respondents.length; cell++) {
            double[] one = new double[unknowns()];
            for (int a = 0; a < ANSWERS; a++) {
                one[at(cell, a)] = 1;
            }
            equations.add(new LinearConstraint(one, Relationship.EQ, respondents[cell]));
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
        between(row, low, high);
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
        equations.add(new LinearConstraint(low, Relationship.GEQ, 0));
        equations.add(new LinearConstraint(high, Relationship.LEQ, 0));
    }

    private void between(double[] row, double low, double high) {
        if (low == high) {
            equations.add(new LinearConstraint(row, Relationship.EQ, low));
        } else {
            equations.add(new LinearConstraint(row, Relationship.GEQ, low));
            equations.add(new LinearConstraint(row, Relationship.LEQ, high));
        }
    }

    /** By how many people one of some answers is uncertain in some cells; NaN where he cannot solve it. */
    double width(Collection<Integer> cells, int[] answers) {
        double[] goal = new double[unknowns()];
        for (int cell : cells) {
            for (int answer : answers) {
                goal[at(cell, answer)] = 1;
            }
        }
        return solve(goal, GoalType.MAXIMIZE) - solve(goal, GoalType.MINIMIZE);
    }

    private double solve(double[] goal, GoalType type) {
        try {
            return new SimplexSolver(1e-7, 10, 1e-12)
                    .optimize(
                            new MaxIter(20_000),
                            new LinearObjectiveFunction(goal, 0),
                            new LinearConstraintSet(equations),
                            type,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (MathIllegalStateException e) {
            return Double.NaN;
        }
    }
}
