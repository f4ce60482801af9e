package org.zhisheng.analytics.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.Command;
import org.zhisheng.analytics.cli.UsageException;

/** {@code bench statistics} and {@code bench score}: measure in a Java machine of its own with a heap of 2 GiB. */
public final class BenchCommand implements Command {
    private static final String HEAP = "-Xmx2g";
    private static final String CHILD = "zhisheng.bench.child";
    private static final List<Integer> ROWS = List.of(100_000, 1_000_000, 10_000_000);
    private static final List<Integer> UNITS = List.of(360_000);
    private static final String HELP = """
            bench statistics [--sizes 1e5,1e6,1e7]
            Measures loading and estimation on data of its own, beside a plain counting loop and beside DuckDB.
            bench disclosure
            Measures the protection of large enterprises and of a city.
            bench score [--units 360000]
            Scores units by the default scheme, and draws a thousand orders of them.
            One JSON object a line: figure, value, unit, beside, ratio, target, holds.
            性能基准：与朴素计数循环和 DuckDB 同机同时比较，每行一个 JSON 对象。
            """;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "measure speed: bench statistics, bench disclosure, bench score  性能基准";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        if (arguments.equals(List.of("disclosure"))) {
            return new DisclosureBench(out, err).run();
        }
        String which = arguments.isEmpty() ? "" : arguments.getFirst();
        if (!which.equals("statistics") && !which.equals("score")) {
            throw new UsageException("which benchmark? bench statistics, bench disclosure, or bench score");
        }
        boolean score = which.equals("score");
        List<String> rest = arguments.subList(1, arguments.size());
        List<Integer> sizes = score ? sizes(rest, "--units", UNITS) : sizes(rest, "--sizes", ROWS);
        try {
            if (!Boolean.getBoolean(CHILD)) {
                return child(arguments);
            }
            return score ? new ScoreBench(out, err).run(sizes.getFirst()) : new StatisticsBench(out, err).run(sizes);
        } catch (IOException e) {
            err.println("bench: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static List<Integer> sizes(List<String> arguments, String option, List<Integer> otherwise) {
        if (arguments.isEmpty()) {
            return otherwise;
        }
        if (arguments.size() != 2 || !arguments.getFirst().equals(option)) {
            throw new UsageException("expected " + option + " and a number, such as 1e5");
        }
        List<Integer> sizes = new ArrayList<>();
        for (String size : arguments.get(1).split(",", -1)) {
            try {
                sizes.add((int) Double.parseDouble(size));
            } catch (NumberFormatException e) {
                throw new UsageException("'" + size + "' is not a number of rows");
            }
        }
        return sizes;
    }

    private static int child(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-D" + CHILD + "=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.zhisheng.analytics.cli.Main",
                "bench"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
