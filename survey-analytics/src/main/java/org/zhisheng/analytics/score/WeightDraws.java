package org.zhisheng.analytics.score;

import org.zhisheng.analytics.numeric.Gaussian;

/**
 * Totals under weights that are drawn around the scheme's: Dirichlet(κ·w). It answers how far an order rests on the choice
 * of weights, and has nothing to do with sampling errors.
 *
 * @param concentration κ; the standard deviation of a weight w is √(w(1 − w)/(κ + 1)), so 100 moves a weight of ten points
 *     by about three
 */
public record WeightDraws(Scheme scheme, ScoreTable table, double concentration, long seed) implements RankDraws {
    public WeightDraws {
        if (!(concentration > 0)) {
            throw new IllegalArgumentException("a concentration of " + concentration + " is not above 0");
        }
    }

    @Override
    public int units() {
        return table.units();
    }

    @Override
    public void draw(int draw, float[] into) {
        Scheme perturbed = perturbed(Gaussian.of(seed, draw));
        double[] totals = table.totals(pattern -> Composition.of(perturbed, table.pattern(pattern)), 1);
        for (int u = 0; u < totals.length; u++) {
            into[u] = (float) totals[u];
        }
    }

    private Scheme perturbed(Gaussian gaussian) {
        int count = scheme.indicators().size();
        double[] drawn = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            drawn[i] = gaussian.gamma(concentration * scheme.indicators().get(i).weight() / 100);
            sum += drawn[i];
        }
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = 100 * drawn[i] / sum;
        }
        return Reweighting.of(scheme, points);
    }
}
