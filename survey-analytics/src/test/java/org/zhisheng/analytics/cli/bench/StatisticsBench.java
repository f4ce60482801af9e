package org.zhisheng.analytics.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.Design;

/** Measures all contestants in turn, over and over, and compares the medians. */
final class StatisticsBench {
    private static final double GIB = 1L << 30;
    private static final int STEADY_ROWS = 1_000_000;
    private static final int WARM_UP_ROWS = 50_000;
    private static final int WARM_UP_ROUNDS = 60;

    private final PrintStream out;
    private final PrintStream err;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private boolean allHold = true;

    StatisticsBench(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<Integer> sizes) throws IOException {
        Path folder = Files.createTempDirectory("zhisheng-bench");
        try (DuckDb duck = new DuckDb(threads)) {
            Path file = folder.resolve("workers.csv");
            warmUp(file, duck);
            for (int rows : sizes) {
                err.println("bench: making " + rows + " workers");
                SyntheticSurvey.write(file, rows);
                measure(file, rows, duck);
                Files.delete(file);
            }
        } catch (SQLException e) {
            throw new IOException("DuckDB failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(folder.resolve("workers.csv"));
            Files.delete(folder);
        }
        return allHold ? 0 : 1;
    }

    /** Lets the compiler finish with both the Java contestants before anything is measured. */
    private void warmUp(Path file, DuckDb duck) throws IOException, SQLException {
        SyntheticSurvey.write(file, WARM_UP_ROWS);
        duck.load(file);
        Workload workload = Workload.load(file, threads);
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            Workload.load(file, threads);
            round(new Stopwatch(1), workload, duck);
        }
    }

    private void measure(Path file, int rows, DuckDb duck) throws SQLException {
        // A step of a millisecond would be measured by whether the scheduler happened to interrupt it.
        Stopwatch watch = new Stopwatch(Math.clamp(STEADY_ROWS / rows, 1, 10));
        int rounds = Math.clamp(9_000_000 / rows, 3, 15);
        int loads = Math.clamp(6_000_000 / rows, 3, 5);
        Workload workload = null;
        for (int round = 0; round < loads; round++) {
            workload = null; // so that two copies of the data need never fit the heap
            workload = watch.time("load", () -> Workload.load(file, threads));
            watch.time("duckdb load", () -> {
                duck.load(file);
                return 0;
            });
        }
        for (int round = 0; round < rounds; round++) {
            round(watch, workload, duck);
        }
        report(watch, rows);
    }

    private static void round(Stopwatch watch, Workload workload, DuckDb duck) {
        watch.time("loop", () -> CountingLoop.run(workload.stratum(), workload.items()));
        CountCube cube = watch.time("count", workload::count);
        Design design = watch.time("design", () -> Workload.stratified(cube));
        List<Estimate> estimates = watch.time("estimates", () -> Workload.estimates(cube, design));
        Design raked = watch.time("raking", () -> Workload.raked(cube, design));
        watch.time("raked means", () -> Workload.rakedMeans(cube, raked));
        double[] means = watch.time("duckdb", () -> duck.aggregates(SyntheticSurvey.items()));
        for (int i = 0; i < means.length; i++) {
            requireEqual(SyntheticSurvey.items().get(i), estimates.get(i).value(), means[i]);
        }
    }

    /** The contestants must have done the same work; respondents all weigh the same here. */
    private static void requireEqual(String item, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= 1e-9)) {
            throw new IllegalStateException(
                    "the mean of " + item + " is " + ours + " here and " + theirs + " in DuckDB");
        }
    }

    private void report(Stopwatch watch, int rows) {
        String size = "_1e" + Math.round(Math.log10(rows));
        double loop = watch.median("loop");
        double raking = watch.median("raking");
        double shared = watch.median("count") + watch.median("design") + watch.median("estimates");
        double all = shared + raking + watch.median("raked means");
        print(new Figure("rows" + size, rows, "rows", Double.NaN, Double.NaN, Double.NaN));
        print(new Figure("threads" + size, threads, "threads", Double.NaN, Double.NaN, Double.NaN));
        // "Within 3 times the loop, plus raking": raking is taken off before the ratio is formed.
        print(ratio("ratio_to_counting_loop" + size, all - raking, loop, 3));
        print(ratio("ratio_to_duckdb" + size, shared, watch.median("duckdb"), 1));
        print(ratio("csv_load_ratio_to_duckdb" + size, watch.median("load"), watch.median("duckdb load"), 1));
        for (String step : List.of("count", "design", "estimates", "raking", "raked means")) {
            String name = step.replace(' ', '_') + "_seconds" + size;
            print(new Figure(name, watch.median(step), "s", loop, watch.median(step) / loop, Double.NaN));
        }
        double heap = Runtime.getRuntime().maxMemory() / GIB;
        print(new Figure("heap_limit" + size, heap, "GiB", 2, heap / 2, 1));
    }

    private static Figure ratio(String name, double ours, double theirs, double target) {
        return new Figure(name, ours, "s", theirs, ours / theirs, target);
    }

    private void print(Figure figure) {
        allHold &= figure.holds();
        out.println(figure.json());
    }

    /** Times by step. */
    private static final class Stopwatch {
        private final Map<String, List<Double>> seconds = new TreeMap<>();
        private final int repeats;

        /** @param repeats how often each step is done within one timing */
        Stopwatch(int repeats) {
            this.repeats = repeats;
        }

        <T> T time(String step, Callable<T> work) {
            long start = System.nanoTime();
            try {
                T result = work.call();
                for (int i = 1; i < repeats; i++) {
                    result = work.call();
                }
                double taken = (System.nanoTime() - start) * 1e-9 / repeats;
                seconds.computeIfAbsent(step, s -> new ArrayList<>()).add(taken);
                return result;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(step + ": " + e.getMessage(), e);
            }
        }

        double median(String step) {
            double[] sorted = seconds.getOrDefault(step, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }
}
