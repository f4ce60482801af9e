package org.zhisheng.server.attack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chunks of H2's file: what a commit wrote stands together under a header that starts a block of 4096 bytes with {@code
 * chunk:} and the chunk's number in hexadecimal digits, which counts the writes. It is what InnoDB's transaction id is there.
 */
final class H2Chunks {
    private static final int BLOCK = 4096;
    private static final byte[] MARK = {'c', 'h', 'u', 'n', 'k', ':'};
    private static final int DIGITS = 15;

    private H2Chunks() {}

    static Map<Key, List<Long>> versions(ByteBuffer file, Map<Key, List<Long>> places) {
        TreeMap<Long, Long> chunks = new TreeMap<>();
        for (int at = 0; at + BLOCK <= file.limit(); at += BLOCK) {
            if (isHeader(file, at)) {
                chunks.put((long) at, number(file, at + MARK.length));
            }
        }
        Map<Key, List<Long>> versions = new HashMap<>();
        places.forEach((key, positions) -> positions.forEach(position -> {
            Map.Entry<Long, Long> chunk = chunks.floorEntry(position);
            if (chunk != null) {
                versions.computeIfAbsent(key, k -> new ArrayList<>()).add(chunk.getValue());
            }
        }));
        return versions;
    }

    private static boolean isHeader(ByteBuffer file, int at) {
        for (int i = 0; i < MARK.length; i++) {
            if (file.get(at + i) != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(ByteBuffer file, int at) {
        long number = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = Character.digit(file.get(at + i), 16);
            if (digit < 0) {
                break;
            }
            number = number << 4 | digit;
        }
        return number;
    }
}
