package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes other tables that give the same release, by letting people of different cells exchange their answers. One exchange
 * inside all known groups changes no published number; neither do two that undo each other's effect on the groups. Each
 * table found this way is a proof, in whole people, that the answer is uncertain: no attacker can tell it from the true
 * one, whatever he computes.
 */
final class Exchange {
    /** Any seed will do; a fixed one makes every run alike. */
    private static final long SEED = 0x5eed;

    private final int[][] table;
    private final BitSet group;
    private final BitSet answer;
    private final long[] signature;
    private final Map<Long, List<Integer>> bySignature;

    private Exchange(int[][] table, BitSet group, BitSet answer, long[] signature, Map<Long, List<Integer>> cells) {
        this.table = new int[table.length][];
        for (int i = 0; i < table.length; i++) {
            this.table[i] = table[i].clone();
        }
        this.group = group;
        this.answer = answer;
        this.signature = signature;
        this.bySignature = cells;
    }

    /**
     * What tells cells apart: the sum of a random number for each known group that holds the cell. Two cells have equal
     * differences in all groups exactly where the differences of the sums are equal, up to a chance of 2^-64 a pair.
     */
    static long[] signatures(int cells, List<BitSet> known) {
        var random = new SplittableRandom(SEED);
        long[] signatures = new long[cells];
        for (BitSet group : known) {
            long number = random.nextLong();
            group.stream().forEach(c -> signatures[c] += number);
        }
        return signatures;
    }

    /** Cells by what tells them apart. */
    static Map<Long, List<Integer>> bySignature(long[] signatures) {
        Map<Long, List<Integer>> cells = new HashMap<>();
        for (int c = 0; c < signatures.length; c++) {
            cells.computeIfAbsent(signatures[c], s -> new ArrayList<>()).add(c);
        }
        return cells;
    }

    /**
     * How far the number of people of a group with an answer can move, up and down together.
     *
     * @param enough stop once so much is reached
     */
    static int width(
            int[][] table, BitSet group, BitSet answer, long[] signature, Map<Long, List<Integer>> cells, int enough) {
        int up = new Exchange(table, group, answer, signature, cells).climb(enough);
        if (up >= enough) {
            return up;
        }
        BitSet others = new BitSet(table.length);
        others.set(0, table.length);
        others.andNot(group);
        return up + new Exchange(table, others, answer, signature, cells).climb(enough - up);
    }

    private int climb(int enough) {
        int reached = 0;
        while (reached < enough && step()) {
            reached++;
        }
        return reached;
    }

    /** Gives one more person of the group the answer, and takes it from one outside. */
    private boolean step() {
        for (int inside = group.nextSetBit(0); inside >= 0; inside = group.nextSetBit(inside + 1)) {
            for (int outside = 0; outside < table.length; outside++) {
                if (!group.get(outside) && step(inside, outside)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean step(int inside, int outside) {
        for (int given = answer.nextSetBit(0); given >= 0; given = answer.nextSetBit(given + 1)) {
            for (int taken = 0; taken < table[inside].length && table[outside][given] > 0; taken++) {
                if (!answer.get(taken) && table[inside][taken] > 0 && step(inside, outside, given, taken)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean step(int inside, int outside, int given, int taken) {
        long difference = signature[inside] - signature[outside];
        swap(inside, outside, given, taken, 1);
        if (difference == 0 || undo(difference, given, taken)) {
            return true;
        }
        swap(inside, outside, given, taken, -1);
        return false;
    }

    /** Finds a second exchange, the other way round, between cells that differ as the first two do. */
    private boolean undo(long difference, int given, int taken) {
        for (int gives = 0; gives < table.length; gives++) {
            if (table[gives][given] == 0) {
                continue;
            }
            for (int takes : bySignature.getOrDefault(signature[gives] - difference, List.of())) {
                if (table[takes][taken] > 0 && (group.get(takes) || !group.get(gives))) {
                    swap(gives, takes, given, taken, -1);
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code to} is given one answer for another by {@code from}. */
    private void swap(int to, int from, int given, int taken, int people) {
        table[to][given] += people;
        table[to][taken] -= people;
        table[from][given] -= people;
        table[from][taken] += people;
    }
}
