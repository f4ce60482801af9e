package org.zhisheng.server.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Strings that nobody else uses, which must be found nowhere, however they are written down: in UTF-8 or UTF-16, as
 * hexadecimal digits, in Base64, escaped as in addresses or in JSON, and all that inside of gzip and deflate.
 */
final class Marks {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int UNPACKED = 1 << 16;
    private static final int GZIP = 0x1F8B;
    private static final Set<Integer> DEFLATE = Set.of(0x7801, 0x785E, 0x789C, 0x78DA);

    private final Needles<String> needles = new Needles<>();
    private final Set<String> names = new TreeSet<>();

    Marks add(String name, String text) {
        names.add(name);
        for (Charset charset : CHARSETS) {
            plain(name, text.getBytes(charset));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        encoded(name, bytes);
        plain(name, ascii(percent(text, "%%%02X")));
        plain(name, ascii(percent(text, "%%%02x")));
        plain(name, ascii(json(text, "\\u%04X")));
        plain(name, ascii(json(text, "\\u%04x")));
        // As in U&'…', in which H2 writes its scripts.
        plain(name, ascii(json(text, "\\%04x")));
        return this;
    }

    /** A mark that is no text: it may stand as it is, or as digits. */
    Marks add(String name, byte[] bytes) {
        names.add(name);
        plain(name, bytes);
        encoded(name, bytes);
        return this;
    }

    Set<String> names() {
        return names;
    }

    private void plain(String name, byte[] bytes) {
        needles.add(name, bytes);
    }

    private void encoded(String name, byte[] bytes) {
        plain(name, ascii(HexFormat.of().formatHex(bytes)));
        plain(name, ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            // What stands before shifts the digits; those that depend on neighbours are left out.
            byte[] shifted = new byte[bytes.length + before];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            byte[] whole = Arrays.copyOf(shifted, shifted.length / 3 * 3);
            int skipped = before == 0 ? 0 : 4;
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                plain(name, ascii(encoder.encodeToString(whole).substring(skipped)));
            }
        }
    }

    private static String percent(String text, String format) {
        StringBuilder written = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean safe = Character.isLetterOrDigit((char) b) && b > 0 || "-._*".indexOf((char) b) >= 0;
            written.append(safe ? String.valueOf((char) b) : String.format(format, b & 0xFF));
        }
        return written.toString();
    }

    private static String json(String text, String format) {
        StringBuilder written = new StringBuilder();
        text.chars().forEach(c -> written.append(c < 128 ? String.valueOf((char) c) : String.format(format, c)));
        return written.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The names of the marks that stand in the bytes. */
    Set<String> in(ByteBuffer bytes) {
        Set<String> found = new TreeSet<>(needles.find(bytes).keySet());
        for (int at = 0; at + Short.BYTES <= bytes.limit(); at++) {
            int magic = bytes.getShort(at) & 0xFFFF;
            if (magic == GZIP || DEFLATE.contains(magic)) {
                found.addAll(needles.find(ByteBuffer.wrap(unpacked(bytes, at, magic == GZIP)))
                        .keySet());
            }
        }
        return found;
    }

    /** What can be unpacked from there on: nothing, where it only looks packed. */
    private static byte[] unpacked(ByteBuffer bytes, int at, boolean gzip) {
        byte[] packed = new byte[Math.min(UNPACKED, bytes.limit() - at)];
        bytes.get(at, packed);
        byte[] unpacked = new byte[UNPACKED];
        int length = 0;
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(packed))
                : new InflaterInputStream(new ByteArrayInputStream(packed))) {
            for (int read = in.read(unpacked); read > 0; read = in.read(unpacked, length, UNPACKED - length)) {
                length += read;
            }
        } catch (IOException e) {
            // It ended, or it was no such stream: what came before counts.
        }
        return Arrays.copyOf(unpacked, length);
    }

    Set<String> in(String text) {
        return in(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where in the folder which marks stand, one "file: mark" each. Files that vanish meanwhile are passed over. */
    Set<String> in(Path folder) {
        Set<String> found = new TreeSet<>();
        for (Path file : new Loot(folder).files()) {
            if (Files.exists(file)) {
                in(Loot.read(file)).forEach(mark -> found.add(folder.relativize(file) + ": " + mark));
            }
        }
        return found;
    }

    /** How many bytes a search of the folder goes through. */
    static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
