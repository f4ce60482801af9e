package org.zhisheng.analytics.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code analyze} and {@code score}. */
record PlanOptions(Path plan, boolean table, @Nullable Path out, int threads, boolean check) {
    static PlanOptions read(List<String> arguments) {
        Path plan = null;
        boolean table = false;
        Path out = null;
        int threads = Runtime.getRuntime().availableProcessors();
        boolean check = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--format" -> table = isTable(value(arguments, ++i, argument));
                case "--out" -> out = Path.of(value(arguments, ++i, argument));
                case "--threads" -> threads = threads(value(arguments, ++i, argument));
                case "--check" -> check = true;
                default -> plan = plan(argument, plan);
            }
        }
        if (plan == null) {
            throw new UsageException("name a plan: PLAN.json 请指定计划文件");
        }
        return new PlanOptions(plan, table, out, threads, check);
    }

    private static Path plan(String argument, @Nullable Path before) {
        if (argument.startsWith("--")) {
            throw new UsageException("no option '" + argument + "'");
        }
        if (before != null) {
            throw new UsageException("one plan at a time: '" + before + "' and '" + argument + "'");
        }
        return Path.of(argument);
    }

    private static String value(List<String> arguments, int i, String option) {
        if (i >= arguments.size()) {
            throw new UsageException(option + " needs a value");
        }
        return arguments.get(i);
    }

    private static boolean isTable(String format) {
        return switch (format) {
            case "json" -> false;
            case "table" -> true;
            default -> throw new UsageException("--format is json or table, not '" + format + "'");
        };
    }

    private static int threads(String text) {
        try {
            int threads = Integer.parseInt(text);
            if (threads >= 1 && threads <= 1024) {
                return threads;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--threads needs a number, not '" + text + "'");
        }
        throw new UsageException("--threads needs a number from 1 to 1024, not " + text);
    }

    /** Writes a result to the file that was asked for, else to standard output. */
    void write(String text, PrintStream standard) {
        if (out == null) {
            standard.print(text);
            return;
        }
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw new UncheckedIOException(out + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
