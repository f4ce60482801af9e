package org.zhisheng.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that were stolen: whole folders, with deleted pages, logs and all. Keys are found wherever they stand, as bytes or
 * as hexadecimal digits.
 */
final class Loot {
    private static final int LONGEST = 1 << 30;
    /** Logs that go on in a next file: binlog.000002 after binlog.000001, #ib_redo12 after #ib_redo11, spare ones apart. */
    private static final Pattern NUMBERED = Pattern.compile("(.*?[a-z._#-])0*(\\d{1,9})(_tmp)?");

    private static final int FILE_BITS = 40;

    private final Path folder;

    Loot(Path folder) {
        this.folder = folder;
    }

    /** What each source says of the keys. */
    List<Trace> traces(Collection<Key> keys) {
        Needles<Key> needles = new Needles<>();
        for (Key key : keys) {
            needles.add(key, key.bytes());
            needles.add(key, key.toString().getBytes(StandardCharsets.US_ASCII));
            needles.add(key, key.toString().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        }
        Map<String, Map<Key, List<Long>>> found = new TreeMap<>();
        for (Path file : files()) {
            search(file, needles, found);
        }
        List<Trace> traces = new ArrayList<>();
        found.forEach((source, seen) -> {
            if (seen.size() > 1) {
                traces.add(trace(source, seen));
            }
        });
        return traces;
    }

    private void search(Path file, Needles<Key> needles, Map<String, Map<Key, List<Long>>> found) {
        String name = folder.relativize(file).toString();
        ByteBuffer bytes = read(file);
        Map<Key, List<Long>> places = needles.find(bytes);
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            long offset = Long.parseLong(numbered.group(2)) << FILE_BITS;
            merge(
                    found,
                    numbered.group(1) + "*" + Objects.requireNonNullElse(numbered.group(3), ""),
                    shifted(places, offset));
            return;
        }
        merge(found, name, places);
        if (name.endsWith(".ibd")) {
            merge(found, name + " transactions", InnodbPages.transactions(bytes, places));
            merge(found, name + " undo", InnodbPages.rollPointers(bytes, places));
            merge(found, name + " in page", InnodbPages.inPage(places));
        } else if (name.endsWith(".mv.db")) {
            H2Chunks chunks = new H2Chunks(bytes);
            merge(found, name + " first chunk", chunks.first(places));
            merge(found, name + " last chunk", chunks.last(places));
            merge(found, name + " changed", chunks.changed(places));
        }
    }

    private static void merge(Map<String, Map<Key, List<Long>>> found, String source, Map<Key, List<Long>> places) {
        Map<Key, List<Long>> all = found.computeIfAbsent(source, s -> new HashMap<>());
        places.forEach(
                (key, more) -> all.computeIfAbsent(key, k -> new ArrayList<>()).addAll(more));
    }

    private static Map<Key, List<Long>> shifted(Map<Key, List<Long>> places, long offset) {
        Map<Key, List<Long>> shifted = new HashMap<>();
        places.forEach((key, some) ->
                shifted.put(key, some.stream().map(p -> p + offset).toList()));
        return shifted;
    }

    private static Trace trace(String source, Map<Key, List<Long>> found) {
        Map<Key, long[]> seen = new HashMap<>();
        found.forEach((key, numbers) -> seen.put(
                key, numbers.stream().mapToLong(Long::longValue).sorted().toArray()));
        return new Trace(source, seen);
    }

    /** All files of the loot. */
    List<Path> files() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static ByteBuffer read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
