package org.zhisheng.analytics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One figure over all parts of a unit, and what of it is printed. */
final class GroupRate {
    final ItemCounts item;
    final Outcome outcome;
    private final GroupPartition of;
    final long[] hits;
    final long[] bases;
    final Limit[] limits;

    GroupRate(GroupPartition of, ItemCounts item, Outcome outcome) {
        this.of = of;
        this.item = item;
        this.outcome = outcome;
        boolean[] printable = new boolean[of.parts().size()];
        hits = new long[printable.length];
        bases = new long[printable.length];
        for (int i = 0; i < printable.length; i++) {
            printable[i] = i < of.groups().size();
            int[] counts = item.of(of.parts().get(i));
            hits[i] = (long) outcome.sum(counts);
            bases[i] = outcome.base(counts);
        }
        limits = Unanimity.alone(hits, bases, printable, of.leastBase());
    }

    /** Places of the groups that are shown. */
    List<Integer> groups() {
        return of.groups();
    }

    /**
     * Withholds what would undo a bound where the sums over all parts and over weighting blocks are public.
     *
     * @param beside other figures of the same item
     * @return whether anything was withheld
     */
    boolean settle(List<GroupRate> beside) {
        int[] all = item.of(of.unit().all());
        if (ReleaseRule.unanimous((long) outcome.sum(all), outcome.base(all))) {
            return false;
        }
        long[] most = most(beside);
        boolean changed = Unanimity.settle(hits, bases, most, limits, of.leastBase());
        for (int[] together : of.blocks()) {
            changed |= settle(together, most);
        }
        return changed;
    }

    /** Whom it can be true of where other rates of the same people, of which none has it too, are printed. */
    private long[] most(List<GroupRate> beside) {
        long[] most = bases.clone();
        for (GroupRate other : beside) {
            for (int i = 0; i < most.length && excludes(other); i++) {
                if (other.isKnown(i)) {
                    most[i] -= other.hits[i];
                } else if (other.limits[i] == Limit.AT_LEAST) {
                    most[i] = Math.min(most[i], ReleaseRule.UNANIMITY);
                }
            }
        }
        return most;
    }

    /** What is left of the groups is known where all of them are. */
    private boolean isKnown(int part) {
        return part < of.groups().size()
                ? limits[part] == Limit.EXACT
                : Arrays.stream(limits, 0, part).allMatch(l -> l == Limit.EXACT);
    }

    private boolean excludes(GroupRate other) {
        return other != this
                && other.item == item
                && IntStream.range(0, item.categories().size()).allMatch(c -> {
                    double mine = outcome.values().get(c);
                    double theirs = other.outcome.values().get(c);
                    return Double.isNaN(mine) ? Double.isNaN(theirs) : mine + theirs <= 1;
                });
    }

    /** Groups that make up a weighting block: what is weighted by it with four decimals gives away their sum. */
    private boolean settle(int[] together, long[] most) {
        Limit[] some = IntStream.of(together).mapToObj(i -> limits[i]).toArray(Limit[]::new);
        boolean changed = Unanimity.settle(
                IntStream.of(together).mapToLong(i -> hits[i]).toArray(),
                IntStream.of(together).mapToLong(i -> bases[i]).toArray(),
                IntStream.of(together).mapToLong(i -> most[i]).toArray(),
                some,
                of.leastBase());
        for (int i = 0; i < together.length; i++) {
            limits[together[i]] = some[i];
        }
        return changed;
    }
}
