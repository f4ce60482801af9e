package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Loaded;
import org.zhisheng.server.questionnaire.Questionnaire;

/**
 * The roster attack: an employer who holds everyone's stratum, job, age, sex … and steals readable responses finds those
 * whose combination nobody else has. Everybody answers, which is the worst case. Rosters are drawn with uneven shares of
 * their own, so that the check before launch is tried on plants for which its typical shares are wrong.
 */
final class RosterAttackTest {
    private static final int ROSTERS = 400;
    private static final List<String> ALL = List.of("JOB", "EMPLOYMENT", "MIGRANT", "SEX", "AGE", "TENURE");

    /** How many categories each demographic has, as the questionnaires ask them. */
    private static final Map<String, Integer> CATEGORIES =
            Map.of("JOB", 4, "EMPLOYMENT", 3, "MIGRANT", 2, "SEX", 2, "AGE", 3, "TENURE", 3);

    private static Frame frame(int... headcounts) {
        return new Frame(
                List.of("车间"),
                IntStream.range(0, headcounts.length)
                        .mapToObj(i -> new Stratum("0" + (i + 1), List.of("车间" + i), headcounts[i]))
                        .toList());
    }

    private static Frame unequal() {
        return KeyStrata.of(frame(78, 45, 32, 22, 14, 9));
    }

    /** A large plant, and ones in which a stratum is as small as it may be or smaller, as posters' are. */
    private static List<Frame> plants() {
        return List.of(
                unequal(),
                frame(30, 30),
                frame(30),
                frame(24),
                frame(20),
                frame(12),
                frame(10),
                frame(40, 20, 12, 9, 6),
                frame(8, 6, 5, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre-demand", "mid-pulse", "post-evaluation", "annual-check"})
    void fewAreAloneWithTheDefaultDemographics(String questionnaire) {
        Questionnaire asked = Loaded.QUESTIONNAIRES.latest(questionnaire);
        double most = 0;
        for (Frame frame : plants()) {
            List<String> demographics =
                    Uniqueness.harmless(frame, asked.defaultDemographics(frame.headcount(), frame.dimensions()));
            double alone = alone(frame, demographics);
            assertTrue(demographics.size() <= 2, demographics::toString);
            assertTrue(alone < Uniqueness.LIMIT, () -> alone + " alone of " + frame.strata());
            most = Math.max(most, alone);
        }
        Frame large = unequal();
        List<String> demographics = asked.defaultDemographics(large.headcount(), large.dimensions());
        System.out.printf(
                "‣ roster, %s: of 200 workers asked for %s %.1f %% are alone (the launch check expects %.1f %%);"
                        + " at most %.1f %% in %d plants%n",
                questionnaire,
                demographics,
                100 * alone(large, demographics),
                100 * Uniqueness.expected(large, demographics),
                100 * most,
                plants().size());
    }

    @Test
    void theCategoriesAreThoseOfTheQuestionnaires() {
        for (Item item : Loaded.QUESTIONNAIRES.latest("pre-demand").demographics()) {
            long answers =
                    item.options().stream().filter(o -> o.missing() == null).count();
            assertEquals((long) CATEGORIES.getOrDefault(item.code(), 0), answers, item.code());
        }
    }

    /** What this attack found at first: two demographics, which were the default everywhere, are too many for the smallest. */
    @ParameterizedTest
    @ValueSource(ints = {10, 12, 20})
    void twoDemographicsAreTooManyInASmallPlant(int workers) {
        double alone = alone(frame(workers), List.of("JOB", "EMPLOYMENT"));
        System.out.printf("‣ roster, %d workers asked for both: %.1f %% alone%n", workers, 100 * alone);
        assertTrue(alone > Uniqueness.LIMIT, () -> "alone: " + alone);
    }

    /** The attack sees: with everything asked, a large part of the plant is alone. */
    @ParameterizedTest
    @CsvSource({"0.35"})
    void manyAreAloneWithAllDemographics(double atLeast) {
        double alone = alone(unequal(), ALL);
        System.out.printf("‣ roster, all six demographics: %.1f %% of workers alone%n", 100 * alone);
        assertTrue(alone > atLeast, () -> "alone: " + alone);
        assertTrue(Uniqueness.expected(unequal(), ALL) > Uniqueness.LIMIT, "the check before launch stops this");
    }

    /** Someone alone in a stratum of one is alone with no demographics at all: the count itself is right. */
    @ParameterizedTest
    @CsvSource({"1,1.0", "2,0.0"})
    void countsThoseWhoAreAlone(int workers, double share) {
        assertEquals(share, alone(frame(workers), List.of()));
    }

    private static double alone(Frame frame, List<String> demographics) {
        Random random = new Random(2026);
        long alone = 0;
        for (int roster = 0; roster < ROSTERS; roster++) {
            Map<String, double[]> shares = new HashMap<>();
            demographics.forEach(d -> shares.put(d, shares(CATEGORIES.getOrDefault(d, 4), random)));
            for (Stratum stratum : frame.strata()) {
                Map<String, Integer> counts = new HashMap<>();
                for (int worker = 0; worker < stratum.headcount(); worker++) {
                    StringBuilder traits = new StringBuilder();
                    demographics.forEach(d -> traits.append(drawn(shares.getOrDefault(d, new double[] {1}), random)));
                    counts.merge(traits.toString(), 1, Integer::sum);
                }
                alone += counts.values().stream().filter(n -> n == 1).count();
            }
        }
        return (double) alone / ROSTERS / frame.headcount();
    }

    /** Uneven shares: exponential weights, which are uniform on the simplex once they are normed. */
    private static double[] shares(int categories, Random random) {
        double[] weights = IntStream.range(0, categories)
                .mapToDouble(c -> -Math.log(1 - random.nextDouble()))
                .toArray();
        double sum = IntStream.range(0, categories).mapToDouble(c -> weights[c]).sum();
        return IntStream.range(0, categories).mapToDouble(c -> weights[c] / sum).toArray();
    }

    private static int drawn(double[] shares, Random random) {
        double left = random.nextDouble();
        int category = 0;
        while (category < shares.length - 1 && left >= shares[category]) {
            left -= shares[category];
            category++;
        }
        return category;
    }
}
