package org.zhisheng.analytics.weighting;

import java.util.List;

/** Raking (iterative proportional fitting): each margin in turn is post-stratified to, until all agree. */
public final class Raking implements WeightAdjustment {
    private static final int AVERAGE_ROUNDS = 10;
    private static final double TOTALS_TOLERANCE = 1e-9;

    private final List<Margin> margins;
    private final double[] base;
    private final double[] weights;
    private final RakingVariance variance;
    private final RakingReport report;

    private Raking(
            List<Margin> margins, double[] base, double[] weights, RakingVariance variance, RakingReport report) {
        this.margins = margins;
        this.base = base;
        this.weights = weights;
        this.variance = variance;
        this.report = report;
    }

    /**
     * Rakes.
     *
     * @param margins two or more margins whose counts add to the same total
     * @param weights base weight of a respondent in each cell
     * @param frequency respondents in each cell
     * @param maxIterations sweeps after which to give up
     * @param tolerance largest relative deviation of a margin that counts as agreement; 1e-11 or tighter to compare
     * @throws IllegalArgumentException naming the margin that is empty, disagrees in total, or cannot be met
     */
    public static Raking of(
            List<Margin> margins,
            double[] weights,
            double[] frequency,
            int maxIterations,
            double tolerance,
            RakingVariance variance) {
        requireConsistent(margins, weights, frequency);
        double[] raked = weights.clone();
        int iterations = 0;
        Deviation deviation = worst(margins, raked, frequency);
        while (deviation.size() > tolerance && iterations < maxIterations) {
            margins.forEach(margin -> fit(margin, raked, frequency));
            deviation = worst(margins, raked, frequency);
            iterations++;
        }
        if (!(deviation.size() <= tolerance)) {
            throw new IllegalArgumentException("raking did not converge in " + iterations + " iterations: "
                    + deviation.where() + " is off by a relative " + deviation.size()
                    + "; the margins contradict each other in the occupied cells, or need merging");
        }
        return new Raking(
                List.copyOf(margins), weights.clone(), raked, variance, report(iterations, deviation, weights, raked));
    }

    private record Deviation(double size, String where) {}

    private static void requireConsistent(List<Margin> margins, double[] weights, double[] frequency) {
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("raking needs at least one margin");
        }
        Margin first = margins.getFirst();
        for (Margin margin : margins) {
            margin.requireUsable(weights, frequency);
            if (Math.abs(margin.total() - first.total()) > TOTALS_TOLERANCE * first.total()) {
                throw new IllegalArgumentException("margin " + margin.name() + " adds to " + margin.total()
                        + ", margin " + first.name() + " to " + first.total() + "; they must agree");
            }
        }
    }

    private static void fit(Margin margin, double[] weights, double[] frequency) {
        double[] factor = margin.sums(weights, frequency);
        for (int level = 0; level < factor.length; level++) {
            factor[level] = factor[level] > 0 ? margin.population().get(level) / factor[level] : 1;
        }
        for (int cell = 0; cell < weights.length; cell++) {
            int level = margin.grouping().code(cell);
            weights[cell] *= level >= 0 ? factor[level] : 1;
        }
    }

    private static Deviation worst(List<Margin> margins, double[] weights, double[] frequency) {
        Deviation worst = new Deviation(0, "nothing");
        for (Margin margin : margins) {
            double[] sums = margin.sums(weights, frequency);
            for (int level = 0; level < sums.length; level++) {
                double count = margin.population().get(level);
                double size = count == 0 ? 0 : Math.abs(sums[level] / count - 1);
                if (!(size <= worst.size())) {
                    worst = new Deviation(
                            size,
                            "margin " + margin.name() + ", level \""
                                    + margin.grouping().labels().get(level) + "\"");
                }
            }
        }
        return worst;
    }

    private static RakingReport report(int iterations, Deviation deviation, double[] base, double[] raked) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int cell = 0; cell < base.length; cell++) {
            if (base[cell] > 0) {
                smallest = Math.min(smallest, raked[cell] / base[cell]);
                largest = Math.max(largest, raked[cell] / base[cell]);
            }
        }
        return new RakingReport(iterations, deviation.size(), deviation.where(), smallest, largest);
    }

    /** How the iteration went. */
    public RakingReport report() {
        return report;
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public void removeExplained(double[] influence, int width, double[] frequency) {
        if (variance == RakingVariance.BASE_WEIGHT_RESIDUALS) {
            BaseWeightResiduals.remove(new Auxiliary.Indicators(margins), base, weights, influence, width, frequency);
            return;
        }
        for (int round = 0; round < AVERAGE_ROUNDS; round++) {
            margins.forEach(margin -> removeAverages(margin, influence, width, frequency));
        }
    }

    private void removeAverages(Margin margin, double[] influence, int width, double[] frequency) {
        double[] sums = new double[margin.levels()];
        double[] counts = new double[margin.levels()];
        for (int i = 0; i < influence.length; i++) {
            int cell = i / width;
            if (frequency[i] > 0 && weights[cell] > 0) {
                int level = margin.grouping().code(cell);
                sums[level] += frequency[i] * influence[i] / weights[cell];
                counts[level] += frequency[i];
            }
        }
        for (int i = 0; i < influence.length; i++) {
            int cell = i / width;
            if (frequency[i] > 0 && weights[cell] > 0) {
                int level = margin.grouping().code(cell);
                influence[i] -= weights[cell] * sums[level] / counts[level];
            }
        }
    }

    @Override
    public String convention() {
        return "raked on " + margins.stream().map(Margin::name).toList() + ": "
                + switch (variance) {
                    case BASE_WEIGHT_RESIDUALS -> "regression residuals weighted by the base weights";
                    case MARGIN_AVERAGES -> "residuals from ten rounds of unweighted margin averages";
                };
    }
}
