package org.zhisheng.analytics.score;

/**
 * The smallest best ranks and the largest worst ranks of each unit over all draws so far: all that an interval needs, in a
 * tenth of the memory of all ranks. A heap a unit, whose root is the number that the next one must beat.
 */
final class RankTails {
    private final int size;
    private final int[] low;
    private final int[] high;
    /** The roots of the heaps once more, side by side: most draws look at nothing else. */
    private final int[] lowRoot;

    private final int[] highRoot;

    /** @param size how many of each tail are kept: the interval leaves {@code size} − 1 draws out at each end */
    RankTails(int units, int size) {
        long bytes = 8L * units * size;
        if (bytes > Runtime.getRuntime().maxMemory() / 2 || (long) units * size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "rank intervals of " + units + " units with " + size + " draws in each tail need " + (bytes >> 20)
                            + " MiB; ask for fewer draws, or give Java more memory");
        }
        this.size = size;
        low = new int[units * size];
        high = new int[units * size];
        lowRoot = new int[units];
        highRoot = new int[units];
    }

    /**
     * Adds some draws for the units {@code from} to {@code to}.
     *
     * @param before how many draws these units have seen
     * @param count how many are added: the first rows of {@code best} and {@code worst}
     */
    void add(int before, int count, int[][] best, int[][] worst, int from, int to) {
        // unit by unit, so that a unit's heaps are fetched once for all these draws
        for (int u = from; u < to; u++) {
            for (int d = 0; d < count; d++) {
                add(before + d, u, best[d][u], -worst[d][u]);
            }
        }
    }

    private void add(int before, int unit, int best, int worst) {
        int base = unit * size;
        if (before < size) {
            grow(low, base, before, best);
            grow(high, base, before, worst);
            lowRoot[unit] = low[base];
            highRoot[unit] = high[base];
            return;
        }
        if (best < lowRoot[unit]) {
            sink(low, base, best);
            lowRoot[unit] = low[base];
        }
        if (worst < highRoot[unit]) {
            sink(high, base, worst);
            highRoot[unit] = high[base];
        }
    }

    /** Max-heap: the largest of the smallest is at the root. */
    private static void grow(int[] heap, int base, int count, int value) {
        int at = count;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[base + parent] >= value) {
                break;
            }
            heap[base + at] = heap[base + parent];
            at = parent;
        }
        heap[base + at] = value;
    }

    private void sink(int[] heap, int base, int value) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[base + child + 1] > heap[base + child]) {
                child++;
            }
            if (heap[base + child] <= value) {
                break;
            }
            heap[base + at] = heap[base + child];
            at = child;
        }
        heap[base + at] = value;
    }

    int lower(int unit) {
        return low[unit * size];
    }

    int upper(int unit) {
        return -high[unit * size];
    }
}
