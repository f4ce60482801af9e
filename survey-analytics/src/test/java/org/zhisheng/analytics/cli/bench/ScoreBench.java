package org.zhisheng.analytics.cli.bench;

import java.io.PrintStream;
import java.util.Arrays;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.numeric.Gaussian;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.RankDraws;
import org.zhisheng.analytics.score.RankIntervals;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.analytics.score.ScoreTable;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.ShrunkenTotals;
import org.zhisheng.analytics.score.WeightDraws;

/** Scores and ranks made-up units by the default scheme, its 15 indicators and two tenths of a percent of gaps included. */
final class ScoreBench {
    private static final long SEED = 20_261_122;
    private static final int DRAWS = 1000;
    private static final double LEVEL = 0.9;
    private static final double RANK_SECONDS = 60;
    private static final double SCORE_SECONDS = 1;
    private static final int ROUNDS = 5;
    private static final double GAPS = 0.002;

    private final PrintStream out;
    private final PrintStream err;
    private final int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    private final Scheme scheme = SchemeFile.published(new SchemeId("cb-qei", "1.0.0"));
    private boolean allHold = true;

    ScoreBench(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(int units) {
        err.println("bench: making " + units + " units");
        double[][] values = values(units);
        double[][] errors = errors(units);
        // at the level of a region every indicator of the scheme has a meaning
        Scorer scorer = Scorer.of(scheme);
        double[] seconds = new double[ROUNDS];
        ScoreTable table = ScoreTable.of(scorer, Level.REGION, values, threads);
        double[] totals = table.totals(threads);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            table = ScoreTable.of(scorer, Level.REGION, values, threads);
            totals = table.totals(threads);
            seconds[round] = since(start);
        }
        Arrays.sort(seconds);
        print("scores_" + units + "_seconds", seconds[ROUNDS / 2], SCORE_SECONDS);
        long start = System.nanoTime();
        double[] spread = table.deltaErrors(errors, values, threads);
        RankDraws shrunken = new ShrunkenTotals(totals, spread, SEED);
        intervals("ranking", shrunken);
        print("rank_intervals_" + units + "_seconds", since(start), RANK_SECONDS);
        start = System.nanoTime();
        intervals("drawing weights", new WeightDraws(scheme, table, 100, SEED));
        print("rank_intervals_drawn_weights_" + units + "_seconds", since(start), RANK_SECONDS);
        double heap = (double) Runtime.getRuntime().maxMemory() / (1L << 30);
        Figure limit = new Figure("score_heap_limit", heap, "GiB", 2, heap / 2, 1);
        out.println(limit.json());
        return allHold && limit.holds() ? 0 : 1;
    }

    private void intervals(String stage, RankDraws draws) {
        int[] shown = {0};
        RankIntervals intervals = RankIntervals.of(draws, DRAWS, LEVEL, threads, share -> {
            int tenth = (int) (share * 10);
            if (tenth > shown[0]) {
                shown[0] = tenth;
                err.printf("%3d %% %s%n", tenth * 10, stage);
            }
        });
        for (int u = 0; u < draws.units(); u++) {
            if (intervals.lower(u) < 1
                    || intervals.upper(u) < intervals.lower(u)
                    || intervals.upper(u) > draws.units()) {
                throw new IllegalStateException("unit " + u + " has no interval of ranks");
            }
        }
    }

    private double[][] values(int units) {
        double[][] values = new double[scheme.indicators().size()][units];
        Gaussian gaussian = Gaussian.of(SEED, 0);
        for (int u = 0; u < units; u++) {
            double quality = gaussian.next();
            for (int i = 0; i < values.length; i++) {
                boolean growth = scheme.indicators().get(i).id().equals("I13");
                double value = growth
                        ? 7 + 2 * (0.6 * quality + 0.8 * gaussian.next())
                        : Math.clamp(72 + 10 * (0.6 * quality + 0.8 * gaussian.next()), 20, 100);
                // gaps only where all together weigh less than may be missing, so that every unit keeps its rating
                values[i][u] = i > 11 && gaussian.uniform() < GAPS ? Double.NaN : value;
            }
        }
        return values;
    }

    /** Six indicators come from surveys of 60 to 600 answers. */
    private double[][] errors(int units) {
        double[][] errors = new double[scheme.indicators().size()][];
        Gaussian gaussian = Gaussian.of(SEED, 1);
        double[] answers = new double[units];
        Arrays.setAll(answers, u -> 60 + 540 * gaussian.uniform());
        for (int i = 0; i < errors.length; i++) {
            boolean survey = switch (scheme.indicators().get(i).id()) {
                case "I04", "I05", "I10", "I11", "I12", "I15" -> true;
                default -> false;
            };
            double[] column = new double[units];
            Arrays.setAll(column, u -> survey ? 40 / Math.sqrt(answers[u]) : 0);
            errors[i] = column;
        }
        return errors;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private void print(String name, double seconds, double target) {
        Figure figure = new Figure(name, seconds, "s", target, seconds / target, 1);
        allHold &= figure.holds();
        out.println(figure.json());
    }
}
