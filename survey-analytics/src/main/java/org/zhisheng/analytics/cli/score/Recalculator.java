package org.zhisheng.analytics.cli.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The single-file page that recomputes scores offline. */
public final class Recalculator {
    private Recalculator() {}

    public static void write(Path file, String title, ScoreRun.Outcome outcome) {
        try {
            Files.writeString(file, page(title, outcome));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    static String page(String title, ScoreRun.Outcome outcome) {
        return title + outcome.scores().size();
    }
}
