package org.zhisheng.analytics.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.data.CountCube.PairKey;

/**
 * The counting pass. Rows are split over threads, each with tables of its own, and walked in blocks, column by column.
 *
 * <p>Two items are counted together into one small joint table where that table stays in the first-level cache: half
 * the increments of counting them apart, and increments are what the pass costs.
 */
final class CubeCounter {
    private static final int JOINT_TABLE_LIMIT = 1 << 13;
    /** Fewer rows are counted in two milliseconds, which a second thread would spend on coming up. */
    private static final int SMALL = 1 << 17;

    private final List<CategoryColumn> dimensions;
    private final Map<String, CategoryColumn> items;
    private final CellTable table;
    private final List<Job> jobs = new ArrayList<>();
    private final int rows;
    private final int threads;

    /** One table to fill: an item alone (then {@code second} is the first again and not looked at) or two jointly. */
    private record Job(CategoryColumn first, CategoryColumn second, boolean joint, boolean kept) {
        int firstBits() {
            return bits(first);
        }

        int bits() {
            return joint ? bits(first) + bits(second) : bits(first);
        }

        private static int bits(CategoryColumn column) {
            int width = column.labels().size() + Missing.values().length;
            return 32 - Integer.numberOfLeadingZeros(width - 1);
        }
    }

    CubeCounter(List<CategoryColumn> dimensions, Map<String, CategoryColumn> items, List<String> paired, int threads) {
        this.dimensions = dimensions;
        this.items = items;
        this.rows = dimensions.getFirst().size();
        this.threads = Math.max(1, rows < SMALL ? 1 : threads);
        this.table = new CellTable(dimensions, this.threads);
        planPairs(paired);
        planItems(items.values().stream()
                .filter(item -> !paired.contains(item.name()) || paired.size() == 1)
                .toList());
    }

    private void planPairs(List<String> paired) {
        for (int i = 0; i < paired.size(); i++) {
            for (int j = i + 1; j < paired.size(); j++) {
                jobs.add(new Job(item(paired.get(i)), item(paired.get(j)), true, true));
            }
        }
    }

