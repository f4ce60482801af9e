package org.zhisheng.analytics.cli.protect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseText;

/**
 * A release that is out.
 *
 * @param file its text, as {@code --release} wrote it
 * @param fingerprint its SHA-256 as it was published
 */
record EarlierFile(Path file, String fingerprint) {
    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where the text is not the one with the fingerprint
     */
    Release read() {
        try {
            return ReleaseText.read(Files.readString(file), fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read 无法读取: " + e.getMessage(), e);
        }
    }
}
