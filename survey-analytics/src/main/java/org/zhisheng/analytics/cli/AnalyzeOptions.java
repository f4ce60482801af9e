package org.zhisheng.analytics.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code analyze}. */
record AnalyzeOptions(Path plan, boolean table, @Nullable Path out, int threads, boolean check) {
    static AnalyzeOptions read(List<String> arguments) {
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
            throw new UsageException("name a plan: analyze PLAN.json 请指定计划文件");
        }
        return new AnalyzeOptions(plan, table, out, threads, check);
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
}
