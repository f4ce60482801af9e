package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * How few and how many people of a group can have given an answer, by linear programming over the counts of all cells and
 * categories under everything that is known.
 *
 * @param width by how many people the answer is uncertain
 */
record FeasibleRange(int width) {
    private static final double TOLERANCE = 1e-6;
    private static final long MOST_MILLISECONDS = 2_000;

    /**
     * Solves for the range. A vertex in whole numbers is a table that gives the same release; where one is not, nothing is
     * claimed: people come in whole numbers, and an attacker who knows that may know more than the program.
     */
    static FeasibleRange of(int[][] table, List<BitSet> known, BitSet group, BitSet answer) {
        double high = extreme(table, known, group, answer, true);
        // Half of all programs end in fractions, and one such end settles that nothing is claimed.
        double low = Double.isNaN(high) ? Double.NaN : extreme(table, known, group, answer, false);
        return new FeasibleRange(Double.isNaN(low) ? 0 : (int) Math.round(high) - (int) Math.round(low));
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

    /** The optimum, or NaN where it was not reached in whole numbers. */
    private static double extreme(int[][] table, List<BitSet> known, BitSet group, BitSet answer, boolean most) {
        ExpressionsBasedModel model = model(table, known, group, answer);
        model.options.time_abort = MOST_MILLISECONDS;
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (!result.getState().isOptimal()) {
            return Double.NaN;
        }
        return isWhole(result) ? result.getValue() : Double.NaN;
    }

    private static ExpressionsBasedModel model(int[][] table, List<BitSet> known, BitSet group, BitSet answer) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        int categories = table[0].length;
        Variable[][] x = new Variable[table.length][categories];
        for (int cell = 0; cell < table.length; cell++) {
            Expression people = model.newExpression("cell " + cell);
            int size = 0;
            for (int c = 0; c < categories; c++) {
                x[cell][c] = model.newVariable(cell + "/" + c).lower(0);
                if (answer.get(c) && group.get(cell)) {
                    x[cell][c].weight(1);
                }
                people.set(x[cell][c], 1);
                size += table[cell][c];
            }
            people.level(size);
        }
        for (int k = 0; k < known.size(); k++) {
            for (int c = 0; c < categories; c++) {
                Expression counts = model.newExpression("known " + k + "/" + c);
                int sum = 0;
                for (int cell = known.get(k).nextSetBit(0);
                        cell >= 0;
                        cell = known.get(k).nextSetBit(cell + 1)) {
                    counts.set(x[cell][c], 1);
                    sum += table[cell][c];
                }
                counts.level(sum);
            }
        }
        return model;
    }
}
