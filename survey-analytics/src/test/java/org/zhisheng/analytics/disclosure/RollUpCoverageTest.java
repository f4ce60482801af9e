package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much of the workers enters a roll-up of random enterprises of 10 to 300 workers, in total and by employment type: the
 * figures of the table in {@code DISCLOSURE.md}. {@code -Dzhisheng.long=true} draws four times as many.
 */
@Tag("simulation")
final class RollUpCoverageTest {
    private static final int ENTERPRISES = Boolean.getBoolean("zhisheng.long") ? 960 : 240;
    private static final ReleaseRule RULE = new ReleaseRule(10);

    @Test
    void theTotalIsOpenToNearlyAllAndADimensionToMoreTheMoreThereAre() {
        double[] byType = {coverage(7, List.of("d1")), coverage(15, List.of("d1")), coverage(60, List.of("d1"))};
        double[] inTotal = {coverage(7, List.of()), coverage(15, List.of()), coverage(60, List.of())};
        coverage(30, List.of());
        coverage(30, List.of("d1"));
        for (double total : inTotal) {
            assertTrue(total > 0.9, "of the workers only " + total + " in the total");
        }
        assertTrue(byType[0] < byType[1] && byType[1] < byType[2], byType[0] + ", " + byType[1] + ", " + byType[2]);
        assertTrue(byType[2] > 0.8, "of the workers only " + byType[2] + " by type");
    }

    private static double coverage(int size, List<String> dimensions) {
        SplittableRandom random = new SplittableRandom(20_261_128);
        double workers = 0;
        double all = 0;
        for (int district = 0; district < ENTERPRISES / size; district++) {
            RollUp rollUp = RollUp.of(dimensions, district(random, size), RULE, share -> {});
            workers += rollUp.workers();
            all += rollUp.allWorkers();
        }
        System.out.printf(
                "‣ roll-ups of %d enterprises by %s: %.0f %% of the workers enter%n",
                size, dimensions, 100 * workers / all);
        return workers / all;
    }

    private static List<RollUp.Member> district(SplittableRandom random, int size) {
        List<RollUp.Member> members = new ArrayList<>();
        for (int m = 0; m < size; m++) {
            int workers = (int) Math.round(10 * Math.pow(30, random.nextDouble()));
            UnitCounts counts = RandomEnterprise.draw(random, workers, new int[] {1 + random.nextInt(3), 3, 1}, 2, 0)
                    .counts();
            members.add(new RollUp.Member(
                    "m" + m, counts.headcount(counts.all()), Protector.protect(counts, List.of(), RULE)));
        }
        return members;
    }
}
