package org.zhisheng.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Sites whose answers vary improbably little. A site's variance is the mean over items of the variances among its
 * respondents; its peers' is the same, pooled within the other sites. The lower tail of F with the site's n − 1 and the
 * peers' Σ(n − 1) degrees of freedom treats the items as one, which makes the probability too large rather than too small.
 */
public final class Uniformity {
    private Uniformity() {}

    /**
     * The spread of one site.
     *
     * @param site its name
     * @param respondents rows with every item answered
     * @param variance mean over items of the variance, divisor n − 1
     * @param peerVariance the same pooled within other sites
     * @param ratio variance over peer variance
     * @param pValue probability of a ratio as small
     * @param adjusted times the number of sites judged, at most 1
     */
    public record Spread(
            String site,
            int respondents,
            double variance,
            double peerVariance,
            double ratio,
            double pValue,
            double adjusted) {}

    /**
     * Spread of each site with enough complete rows, in the order of the sites.
     *
     * @param minimumRespondents fewest complete rows of a site that is judged or serves as a peer, at least 2
     * @throws IllegalArgumentException with fewer than two such sites
     */
    public static List<Spread> of(AnswerGrid grid, Sites sites, int minimumRespondents) {
        sites.requireRows(grid.rows());
        if (minimumRespondents < 2) {
            throw new IllegalArgumentException(
                    "a minimum of " + minimumRespondents + ": a variance needs two respondents");
        }
        int[] respondents = new int[sites.count()];
        double[] squares = squaresWithin(grid, sites, respondents);
        List<Integer> judged = new ArrayList<>();
        double allSquares = 0;
        long allFreedom = 0;
        for (int site = 0; site < respondents.length; site++) {
            if (respondents[site] >= minimumRespondents) {
                judged.add(site);
                allSquares += squares[site];
                allFreedom += respondents[site] - 1;
            }
        }
        if (judged.size() < 2) {
            throw new IllegalArgumentException(judged.size() + " sites have " + minimumRespondents
                    + " complete rows: at least two are needed to compare");
        }
        List<Spread> result = new ArrayList<>();
        for (int site : judged) {
            double freedom = respondents[site] - 1.0;
            double peers = (allSquares - squares[site]) / (allFreedom - freedom);
            double ratio = squares[site] / freedom / peers;
            double p = new FDistribution(null, freedom, allFreedom - freedom).cumulativeProbability(ratio);
            result.add(new Spread(
                    sites.name(site),
                    respondents[site],
                    squares[site] / freedom,
                    peers,
                    ratio,
                    p,
                    Math.min(1, p * judged.size())));
        }
        return result;
    }

    /** Mean over items of the sum of squares about the site's mean, complete rows only; counts them as well. */
    private static double[] squaresWithin(AnswerGrid grid, Sites sites, int[] respondents) {
        double[][] sums = new double[sites.count()][grid.items()];
        double[] squares = new double[sites.count()];
        for (int row = 0; row < grid.rows(); row++) {
            if (grid.answeredBy(row) == grid.items()) {
                int site = sites.of(row);
                respondents[site]++;
                for (int item = 0; item < grid.items(); item++) {
                    sums[site][item] += grid.code(item, row);
                    squares[site] += grid.code(item, row) * grid.code(item, row);
                }
            }
        }
        for (int site = 0; site < squares.length; site++) {
            for (double sum : sums[site]) {
                squares[site] -= respondents[site] == 0 ? 0 : sum * sum / respondents[site];
            }
            squares[site] /= grid.items();
        }
        return squares;
    }
}
