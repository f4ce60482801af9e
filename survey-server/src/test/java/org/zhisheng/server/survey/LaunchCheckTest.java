package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.InstallationConfig;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;

final class LaunchCheckTest {
    private static final URI PUBLIC = URI.create("https://survey.example.org");

    @Test
    void aPlainLaunchPasses() {
        List<CheckPoint> points = check(PUBLIC, false, plan(List.of("JOB", "EMPLOYMENT"), 200, 300));
        assertTrue(LaunchCheck.passed(points), points::toString);
        assertEquals(
                List.of(
                        "survey.check.poster",
                        "survey.check.address-fit",
                        "survey.check.coverage",
                        "survey.check.demographics"),
                points.stream().map(CheckPoint::key).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "http://survey.example.org, false, false",
        "http://survey.example.org, true, true",
        "http://127.0.0.1:8080, false, false",
        "http://127.0.0.1:8080, true, true",
        "https://192.168.1.20, false, false",
    })
    void aWeakAddressPassesInADemonstrationAlone(URI address, boolean demo, boolean passes) {
        List<CheckPoint> points = check(address, demo, plan(List.of(), 200));
        assertEquals(passes, LaunchCheck.passed(points), points::toString);
    }

    @Test
    void withoutAnAddressNotEvenADemonstrationPasses() {
        assertFalse(LaunchCheck.passed(check(null, true, plan(List.of(), 200))));
    }

    @Test
    void fewerThanTenWorkersCanNeverHaveAResult() {
        assertFalse(LaunchCheck.passed(check(PUBLIC, false, plan(List.of(), 5, 4))));
        assertTrue(LaunchCheck.passed(check(PUBLIC, false, plan(List.of(), 5, 5))));
    }

    @Test
    void smallStrataAreNamed() {
        List<CheckPoint> points = check(PUBLIC, false, plan(List.of(), 9, 10, 19, 20));
        assertEquals(List.of("车间1 (9)", 10), find(points, "survey.check.hidden").arguments());
        assertEquals(
                List.of("车间2 (10), 车间3 (19)", 20),
                find(points, "survey.check.small").arguments());
    }

    @Test
    void moreThanTwoDemographicsPassOnlyWhereFewAreAlone() {
        List<String> six = List.of("JOB", "EMPLOYMENT", "MIGRANT", "SEX", "AGE", "TENURE");
        assertFalse(LaunchCheck.passed(check(PUBLIC, false, plan(six, 200))));
        assertTrue(LaunchCheck.passed(check(PUBLIC, false, plan(List.of("SEX", "MIGRANT", "AGE"), 500))));
    }

    @Test
    void whoIsAloneFollowsFromTheSharesByHand() {
        Frame two = plan(List.of(), 2).frame();
        // Two workers, shares .65 and .35: each is alone when the other differs: .65·.35 + .35·.65.
        assertEquals(0.455, Uniqueness.expected(two, List.of("SEX")), 1e-12);
        assertEquals(0, Uniqueness.expected(two, List.of()), 1e-12);
        assertEquals(1, Uniqueness.expected(plan(List.of(), 1).frame(), List.of("SEX", "AGE")), 1e-12);
    }

    @Test
    void bandBNeedsTheFewerOfTheTwoButNeverUnderThirtyPercent() {
        assertEquals(65, LaunchCheck.forBand(82, 108));
        assertEquals(150, LaunchCheck.forBand(81, 500));
        assertEquals(92, LaunchCheck.forBand(92, 300));
    }

    @ParameterizedTest
    @CsvSource({
        "POSTER, false, NOTE survey.check.poster",
        "TICKET, false, FINE survey.check.ticket",
        "TICKET, true, FINE survey.check.ticket-apart",
        "INVITATION, false, STOP survey.check.invitation-together",
        "INVITATION, true, FINE survey.check.invitation",
    })
    void linksForARosterNeedAnIssuerApart(Mode mode, boolean apart, String said) {
        InstallationConfig installation = new InstallationConfig(PUBLIC, false);
        List<CheckPoint> points =
                new LaunchCheck(installation, new IdleIssuer(apart)).check(plan(mode, List.of(), 200));
        assertTrue(points.stream().anyMatch(p -> (p.level() + " " + p.key()).equals(said)), points::toString);
        assertEquals(!said.startsWith("STOP"), LaunchCheck.passed(points));
    }

    private static CheckPoint find(List<CheckPoint> points, String key) {
        return points.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<CheckPoint> check(URI address, boolean demo, Plan plan) {
        return new LaunchCheck(new InstallationConfig(address, demo), new IdleIssuer(false)).check(plan);
    }

    private static Plan plan(List<String> demographics, int... headcounts) {
        return plan(Mode.POSTER, demographics, headcounts);
    }

    private static Plan plan(Mode mode, List<String> demographics, int... headcounts) {
        List<Stratum> strata = IntStream.range(0, headcounts.length)
                .mapToObj(i -> new Stratum("0" + (i + 1), List.of("车间" + (i + 1)), headcounts[i]))
                .toList();
        Id id = new Id(1, 2);
        Round round = new Round(id, id, "轮次", 2026, Level.ENTERPRISE, Subject.WAGE, Contract.NONE, Terms.NONE);
        return new Plan(
                round,
                null,
                Length.CORE,
                demographics,
                List.of(),
                new Frame(List.of("车间"), strata),
                mode,
                PosterKind.ONE_A_STRATUM,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(3600),
                List.of());
    }
}
