package org.zhisheng.analytics.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Sites where whole answer vectors repeat more often than elsewhere. What is usual comes from pairs of respondents of two
 * different other sites, or from independent items where those pairs hold no repetition; the larger is taken. Pairs are
 * not independent of each other, so the probability screens and proves nothing.
 */
public final class IdenticalVectors {
    private IdenticalVectors() {}

    /**
     * Repetition in one site.
     *
     * @param site its name
     * @param respondents rows with enough answers
     * @param share of them who share their vector with another of the site
     * @param pairs identical pairs within the site
     * @param expectedPairs pairs of the site times the usual chance
     * @param peerChance share of identical pairs across other sites
     * @param independentChance Π over items of Σp², with the shares p of the other sites' answers
     * @param pValue Poisson probability of at least as many pairs
     */
    public record Repetition(
            String site,
            int respondents,
            double share,
            long pairs,
            double expectedPairs,
            double peerChance,
            double independentChance,
            double pValue) {}

    /**
     * Repetition in every site, in the order of the sites.
     *
     * @param minimumAnswered rows with fewer answers are left out
     * @throws IllegalArgumentException with fewer than two sites
     */
    public static List<Repetition> of(AnswerGrid grid, Sites sites, int minimumAnswered) {
        sites.requireRows(grid.rows());
        if (sites.count() < 2) {
            throw new IllegalArgumentException("one site alone has no peers to be compared with");
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            if (grid.answeredBy(row) >= minimumAnswered) {
                rows.add(row);
            }
        }
        PatternCounts counts = PatternCounts.of(grid, sites, rows);
        List<Repetition> result = new ArrayList<>();
        for (int site = 0; site < sites.count(); site++) {
            double independent = new PeerShares(grid, sites, rows, site).chanceOfTwins();
            result.add(repetition(counts, sites.name(site), site, independent));
        }
        return result;
    }

    private static Repetition repetition(PatternCounts counts, String name, int site, double independent) {
        long size = counts.size[site];
        double peers = counts.chanceAcrossOthers(site);
        double usual = Double.isNaN(peers) ? independent : Math.max(peers, independent);
        double expected = size * (size - 1) / 2.0 * usual;
        long pairs = counts.pairs[site];
        double p = pairs == 0 ? 1 : Gamma.regularizedGammaP((double) pairs, expected, 1e-15, 100_000);
        double share = (double) counts.repeating[site] / size;
        return new Repetition(name, (int) size, share, pairs, expected, peers, independent, p);
    }

    /** How often each pattern occurs in each site, reduced to what the comparison needs. */
    private static final class PatternCounts {
        final long[] size;
        final long[] pairs;
        final long[] repeating;
        private final long[] identicalWithOthers;
        private long identicalAcross;

        private PatternCounts(int sites) {
            size = new long[sites];
            pairs = new long[sites];
            repeating = new long[sites];
            identicalWithOthers = new long[sites];
        }

        static PatternCounts of(AnswerGrid grid, Sites sites, List<Integer> rows) {
            Map<Pattern, Map<Integer, Long>> table = new HashMap<>();
            PatternCounts counts = new PatternCounts(sites.count());
            for (int row : rows) {
                counts.size[sites.of(row)]++;
                table.computeIfAbsent(Pattern.of(grid, row), pattern -> new HashMap<>())
                        .merge(sites.of(row), 1L, Long::sum);
            }
            table.values().forEach(counts::add);
            return counts;
        }

        private void add(Map<Integer, Long> bySite) {
            long all = bySite.values().stream().mapToLong(Long::longValue).sum();
            long within = 0;
            for (Map.Entry<Integer, Long> entry : bySite.entrySet()) {
                int site = entry.getKey();
                long count = entry.getValue();
                pairs[site] += count * (count - 1) / 2;
                within += count * (count - 1) / 2;
                repeating[site] += count > 1 ? count : 0;
                identicalWithOthers[site] += count * (all - count);
            }
            identicalAcross += all * (all - 1) / 2 - within;
        }

        /** Share of identical pairs among pairs from two different sites other than this one; NaN without such pairs. */
        double chanceAcrossOthers(int site) {
            long people = 0;
            long within = 0;
            for (int other = 0; other < size.length; other++) {
                people += other == site ? 0 : size[other];
                within += other == site ? 0 : size[other] * (size[other] - 1) / 2;
            }
            long across = people * (people - 1) / 2 - within;
            return (double) (identicalAcross - identicalWithOthers[site]) / across;
        }
    }
}
