package org.zhisheng.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files that were stolen: whole folders, with deleted pages, logs and all. Keys are found wherever they stand, by their
 * first eight bytes.
 */
final class Loot {
    private static final int LONGEST = 1 << 30;

    private final Path folder;

    Loot(Path folder) {
        this.folder = folder;
    }

    /** For each file, where the keys stand in it; and for table files, which transactions wrote them. */
    List<Trace> traces(Collection<Key> keys) {
        Map<Long, List<Key>> byStart = new HashMap<>();
        for (Key key : keys) {
            byStart.computeIfAbsent(start(key), s -> new ArrayList<>()).add(key);
        }
        List<Trace> traces = new ArrayList<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            ByteBuffer bytes = read(file);
            Map<Key, List<Long>> places = find(bytes, byStart);
            add(traces, name, places);
            if (name.endsWith(".ibd")) {
                add(traces, name + " transactions", InnodbPages.transactions(bytes, places));
            }
        }
        return traces;
    }

    /** All files of the loot. */
    List<Path> files() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ByteBuffer read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<Trace> traces, String source, Map<Key, List<Long>> found) {
        if (found.size() > 1) {
            Map<Key, long[]> seen = new HashMap<>();
            found.forEach((key, numbers) -> seen.put(
                    key, numbers.stream().mapToLong(Long::longValue).sorted().toArray()));
            traces.add(new Trace(source, seen));
        }
    }

    private static Map<Key, List<Long>> find(ByteBuffer bytes, Map<Long, List<Key>> byStart) {
        Map<Key, List<Long>> places = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        long[] starts = byStart.keySet().stream().mapToLong(Long::longValue).toArray();
        boolean[] second = new boolean[1 << 16];
        for (long start : starts) {
            second[(int) (start >>> 48)] = true;
        }
        for (int at = 0; at + Long.BYTES <= bytes.limit(); at++) {
            if (second[bytes.getShort(at) & 0xFFFF]) {
                for (Key key : byStart.getOrDefault(bytes.getLong(at), List.of())) {
                    if (stands(bytes, at, key)) {
                        places.computeIfAbsent(key, k -> new ArrayList<>()).add((long) at);
                    }
                }
            }
        }
        return places;
    }

    private static boolean stands(ByteBuffer bytes, int at, Key key) {
        if (at + key.length() > bytes.limit()) {
            return false;
        }
        for (int i = Long.BYTES; i < key.length(); i++) {
            if (bytes.get(at + i) != key.at(i)) {
                return false;
            }
        }
        return true;
    }

    private static long start(Key key) {
        long start = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            start = start << Byte.SIZE | key.at(i) & 0xFF;
        }
        return start;
    }
}
