package org.zhisheng.analytics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.numeric.Symmetric;

/**
 * Calibration (Deville and Särndal 1992): the weights nearest to the base weights under which given variables add to
 * known totals. Linear calibration is the generalised regression estimator; the exponential form keeps weights positive
 * and, on margins, gives the weights of raking.
 */
public final class Calibration implements WeightAdjustment {
    private static final int MAX_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-12;

    private final List<Total> totals;
    private final Auxiliary auxiliary;
    private final double[] base;
    private final double[] weights;
    private final Distance distance;

    /** The distance between base and calibrated weights that is made least. */
    public enum Distance {
        /** Chi-square distance: weights linear in the variables; they may turn negative. */
        LINEAR,
        /** Multiplicative distance: weights exponential in the variables, always positive. */
        RAKING
    }

    /** A variable and its known population total. */
    public static final class Total {
        private final String name;
        private final double[] values;
        private final double total;

        private Total(String name, double[] values, double total) {
            this.name = name;
            this.values = values;
            this.total = total;
        }

        /**
         * A variable to calibrate on.
         *
         * @param name what it is called in messages
         * @param values its value for a respondent of each cell; kept, not copied
         * @param total its sum over the population
         */
        public static Total of(String name, double[] values, double total) {
            return new Total(name, values, total);
        }

        String name() {
            return name;
        }

        double total() {
            return total;
        }
    }

    private Calibration(List<Total> totals, Auxiliary auxiliary, double[] base, double[] weights, Distance distance) {
        this.totals = totals;
        this.auxiliary = auxiliary;
        this.base = base;
        this.weights = weights;
        this.distance = distance;
    }

    /** Totals of the population size and of every margin's levels but the first, ready to calibrate on. */
    public static List<Total> totals(List<Margin> margins) {
        List<Total> totals = new ArrayList<>();
        int cells = margins.getFirst().grouping().size();
        double[] one = new double[cells];
        Arrays.fill(one, 1);
        totals.add(Total.of("population", one, margins.getFirst().total()));
        for (Margin margin : margins) {
            for (int level = 1; level < margin.levels(); level++) {
                double[] indicator = new double[cells];
                for (int cell = 0; cell < cells; cell++) {
                    indicator[cell] = margin.grouping().code(cell) == level ? 1 : 0;
                }
                String name = margin.name() + " = " + margin.grouping().labels().get(level);
                totals.add(Total.of(name, indicator, margin.population().get(level)));
            }
        }
        return totals;
    }

    /**
     * Calibrates.
     *
     * @param totals variables and totals; include the population size, or the sum of weights is not controlled
     * @param weights base weight of a respondent in each cell
     * @param frequency respondents in each cell
     * @throws IllegalArgumentException naming the total that the respondents cannot reproduce
     */
    public static Calibration of(List<Total> totals, double[] weights, double[] frequency, Distance distance) {
        List<double[]> variables = totals.stream().map(total -> total.values).toList();
        for (int j = 0; j < variables.size(); j++) {
            requireUsable(totals.get(j), variables.get(j), frequency);
        }
        Auxiliary auxiliary = new Auxiliary.Dense(variables);
        double[] coefficients = new double[totals.size()];
        double[] calibrated = weights.clone();
        int worst = worst(totals, auxiliary, calibrated, frequency);
        for (int i = 0; i < MAX_ITERATIONS && worst >= 0; i++) {
            step(totals, auxiliary, weights, calibrated, frequency, distance, coefficients);
            calibrated = calibrated(auxiliary, weights, distance, coefficients);
            worst = worst(totals, auxiliary, calibrated, frequency);
        }
        if (worst >= 0) {
            throw new IllegalArgumentException("calibration cannot reproduce the total "
                    + totals.get(worst).total() + " of " + totals.get(worst).name()
                    + ": no respondents carry it, or it contradicts the other totals");
        }
        return new Calibration(List.copyOf(totals), auxiliary, weights.clone(), calibrated, distance);
    }

    private static void requireUsable(Total total, double[] values, double[] frequency) {
        if (values.length != frequency.length) {
            throw new IllegalArgumentException("calibration variable " + total.name() + " has " + values.length
                    + " values for " + frequency.length + " cells");
        }
        for (int cell = 0; cell < values.length; cell++) {
            if (Double.isNaN(values[cell]) && frequency[cell] > 0) {
                throw new IllegalArgumentException("calibration variable " + total.name()
                        + " is missing for some respondents; weighting needs it for everybody");
            }
        }
    }

    /** One Newton step; the linear distance is solved by the first. */
    private static void step(
            List<Total> totals,
            Auxiliary auxiliary,
            double[] weights,
            double[] calibrated,
            double[] frequency,
            Distance distance,
            double[] coefficients) {
        int p = totals.size();
        double[][] gram = new double[p][p];
        double[] reached = new double[p];
        for (int cell = 0; cell < weights.length; cell++) {
            double slope = distance == Distance.LINEAR ? weights[cell] : calibrated[cell];
            auxiliary.addOuter(cell, frequency[cell] * slope, gram);
            auxiliary.add(cell, frequency[cell] * calibrated[cell], reached);
        }
        double[] misfit = new double[p];
        Arrays.setAll(misfit, j -> totals.get(j).total() - reached[j]);
        double[] change = Symmetric.solve(gram, misfit);
        for (int j = 0; j < p; j++) {
            coefficients[j] += change[j];
        }
    }

    private static double[] calibrated(
            Auxiliary auxiliary, double[] weights, Distance distance, double[] coefficients) {
        double[] calibrated = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            double linear = auxiliary.dot(cell, coefficients);
            calibrated[cell] = weights[cell] * (distance == Distance.LINEAR ? 1 + linear : Math.exp(linear));
        }
        return calibrated;
    }

    /** Position of the total that is missed most, or -1 when all are met. */
    private static int worst(List<Total> totals, Auxiliary auxiliary, double[] weights, double[] frequency) {
        double[] reached = new double[totals.size()];
        for (int cell = 0; cell < weights.length; cell++) {
            auxiliary.add(cell, frequency[cell] * weights[cell], reached);
        }
        int worst = -1;
        double size = TOLERANCE;
        for (int j = 0; j < reached.length; j++) {
            double miss = Math.abs(reached[j] - totals.get(j).total())
                    / (1 + Math.abs(totals.get(j).total()));
            if (!(miss <= size)) {
                size = miss;
                worst = j;
            }
        }
        return worst;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public void removeExplained(double[] influence, int width, double[] frequency) {
        BaseWeightResiduals.remove(auxiliary, base, weights, influence, width, frequency);
    }

    @Override
    public String convention() {
        return "calibrated (" + (distance == Distance.LINEAR ? "linear" : "raking") + ") on "
                + totals.stream().map(Total::name).toList() + ": regression residuals weighted by the base weights";
    }
}
