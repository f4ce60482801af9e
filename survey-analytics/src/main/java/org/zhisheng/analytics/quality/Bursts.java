package org.zhisheng.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * Buckets of arrivals that hold far more answers than they should, as when one hand fills in many. Given the total, a
 * bucket's count is binomial with its expected share; probabilities are adjusted for the number of buckets (Bonferroni).
 *
 * @param buckets each bucket, in order
 * @param total arrivals of all buckets
 */
public record Bursts(List<Bucket> buckets, long total) {
    public Bursts {
        buckets = List.copyOf(buckets);
    }

    /**
     * One bucket of arrivals.
     *
     * @param index its position from 0
     * @param count arrivals
     * @param expected arrivals expected from the total
     * @param pValue probability of at least as many
     * @param adjusted the same times the number of buckets, at most 1
     */
    public record Bucket(int index, long count, double expected, double pValue, double adjusted) {}

    /**
     * Compares arrivals with their expected shares.
     *
     * @param counts arrivals by bucket of equal or known share; coarse buckets (days or shifts) suffice
     * @param profile what share each bucket should have, for example the arrivals of all other sites; scaled to sum 1
     */
    public static Bursts of(long[] counts, double[] profile) {
        if (counts.length != profile.length || counts.length == 0) {
            throw new IllegalArgumentException(
                    counts.length + " buckets of arrivals but a profile of " + profile.length + ": give one for each");
        }
        long total = 0;
        double scale = 0;
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] < 0 || !(profile[index] > 0)) {
                throw new IllegalArgumentException("bucket " + index + " has " + counts[index]
                        + " arrivals and an expected share of " + profile[index] + ": expected 0 or more, and above 0");
            }
            total += counts[index];
            scale += profile[index];
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            double share = profile[index] / scale;
            double p = atLeast(counts[index], total, share);
            buckets.add(new Bucket(index, counts[index], total * share, p, Math.min(1, p * counts.length)));
        }
        return new Bursts(buckets, total);
    }

    /** Buckets whose adjusted probability is below {@code significance}. */
    public List<Bucket> flagged(double significance) {
        return buckets.stream()
                .filter(bucket -> bucket.adjusted() < significance)
                .toList();
    }

    private static double atLeast(long count, long total, double share) {
        return count == 0 || share >= 1
                ? 1
                : Beta.regularizedBeta(share, (double) count, total - count + 1.0, 1e-15, 100_000);
    }
}
