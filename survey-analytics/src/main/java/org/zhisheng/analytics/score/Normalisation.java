package org.zhisheng.analytics.score;

import org.jspecify.annotations.Nullable;

/**
 * How a value becomes points. Those that compare with peers are fitted to a table of units first; in errors and draws the
 * fitted constants count as fixed.
 */
public sealed interface Normalisation {
    /** The value itself. */
    record Identity() implements Normalisation {}

    /** min(100, value / target · 100), not below 0. */
    record TargetRatio(double target) implements Normalisation {
        public TargetRatio {
            if (!(target > 0)) {
                throw new IllegalArgumentException("a target of " + target + " is not above 0");
            }
        }
    }

    /**
     * A target band: 0 at or below 0, value / lower · 100 below it, 100 from its lower edge on. Both edges belong to the
     * band; a value above the upper edge keeps its 100 points and is flagged.
     */
    record TargetBand(double lower, double upper) implements Normalisation {
        public TargetBand {
            if (!(lower > 0 && upper >= lower)) {
                throw new IllegalArgumentException("a target band from " + lower + " to " + upper + " is none");
            }
        }
    }

    /**
     * (x − min)/(max − min) onto a range, as COINr's {@code n_minmax}; for lower-is-better the sign of x is turned first.
     *
     * @param goalposts fixed min and max, beyond which values are cut off; null takes them from the peers
     * @param onto the range of the result, usually 0 to 100
     */
    record MinMax(@Nullable Range goalposts, Range onto, Direction direction) implements Normalisation {}

    /**
     * Distance to a target, 100 at it, as COINr's {@code n_dist2targ} times 100: (x − min)/(target − min), or
     * (max − x)/(max − target) for lower-is-better.
     *
     * @param capped whether more than the target is worth no more
     */
    record DistanceToTarget(double target, Direction direction, boolean capped) implements Normalisation {}

    /** (x − mean)/sd · {@code sd} + {@code mean}, sample sd with n − 1, as COINr's {@code n_zscore}. */
    record ZScore(double mean, double sd, Direction direction) implements Normalisation {
        public ZScore {
            if (!(sd > 0)) {
                throw new IllegalArgumentException("a standard deviation of " + sd + " is not above 0");
            }
        }
    }

    /** Whether it must be fitted to a table of units. */
    default boolean needsPeers() {
        return switch (this) {
            case MinMax m -> m.goalposts() == null;
            case DistanceToTarget d -> true;
            case ZScore z -> true;
            case Identity i -> false;
            case TargetRatio t -> false;
            case TargetBand b -> false;
        };
    }
}
