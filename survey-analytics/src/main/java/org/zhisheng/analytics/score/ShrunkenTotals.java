package org.zhisheng.analytics.score;

import org.zhisheng.analytics.numeric.Gaussian;
import org.zhisheng.analytics.numeric.NormalTable;

/**
 * Totals shrunk towards their mean by how uncertain they are: y ~ N(θ, s²), θ ~ N(μ, τ²), with flat priors on μ and τ
 * (Gelman et al., Bayesian Data Analysis, 3rd edition, section 5.4). Each draw takes τ from its posterior on a grid, then μ,
 * then every θ; so the uncertainty about how different units are is carried along, which matters with few units.
 *
 * <p>Ranks of drawn θ are calibrated where units are exchangeable before anything is known; intervals therefore need not
 * hold the rank of the published total of an extreme unit.
 */
public final class ShrunkenTotals implements RankDraws {
    private static final int FEWEST = 4;
    private static final int CELLS = 64;
    private static final double NEGLIGIBLE = 14;

    private final double[] totals;
    private final double[] variances;
    private final long seed;
    private final boolean exact;
    /** Middle of each cell of τ, its posterior distribution function, and μ's posterior given it. */
    private double[] tau = new double[0];

    private double cell;
    private double[] cumulative = new double[0];
    private double[] mean = new double[0];
    private double[] meanVariance = new double[0];

    /**
     * @param totals no NaN
     * @param errors standard errors, 0 where a total is known exactly
     * @throws IllegalArgumentException with fewer than four units
     */
    public ShrunkenTotals(double[] totals, double[] errors, long seed) {
        if (totals.length < FEWEST) {
            throw new IllegalArgumentException("shrunken totals need at least " + FEWEST + " units, not "
                    + totals.length + ": how different units are cannot be learned from fewer");
        }
        this.totals = totals.clone();
        this.seed = seed;
        this.variances = new double[errors.length];
        double least = Double.POSITIVE_INFINITY;
        for (int u = 0; u < errors.length; u++) {
            if (Double.isNaN(totals[u]) || !(errors[u] >= 0)) {
                throw new IllegalArgumentException(
                        "unit " + (u + 1) + " has the total " + totals[u] + " with the error " + errors[u]);
            }
            variances[u] = errors[u] * errors[u];
            least = Math.min(least, totals[u]);
        }
        double spread = 0;
        for (double total : totals) {
            spread = Math.max(spread, total - least);
        }
        exact = java.util.Arrays.stream(variances).allMatch(v -> v == 0) || spread == 0;
        if (!exact) {
            grid(spread);
        }
    }

    /** Narrows the grid until the posterior of τ fills it; the flat prior is cut at the range of the totals. */
    private void grid(double spread) {
        double from = 0;
        double to = spread;
        double[] logs = new double[CELLS];
        for (int round = 0; round < 40; round++) {
            cell = (to - from) / CELLS;
            tau = new double[CELLS];
            mean = new double[CELLS];
            meanVariance = new double[CELLS];
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < CELLS; k++) {
                tau[k] = from + (k + 0.5) * cell;
                logs[k] = logPosterior(k);
                most = Math.max(most, logs[k]);
            }
            int first = 0;
            int last = CELLS - 1;
            while (logs[first] < most - NEGLIGIBLE) {
                first++;
            }
            while (logs[last] < most - NEGLIGIBLE) {
                last--;
            }
            accumulate(logs, most);
            if (last - first >= CELLS / 3) {
                return;
            }
            double newFrom = Math.max(from, tau[first] - 1.5 * cell);
            to = Math.min(to, tau[last] + 1.5 * cell);
            from = newFrom;
        }
    }

    /** log p(τ | y) up to a constant, after μ was integrated out. */
    private double logPosterior(int k) {
        double square = tau[k] * tau[k];
        double precision = 0;
        double sum = 0;
        double logs = 0;
        double product = 1;
        for (int u = 0; u < totals.length; u++) {
            double variance = variances[u] + square;
            precision += 1 / variance;
            sum += totals[u] / variance;
            product *= variance;
            if (product > 1e200 || product < 1e-200) {
                logs += Math.log(product);
                product = 1;
            }
        }
        logs += Math.log(product);
        mean[k] = sum / precision;
        meanVariance[k] = 1 / precision;
        double squares = 0;
        for (int u = 0; u < totals.length; u++) {
            double miss = totals[u] - mean[k];
            squares += miss * miss / (variances[u] + square);
        }
        return 0.5 * (Math.log(meanVariance[k]) - logs - squares);
    }

    private void accumulate(double[] logs, double most) {
        cumulative = new double[CELLS];
        double sum = 0;
        for (int k = 0; k < CELLS; k++) {
            sum += Math.exp(logs[k] - most);
            cumulative[k] = sum;
        }
        for (int k = 0; k < CELLS; k++) {
            cumulative[k] /= sum;
        }
    }

    @Override
    public int units() {
        return totals.length;
    }

    @Override
    public void draw(int draw, float[] into) {
        if (exact) {
            for (int u = 0; u < totals.length; u++) {
                into[u] = (float) totals[u];
            }
            return;
        }
        // streams of their own: one for τ and μ, one for the units
        Gaussian gaussian = Gaussian.of(seed, -1L - draw);
        NormalTable.fill(seed, draw, into);
        double share = gaussian.uniform();
        int k = 0;
        while (k < CELLS - 1 && cumulative[k] < share) {
            k++;
        }
        double drawnTau = tau[k] + (gaussian.uniform() - 0.5) * cell;
        // never quite 0, so that a total without an error keeps all of itself: x/(0 + x) = 1
        double square = Math.max(Double.MIN_NORMAL, drawnTau * drawnTau);
        double drawnMean = mean[k] + Math.sqrt(meanVariance[k]) * gaussian.next();
        for (int u = 0; u < totals.length; u++) {
            double kept = square / (variances[u] + square);
            double centre = drawnMean + kept * (totals[u] - drawnMean);
            into[u] = (float) (centre + Math.sqrt(kept * variances[u]) * into[u]);
        }
    }

    /** Posterior mean of τ, the standard deviation between units. */
    public double spreadBetweenUnits() {
        double sum = 0;
        for (int k = 0; k < tau.length; k++) {
            sum += tau[k] * (cumulative[k] - (k == 0 ? 0 : cumulative[k - 1]));
        }
        return sum;
    }

    /** The posterior mean of each unit's true total, averaged over the grid of τ. */
    public double[] means() {
        if (exact) {
            return totals.clone();
        }
        double[] means = new double[totals.length];
        for (int k = 0; k < CELLS; k++) {
            double weight = cumulative[k] - (k == 0 ? 0 : cumulative[k - 1]);
            double square = tau[k] * tau[k];
            for (int u = 0; u < means.length; u++) {
                double kept = square / (variances[u] + square);
                means[u] += weight * (mean[k] + kept * (totals[u] - mean[k]));
            }
        }
        return means;
    }
}
