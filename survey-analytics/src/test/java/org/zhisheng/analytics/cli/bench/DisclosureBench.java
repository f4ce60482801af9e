package org.zhisheng.analytics.cli.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.Protector;
import org.zhisheng.analytics.disclosure.RandomEnterprise;
import org.zhisheng.analytics.disclosure.ReleaseRule;
import org.zhisheng.analytics.disclosure.RollUp;
import org.zhisheng.analytics.disclosure.UnitCounts;

/**
 * Measures the protection of large enterprises (25 rated items, 30 options, three dimensions, two demographics) and of a
 * city: 500 enterprises protected one by one and rolled up. On one core, on enterprises of its own.
 */
final class DisclosureBench {
    private static final ReleaseRule RULE = new ReleaseRule(10);
    private static final int RATED = 25;
    private static final int OPTIONS = 30;
    private static final int ENTERPRISES = 9;
    private static final int CITY = 500;
    private static final double ENTERPRISE_TARGET = 2;
    private static final double CITY_TARGET = 60;

    private final PrintStream out;
    private final PrintStream err;

    DisclosureBench(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        for (int i = 0; i < 3; i++) {
            enterprise(random, 300);
        }
        double[] seconds = new double[ENTERPRISES];
        for (int i = 0; i < ENTERPRISES; i++) {
            seconds[i] = enterprise(random, 2_000);
            err.printf("bench: enterprise %d of %d: %.3f s%n", i + 1, ENTERPRISES, seconds[i]);
        }
        Arrays.sort(seconds);
        boolean holds = print("enterprise_median_seconds", seconds[ENTERPRISES / 2], ENTERPRISE_TARGET);
        holds &= print("enterprise_seconds", seconds[ENTERPRISES - 1], ENTERPRISE_TARGET);
        holds &= print("city_seconds", city(random), CITY_TARGET);
        return holds ? 0 : 1;
    }

    private boolean print(String name, double seconds, double target) {
        Figure figure = new Figure(name, seconds, "s", Double.NaN, seconds, target);
        out.println(figure.json());
        return figure.holds();
    }

    private static double enterprise(SplittableRandom random, int workers) {
        UnitCounts frame = RandomEnterprise.draw(random, workers, new int[] {8, 3, 2}, RATED, OPTIONS)
                .counts();
        List<UnitCounts> demographics = List.of(
                RandomEnterprise.draw(random, workers, new int[] {6, 1, 1}, RATED, OPTIONS)
                        .counts(),
                RandomEnterprise.draw(random, workers, new int[] {5, 1, 1}, RATED, OPTIONS)
                        .counts());
        long start = System.nanoTime();
        Protector.protect(frame, demographics, RULE);
        return (System.nanoTime() - start) * 1e-9;
    }

    private double city(SplittableRandom random) {
        List<UnitCounts> units = new ArrayList<>();
        for (int i = 0; i < CITY; i++) {
            int workers = (int) Math.round(10 * Math.pow(50, random.nextDouble()));
            units.add(RandomEnterprise.draw(random, workers, new int[] {1 + random.nextInt(6), 3, 1}, RATED, OPTIONS)
                    .counts());
        }
        long start = System.nanoTime();
        List<RollUp.Member> members = new ArrayList<>();
        for (int i = 0; i < CITY; i++) {
            UnitCounts unit = units.get(i);
            Protection protection = Protector.protect(unit, List.of(), RULE);
            int workers = unit.cells().stream().mapToInt(c -> c.headcount()).sum();
            members.add(new RollUp.Member("e" + i, workers, protection));
            if (i % 100 == 99) {
                err.println("bench: " + (i + 1) + " of " + CITY + " enterprises protected");
            }
        }
        int[] told = {0};
        RollUp rollUp = RollUp.of(List.of("d1"), members, RULE, share -> {
            if (share * 10 >= told[0] + 1) {
                told[0] = (int) (share * 10);
                err.printf("bench: roll-up %.0f %%%n", 100 * share);
            }
        });
        rollUp.protect(RULE);
        err.println("bench: rolled up: " + rollUp.released() + " released, " + rollUp.pooled() + " pooled, "
                + rollUp.left().size() + " left out, "
                + rollUp.withheld().size() + " items withheld, " + rollUp.workers() + " of "
                + rollUp.allWorkers() + " workers");
        return (System.nanoTime() - start) * 1e-9;
    }
}
