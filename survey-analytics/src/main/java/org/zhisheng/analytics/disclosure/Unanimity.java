package org.zhisheng.analytics.disclosure;

import java.util.Arrays;

/**
 * Decides which of several rates that together make up a known total are printed, as bounds or not at all. A minority of
 * two or fewer is printed as a bound; the bound would be worth nothing if the total, less the other parts, gave the number
 * back, so further parts are withheld, those with the smallest base first, until every bound is as wide as it says.
 */
final class Unanimity {
    private final long[] hits;
    private final long[] bases;
    private final long[] most;
    private final Limit[] limits;

    private Unanimity(long[] hits, long[] bases, long[] most, Limit[] limits) {
        this.hits = hits;
        this.bases = bases;
        this.most = most;
        this.limits = limits;
    }

    /** Limits of parts by themselves: what is to be printed, as a bound, or not at all. */
    static Limit[] alone(long[] hits, long[] bases, boolean[] printable, int leastBase) {
        Limit[] limits = new Limit[hits.length];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = first(hits[i], bases[i], printable[i], leastBase);
        }
        return limits;
    }

    /**
     * Settles the parts of one total whose sum of hits is public.
     *
     * @param hits people of each part of whom it is true
     * @param bases people of each part whom it can be true of
     * @param most people of each part whom it can be true of at most, for what else is printed of the part
     * @param limits limits so far; more are withheld where that is needed
     * @param leastBase smallest base that is printed
     * @return whether anything had to be withheld
     */
    static boolean settle(long[] hits, long[] bases, long[] most, Limit[] limits, int leastBase) {
        Unanimity unanimity = new Unanimity(hits, bases, most, limits);
        boolean changed = false;
        while (!unanimity.holds(leastBase) && unanimity.withholdSmallest()) {
            changed = true;
        }
        return changed;
    }

    private static Limit first(long hits, long base, boolean printable, int leastBase) {
        if (base == 0) {
            return Limit.NO_BASE;
        }
        if (!printable || base < leastBase) {
            return Limit.WITHHELD;
        }
        if (!ReleaseRule.unanimous(hits, base)) {
            return Limit.EXACT;
        }
        return 2 * hits <= base ? Limit.AT_MOST : Limit.AT_LEAST;
    }

    /** Whether every number that is not printed exactly stays as uncertain as it looks. */
    private boolean holds(int leastBase) {
        long withheld = 0;
        int parts = 0;
        for (int i = 0; i < hits.length; i++) {
            if (limits[i] == Limit.WITHHELD) {
                withheld += bases[i];
                parts++;
            }
        }
        return (parts == 0 || withheld >= leastBase) && areOpen();
    }

    private boolean areOpen() {
        long sum = 0;
        long low = 0;
        long high = 0;
        for (int i = 0; i < hits.length; i++) {
            if (limits[i] != Limit.EXACT) {
                sum += hits[i];
                low += lowest(i);
                high += highest(i);
            }
        }
        for (int i = 0; i < limits.length; i++) {
            boolean narrow = limits[i] != Limit.EXACT && ReleaseRule.unanimous(hits[i], bases[i]);
            if (narrow && !isOpen(i, sum, low - lowest(i), high - highest(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a part can be anything from unanimous to a minority of two, the others making up for it. */
    private boolean isOpen(int i, long sum, long othersLow, long othersHigh) {
        long width = Math.min(ReleaseRule.UNANIMITY, bases[i]);
        long from = 2 * hits[i] <= bases[i] ? 0 : bases[i] - width;
        return from + othersHigh >= sum && from + width + othersLow <= sum;
    }

    private long lowest(int i) {
        return limits[i] == Limit.AT_LEAST ? bases[i] - ReleaseRule.UNANIMITY : 0;
    }

    private long highest(int i) {
        return limits[i] == Limit.AT_MOST ? Math.min(ReleaseRule.UNANIMITY, most[i]) : most[i];
    }

    private boolean withholdSmallest() {
        int smallest = -1;
        for (int i = 0; i < limits.length; i++) {
            if (limits[i] == Limit.EXACT && (smallest < 0 || bases[i] < bases[smallest])) {
                smallest = i;
            }
        }
        if (smallest < 0) {
            // Nothing exact is left to withhold: the bounds themselves go.
            return withholdBounds();
        }
        limits[smallest] = Limit.WITHHELD;
        return true;
    }

    private boolean withholdBounds() {
        boolean any = false;
        for (int i = 0; i < limits.length; i++) {
            any |= limits[i].hasValue();
            limits[i] = limits[i] == Limit.NO_BASE ? Limit.NO_BASE : Limit.WITHHELD;
        }
        return any;
    }

    /** The bound that is printed: n − 2 of n, or 2 of n, as a share. */
    static double bound(Limit limit, long base) {
        double minority = (double) ReleaseRule.UNANIMITY / base;
        return switch (limit) {
            case AT_LEAST -> 1 - minority;
            case AT_MOST -> minority;
            default -> throw new IllegalArgumentException(limit + " is no bound: " + Arrays.toString(Limit.values()));
        };
    }
}