    private CategoryColumn item(String name) {
        CategoryColumn found = items.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no item " + name);
        }
        return found;
    }

    private void planItems(List<CategoryColumn> alone) {
        for (int i = 0; i < alone.size(); i++) {
            Job two = new Job(alone.get(i), alone.get(Math.min(i + 1, alone.size() - 1)), true, false);
            if (i + 1 < alone.size() && (long) table.cells() << two.bits() <= JOINT_TABLE_LIMIT) {
                jobs.add(two);
                i++;
            } else {
                jobs.add(new Job(alone.get(i), alone.get(i), false, false));
            }
        }
    }

    CountCube count() {
        List<int[][]> parts = runThreads();
        long[] sizes = sum(parts, jobs.size(), table.cells());
        Map<String, long[]> counts = new HashMap<>();
        Map<PairKey, long[]> pairs = new HashMap<>();
        for (int j = 0; j < jobs.size(); j++) {
            Job job = jobs.get(j);
            unpack(job, sum(parts, j, table.cells() << job.bits()), counts, pairs);
        }
        return new CountCube(dimensions, items, table.codes(), sizes, counts, pairs);
    }

    private List<int[][]> runThreads() {
        List<int[][]> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            parts.add(newTables());
        }
        Parallel.run(rows, threads, (thread, from, to) -> pass(from, to, parts.get(thread)));
        return parts;
    }

    private int[][] newTables() {
        int[][] tables = new int[jobs.size() + 1][];
        for (int j = 0; j < jobs.size(); j++) {
            tables[j] = new int[table.cells() << jobs.get(j).bits()];
        }
        tables[jobs.size()] = new int[table.cells()];
        return tables;
    }

    private void pass(int from, int to, int[][] tables) {
        int[] cell = new int[CountCube.BLOCK];
        int[] sizes = tables[jobs.size()];
        for (int start = from; start < to; start += CountCube.BLOCK) {
            int end = Math.min(to, start + CountCube.BLOCK);
            table.cellsOf(start, end, cell);
            for (int i = 0; i < end - start; i++) {
                sizes[cell[i]]++;
            }
            for (int j = 0; j < jobs.size(); j++) {
                fill(jobs.get(j), tables[j], cell, start, end);
            }
        }
    }

    private static void fill(Job job, int[] counts, int[] cell, int start, int end) {
        byte[] first = job.first().codes();
        int shift = job.bits();
        if (job.joint()) {
            countTwo(counts, cell, shift, first, job.firstBits(), job.second().codes(), start, end);
        } else {
            countOne(counts, cell, shift, first, start, end);
        }
    }

    private static void countOne(int[] counts, int[] cell, int shift, byte[] codes, int start, int end) {
        int mask = (1 << shift) - 1;
        for (int row = start; row < end; row++) {
            counts[(cell[row - start] << shift) | (codes[row] & mask)]++;
        }
    }

    private static void countTwo(
            int[] counts, int[] cell, int shift, byte[] first, int firstBits, byte[] second, int start, int end) {
        int firstMask = (1 << firstBits) - 1;
        int secondBits = shift - firstBits;
        int secondMask = (1 << secondBits) - 1;
        for (int row = start; row < end; row++) {
            int both = ((first[row] & firstMask) << secondBits) | (second[row] & secondMask);
            counts[(cell[row - start] << shift) | both]++;
        }
    }

    private static long[] sum(List<int[][]> parts, int index, int length) {
        long[] sum = new long[length];
        for (int[][] part : parts) {
            for (int i = 0; i < length; i++) {
                sum[i] += part[index][i];
            }
        }
        return sum;
    }

    /** From tables indexed by masked bytes to tables indexed by category, then missing reason. */
    private void unpack(Job job, long[] raw, Map<String, long[]> counts, Map<PairKey, long[]> pairs) {
        int secondBits = job.bits() - job.firstBits();
        int widthA = width(job.first());
        int widthB = job.joint() ? width(job.second()) : 1;
        long[] straight = new long[table.cells() * widthA * widthB];
        for (int cell = 0; cell < table.cells(); cell++) {
            for (int a = 0; a < widthA; a++) {
                for (int b = 0; b < widthB; b++) {
                    int masked = (masked(a, job.first(), job.firstBits()) << secondBits)
                            | (job.joint() ? masked(b, job.second(), secondBits) : 0);
                    straight[(cell * widthA + a) * widthB + b] = raw[(cell << job.bits()) | masked];
                }
            }
        }
        counts.computeIfAbsent(job.first().name(), name -> marginal(straight, widthA, widthB, true));
        if (job.joint()) {
            counts.computeIfAbsent(job.second().name(), name -> marginal(straight, widthA, widthB, false));
        }
        if (job.kept()) {
            pairs.put(new PairKey(job.first().name(), job.second().name()), straight);
            pairs.put(new PairKey(job.second().name(), job.first().name()), transposed(straight, widthA, widthB));
        }
    }

    private static int width(CategoryColumn column) {
        return column.labels().size() + Missing.values().length;
    }

    private static int masked(int index, CategoryColumn column, int bits) {
        int categories = column.labels().size();
        int code = index < categories ? index : categories - 1 - index;
        return code & ((1 << bits) - 1);
    }

    private static long[] marginal(long[] joint, int widthA, int widthB, boolean ofFirst) {
        int width = ofFirst ? widthA : widthB;
        long[] marginal = new long[joint.length / (ofFirst ? widthB : widthA)];
        for (int i = 0; i < joint.length; i++) {
            int cell = i / (widthA * widthB);
            int within = ofFirst ? i / widthB % widthA : i % widthB;
            marginal[cell * width + within] += joint[i];
        }
        return marginal;
    }

    private static long[] transposed(long[] joint, int widthA, int widthB) {
        long[] turned = new long[joint.length];
        for (int i = 0; i < joint.length; i++) {
            int cell = i / (widthA * widthB);
            int a = i / widthB % widthA;
            int b = i % widthB;
            turned[(cell * widthB + b) * widthA + a] = joint[i];
        }
        return turned;
    }
}
