package org.zhisheng.analytics.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the program in this machine and keeps what it said. */
record CommandLine(int status, String out, String err) {
    static CommandLine run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Writes a plan and its data into a folder and analyses it. */
    static CommandLine analyze(Path folder, String csv, String plan, String... options) {
        try {
            Files.writeString(folder.resolve("data.csv"), csv);
            Path file = Files.writeString(folder.resolve("plan.json"), plan);
            String[] arguments = new String[options.length + 2];
            arguments[0] = "analyze";
            arguments[1] = file.toString();
            System.arraycopy(options, 0, arguments, 2, options.length);
            return run(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
