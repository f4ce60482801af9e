package org.zhisheng.analytics.cli.csv;

import java.util.Arrays;

/**
 * One thread's view of a {@link Dictionary}: a hash table from the bytes of a cell to its code. Cells of up to seven bytes
 * are packed into a long; longer ones are compared byte by byte.
 */
final class LocalCodes {
    private static final int PACKED = 7;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final Dictionary dictionary;
    private final int[] single = new int[256];
    private long[] keys = new long[64];
    private byte[][] cells = new byte[64][];
    private int[] codes = new int[64];
    private int size;

    LocalCodes(Dictionary dictionary) {
        this.dictionary = dictionary;
        Arrays.fill(single, -1);
    }

    /** Codes of one-byte cells by their byte, -1 where not met yet. */
    int[] single() {
        return single;
    }

    /** The code of a cell; -1 if the dictionary is full. */
    int code(byte[] bytes, int from, int to) {
        long key = key(bytes, from, to);
        int slot = find(key, bytes, from, to);
        if (keys[slot] != 0) {
            return codes[slot];
        }
        int code = dictionary.code(bytes, from, to);
        if (code >= 0) {
            put(slot, key, Arrays.copyOfRange(bytes, from, to), code);
        }
        return code;
    }

    private void put(int slot, long key, byte[] cell, int code) {
        keys[slot] = key;
        cells[slot] = cell;
        codes[slot] = code;
        if (cell.length == 1 && Character.isLetterOrDigit(cell[0])) { // nothing that could be a delimiter or quote
            single[cell[0] & 0xff] = code;
        }
        if (++size * 2 > keys.length) {
            grow();
        }
    }

    private static long key(byte[] bytes, int from, int to) {
        long key = 1;
        if (to - from <= PACKED) {
            for (int i = from; i < to; i++) {
                key = key << 8 | (bytes[i] & 0xff);
            }
            return key;
        }
        for (int i = from; i < to; i++) {
            key = (key ^ bytes[i]) * SPREAD;
        }
        return key | Long.MIN_VALUE; // never the key of a short cell
    }

    private int find(long key, byte[] bytes, int from, int to) {
        int mask = keys.length - 1;
        int slot = (int) (key * SPREAD >>> 40) & mask;
        while (keys[slot] != 0 && !(keys[slot] == key && same(slot, bytes, from, to))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int slot, byte[] bytes, int from, int to) {
        return to - from <= PACKED || Arrays.equals(cells[slot], 0, cells[slot].length, bytes, from, to);
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[][] oldCells = cells;
        int[] oldCodes = codes;
        keys = new long[oldKeys.length * 2];
        cells = new byte[keys.length][];
        codes = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = find(oldKeys[i], oldCells[i], 0, oldCells[i].length);
                keys[slot] = oldKeys[i];
                cells[slot] = oldCells[i];
                codes[slot] = oldCodes[i];
            }
        }
    }
}
