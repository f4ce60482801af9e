package org.zhisheng.analytics.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The tables that go with what is known, as a linear program whose unknowns are the people of each cell with each answer. */
final class FeasibleTables {
    private static final double TOLERANCE = 1e-6;
    private static final long MOST_MILLISECONDS = 2_000;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final int[][] table;
    private final Variable[][] x;

    /** All tables with as many people in each cell. */
    FeasibleTables(int[][] table) {
        this.table = table;
        this.x = new Variable[table.length][table[0].length];
        for (int cell = 0; cell < table.length; cell++) {
            Expression people = model.newExpression("cell " + cell);
            for (int a = 0; a < table[cell].length; a++) {
                x[cell][a] = model.newVariable(cell + "/" + a).lower(0);
                people.set(x[cell][a], 1);
            }
            people.level(Arrays.stream(table[cell]).sum());
        }
        model.options.time_abort = MOST_MILLISECONDS;
    }

    /** Holds a group's counts as they are, of answers of one class together. */
    void hold(BitSet group, int[] classes) {
        int most = Arrays.stream(classes).max().orElse(-1);
        for (int k = 0; k <= most; k++) {
            Expression counts = model.newExpression("known " + model.countExpressions());
            int sum = 0;
            for (int cell = group.nextSetBit(0); cell >= 0; cell = group.nextSetBit(cell + 1)) {
                for (int a = 0; a < classes.length; a++) {
                    if (classes[a] == k) {
                        counts.set(x[cell][a], 1);
                        sum += table[cell][a];
                    }
                }
            }
            counts.level(sum);
        }
    }

    /** Holds how many people of a group gave one of some answers between two numbers. */
    void hold(BitSet group, BitSet answers, int least, int most) {
        Expression counts = model.newExpression("known " + model.countExpressions());
        group.stream().forEach(cell -> answers.stream().forEach(a -> counts.set(x[cell][a], 1)));
        if (least == most) {
            counts.level(least);
        } else {
            counts.lower(least).upper(most);
        }
    }

    /**
     * The fewest or the most people of a group with one of some answers as far as a program in fractions tells: whole
     * people reach no further. Where it does not end, they are taken to be as many as they are.
     */
    int end(BitSet group, BitSet answers, boolean most) {
        weigh(group, answers);
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (!result.getState().isOptimal()) {
            return group.stream()
                    .map(cell -> answers.stream().map(a -> table[cell][a]).sum())
                    .sum();
        }
        return (int) (most ? Math.floor(result.getValue() + TOLERANCE) : Math.ceil(result.getValue() - TOLERANCE));
    }

    private void weigh(BitSet group, BitSet answers) {
        for (int cell = 0; cell < x.length; cell++) {
            for (int a = 0; a < x[cell].length; a++) {
                x[cell][a].weight(group.get(cell) && answers.get(a) ? 1 : 0);
            }
        }
    }

    /** The fewest or the most people of a group with an answer, or NaN where it was not reached in whole numbers. */
    double extreme(BitSet group, BitSet answer, boolean most) {
        weigh(group, answer);
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        return result.getState().isOptimal() && isWhole(result) ? result.getValue() : Double.NaN;
    }

    private static boolean isWhole(Optimisation.Result result) {
        for (long i = 0; i < result.count(); i++) {
            double value = result.doubleValue(i);
            if (Math.abs(value - Math.rint(value)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
