package org.zhisheng.analytics.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.analytics.RecordedValues;

/** Against closed forms in R (planning.R beside the values), and the rules of the coverage grades. */
final class PlanningTest {
    private static final RecordedValues R = RecordedValues.read("planning/golden.tsv");
    private static final long[] PEOPLE = {4000, 1500, 900, 60};

    private static List<Stratum> strata(double... spread) {
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < spread.length; h++) {
            strata.add(new Stratum("W" + h, PEOPLE[h], spread[h]));
        }
        return strata;
    }

    @ParameterizedTest
    @CsvSource({
        "1,0.05,0.95,0.5,1200,1",
        "2,0.03,0.95,0.5,36000,1.4",
        "3,0.1,0.9,0.2,80,1",
        "4,0.05,0.99,0.5,1000000000,1",
        "5,0.04,0.95,0.3,500,2"
    })
    void sampleSizes(int id, double half, double level, double share, long population, double effect) {
        SampleSize size = SampleSize.forShare(new SampleSize.Target(half, level, share, population, effect, 1));
        R.check("size." + id + ".infinite", size.infinite(), 1e-9);
        assertEquals(R.value("size." + id + ".responses"), (double) size.responses());
        assertEquals(size.responses(), size.invitations());
    }

    @Test
    void invitationsFollowTheResponseRateUpToEverybody() {
        assertEquals(
                584,
                SampleSize.forShare(new SampleSize.Target(0.05, 0.95, 0.5, 1200, 1, 0.5))
                        .invitations());
        assertEquals(
                1200,
                SampleSize.forShare(new SampleSize.Target(0.05, 0.95, 0.5, 1200, 1, 0.2))
                        .invitations());
    }

    @Test
    void allocationsAndTheirErrors() {
        Allocation proportional = Allocation.proportional(strata(0.5, 0.3, 0.45, 0.2), 400, 0);
        Allocation neyman = Allocation.neyman(strata(0.5, 0.3, 0.45, 0.2), 400, 0);
        for (int h = 0; h < 4; h++) {
            R.check("proportional." + h, proportional.shares().get(h).exact(), 1e-9);
            R.check("neyman." + h, neyman.shares().get(h).exact(), 1e-9);
            assertEquals(R.value("proportionalSize." + h), (double)
                    proportional.shares().get(h).size());
            assertEquals(
                    R.value("neymanSize." + h), (double) neyman.shares().get(h).size());
        }
        R.check("proportional.se", ExpectedPrecision.of(proportional, 0.95).standardError(), 1e-9);
        R.check("neyman.se", ExpectedPrecision.of(neyman, 0.95).standardError(), 1e-9);
        R.check("neyman.half", ExpectedPrecision.of(neyman, 0.95).halfWidth(), 1e-9);
        ExpectedPrecision share = ExpectedPrecision.ofShare(0.3, 50, 400, 0.9);
        R.check("share.se", share.standardError(), 1e-9);
        R.check("share.half", share.halfWidth(), 1e-9);
    }

    @Test
    void aStratumThatOverflowsIsTakenWhole() {
        Allocation capped = Allocation.neyman(strata(0.5, 0.3, 0.45, 20), 400, 0);
        for (int h = 0; h < 4; h++) {
            R.check("capped." + h, capped.shares().get(h).exact(), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyAllocationKeepsItsTotalAndItsBounds(long seed) {
        Random random = new Random(seed);
        List<Stratum> strata = new ArrayList<>();
        long people = 0;
        for (int h = 0; h < 12; h++) {
            strata.add(new Stratum("W" + h, 1 + random.nextInt(200), random.nextInt(4) == 0 ? 0 : random.nextDouble()));
            people += strata.getLast().population();
        }
        for (long total : new long[] {36, 200, people / 2, people - 1, people}) {
            for (Allocation allocation :
                    List.of(Allocation.neyman(strata, total, 3), Allocation.proportional(strata, total, 3))) {
                assertEquals(total, allocation.total());
                for (Allocation.Share share : allocation.shares()) {
                    long population = share.stratum().population();
                    assertTrue(share.size() <= population && share.size() >= Math.min(3, population), share::toString);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // answers, people, tickets or poster, grade
        "279, 1000, TICKETS, C", // n(5 %) = 278 is reached, but under 30 %
        "300, 1000, TICKETS, A",
        "88, 1000, TICKETS, NONE", // n(10 %) is reached, under 15 %
        "80, 100, TICKETS, A",
        "79, 100, TICKETS, B", // n(5 %) of 100 is 80
        "80, 100, POSTER, B",
        "50, 100, TICKETS, B", // n(10 %) of 100 is 50
        "49, 100, TICKETS, C",
        "9, 9, TICKETS, NONE",
        "10, 10, TICKETS, A",
        "30, 200, TICKETS, C",
        "29, 200, TICKETS, NONE",
        "0, 5, POSTER, NONE"
    })
    void coverageGrades(long responses, long people, FieldingMode mode, CoverageGrade grade) {
        assertEquals(grade, CoverageRating.of("W1", responses, people, mode).grade());
    }

    @Test
    void neededAnswersAreCountedInWholeNumbers() {
        assertEquals(80, CoverageRating.needed(5, 100));
        assertEquals(50, CoverageRating.needed(10, 100));
        assertEquals(278, CoverageRating.needed(5, 1000));
        assertEquals(385, CoverageRating.needed(5, 1_000_000_000));
        assertEquals(1, CoverageRating.needed(10, 1));
    }

    @Test
    void refusalsNameTheUnit() {
        refused("W7 has 41 answers from 40", () -> CoverageRating.of("W7", 41, 40, FieldingMode.TICKETS));
        refused("W7", () -> CoverageRating.of("W7", 0, 0, FieldingMode.TICKETS));
        refused("W0", () -> new Stratum("W0", 0, 0.5));
        refused("between 0 (", () -> Allocation.proportional(strata(0.5, 0.5), 5501, 0));
        refused("between 20 (", () -> Allocation.proportional(strata(0.5, 0.5), 19, 10));
        refused("W3", () -> ExpectedPrecision.of(Allocation.neyman(strata(1, 1, 1, 0), 100, 0), 0.95));
        refused("response rate", () -> new SampleSize.Target(0.05, 0.95, 0.5, 10, 1, 0));
    }

    private static void refused(String part, Runnable request) {
        String message =
                assertThrows(IllegalArgumentException.class, request::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
