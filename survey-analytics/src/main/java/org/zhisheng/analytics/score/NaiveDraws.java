package org.zhisheng.analytics.score;

import org.zhisheng.analytics.numeric.NormalTable;

/**
 * Draws around the totals as they are. They add the error a second time, so that the extremes look more certain than they
 * are: shown beside {@link ShrunkenTotals}, never instead.
 */
public record NaiveDraws(double[] totals, double[] errors, long seed) implements RankDraws {
    @Override
    public int units() {
        return totals.length;
    }

    @Override
    public void draw(int draw, float[] into) {
        NormalTable.fill(seed, draw, into);
        for (int u = 0; u < totals.length; u++) {
            into[u] = (float) (totals[u] + errors[u] * into[u]);
        }
    }
}
