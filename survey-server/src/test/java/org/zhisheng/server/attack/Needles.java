package org.zhisheng.server.attack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many byte strings at once, by their first eight bytes, which each must have.
 *
 * @param <T> what a string stands for; several may stand for the same
 */
final class Needles<T> {
    private record Needle<T>(T sign, byte[] bytes) {}

    private final Map<Long, List<Needle<T>>> byStart = new HashMap<>();
    /** Which two bytes a needle starts with: most places of a file are passed over by this alone. */
    private final boolean[] starts = new boolean[1 << 16];

    void add(T sign, byte[] bytes) {
        long start = ByteBuffer.wrap(bytes).getLong();
        byStart.computeIfAbsent(start, s -> new ArrayList<>()).add(new Needle<>(sign, bytes));
        starts[(int) (start >>> 48)] = true;
    }

    /** Where each stands, in rising order; what is not there is absent. */
    Map<T, List<Long>> find(ByteBuffer bytes) {
        Map<T, List<Long>> places = new HashMap<>();
        for (int at = 0; at + Long.BYTES <= bytes.limit(); at++) {
            if (starts[bytes.getShort(at) & 0xFFFF]) {
                for (Needle<T> needle : byStart.getOrDefault(bytes.getLong(at), List.of())) {
                    if (stands(bytes, at, needle.bytes())) {
                        places.computeIfAbsent(needle.sign(), k -> new ArrayList<>())
                                .add((long) at);
                    }
                }
            }
        }
        return places;
    }

    private static boolean stands(ByteBuffer bytes, int at, byte[] needle) {
        if (at + needle.length > bytes.limit()) {
            return false;
        }
        for (int i = Long.BYTES; i < needle.length; i++) {
            if (bytes.get(at + i) != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
