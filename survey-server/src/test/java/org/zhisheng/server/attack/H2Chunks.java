package org.zhisheng.server.attack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chunks of H2's file: what a commit wrote stands together, a few blocks of 4096 bytes, under a header such as {@code
 * chunk:1a,block:3,len:2,…} with hexadecimal numbers of which the first counts the writes. It is what InnoDB's transaction id
 * is there. A page is written anew, with all its rows, whenever one of them changes, and earlier ones stay for a while: what
 * tells is when a row stood there first, and since when it is as it is last.
 */
final class H2Chunks {
    private static final int BLOCK = 4096;
    private static final int HEADER = 128;
    private static final Pattern MARK = Pattern.compile("^chunk:([0-9a-f]{1,15}),block:[0-9a-f]+,len:([0-9a-f]{1,7}),");
    /** So many bytes after a key are compared: of a ticket they hold whether it was used. */
    private static final int CONTENT = 24;

    private final ByteBuffer file;
    private final TreeMap<Long, Chunk> chunks = new TreeMap<>();

    private record Chunk(long number, long end) {}

    private record Sighting(long chunk, ByteBuffer content) {}

    H2Chunks(ByteBuffer file) {
        this.file = file;
        for (int at = 0; at + BLOCK <= file.limit(); at += BLOCK) {
            byte[] start = new byte[HEADER];
            file.get(at, start);
            Matcher header = MARK.matcher(new String(start, StandardCharsets.ISO_8859_1));
            if (header.find()) {
                long end = at + Long.parseLong(header.group(2), 16) * BLOCK;
                chunks.put((long) at, new Chunk(Long.parseLong(header.group(1), 16), end));
            }
        }
    }

    /** The first chunk that holds the key. */
    Map<Key, List<Long>> first(Map<Key, List<Long>> places) {
        Map<Key, List<Long>> first = new HashMap<>();
        places.forEach((key, some) -> sightings(key, some).stream()
                .mapToLong(Sighting::chunk)
                .min()
                .ifPresent(n -> first.put(key, List.of(n))));
        return first;
    }

    /** The last chunk that holds the key: a row was deleted soon after. */
    Map<Key, List<Long>> last(Map<Key, List<Long>> places) {
        Map<Key, List<Long>> last = new HashMap<>();
        places.forEach((key, some) -> sightings(key, some).stream()
                .mapToLong(Sighting::chunk)
                .max()
                .ifPresent(n -> last.put(key, List.of(n))));
        return last;
    }

    /** The first chunks in which what follows the key differs from what followed it in the first one of all. */
    Map<Key, List<Long>> changed(Map<Key, List<Long>> places) {
        Map<Key, List<Long>> changed = new HashMap<>();
        places.forEach((key, some) -> {
            Map<ByteBuffer, Long> since = new HashMap<>();
            sightings(key, some).forEach(s -> since.merge(s.content(), s.chunk(), Math::min));
            List<Long> times = since.values().stream().sorted().toList();
            if (times.size() > 1) {
                changed.put(key, List.of(times.getLast()));
            }
        });
        return changed;
    }

    private List<Sighting> sightings(Key key, List<Long> places) {
        List<Sighting> sightings = new ArrayList<>();
        for (long place : places) {
            Map.Entry<Long, Chunk> chunk = chunks.floorEntry(place);
            int after = (int) place + key.length();
            if (chunk != null && place < chunk.getValue().end() && after + CONTENT <= file.limit()) {
                sightings.add(new Sighting(chunk.getValue().number(), file.slice(after, CONTENT)));
            }
        }
        return sightings;
    }
}
