package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.scorecard.Scorecards.Statement;

/** What a higher union sees together: establishment from the best evidence there is, and targets of its own. */
@Tag("store")
@MicronautTest(transactional = false)
final class LeagueTest {
    private static final SchemeId SCHEME = new SchemeId("cb-qei", "1.0.0");
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private final Random random = new Random();
    private final Actor union = new Actor(Id.random(random), "王秀兰", List.of());
    private final Actor evaluator = new Actor(Id.random(random), "赵评估", List.of());
    private Organization city;
    private Organization yishui;
    private Organization mengyin;

    @Inject
    SampleRounds samples;

    @Inject
    Scorecards scorecards;

    @Inject
    League league;

    @Inject
    LeagueTargets targets;

    @Inject
    Organizations organizations;

    @Inject
    Rounds rounds;

    @BeforeEach
    void tree() {
        city = samples.city("临沂市总工会");
        yishui = samples.county(city, "沂水县总工会");
        mengyin = samples.county(city, "蒙阴县总工会");
    }

    private List<Organization> beneath(Organization at) {
        return organizations.tree().chosenAndBeneath(o -> o.id().equals(at.id()));
    }

    private LeagueChoice choice(Organization at, Level level) {
        return new LeagueChoice(at, beneath(at), SCHEME, 2026, level, List.of(level));
    }

    private Optional<Establishment> verified(Organization at) {
        return Establishment.verified(
                organizations.tree(), at.id(), league.signedAtAnyLevel(choice(at, Level.ENTERPRISE)));
    }

    private Optional<Establishment> recorded(Organization at, LocalDate day) {
        return Establishment.recorded(
                beneath(at), rounds.of(choice(at, Level.ENTERPRISE).within()), day);
    }

    /** A region's scorecard with the two facts of I01, the second as the evaluator corrected it. */
    private void sign(Organization region, String inForce, String unionised) {
        Id card = scorecards
                .open(samples.round(region, 2026, org.zhisheng.server.round.Level.REGION), SCHEME, union)
                .id();
        String first = "enterprises-with-contract-in-force";
        String second = "unionised-enterprises";
        scorecards.enter(
                card,
                List.of(new Statement(first, null, inForce, "台账"), new Statement(second, null, "40", "台账")),
                union);
        scorecards.find(
                card,
                List.of(
                        new Statement(first, Finding.CONFIRMED, "", ""),
                        new Statement(second, Finding.CORRECTED, unionised, "另有未入台账的企业"),
                        new Statement("V1", Finding.NOT_ESTABLISHED, "", "走访核实"),
                        new Statement("V3", Finding.NOT_ESTABLISHED, "", "走访核实")),
                Map.of(first, 1, second, 1),
                evaluator);
        scorecards.sign(card, evaluator);
    }

    /** Contracts of the samples run from 10 March of their year for two years. */
    @Test
    void withoutVerifiedFactsTheRecordCountsContractsInForceOnTheDay() {
        samples.round(samples.plant(yishui, "第一分厂"), 2026);
        Organization renewed = samples.plant(yishui, "第二分厂");
        samples.round(renewed, 2024);
        samples.round(renewed, 2026);
        samples.round(samples.plant(yishui, "第三分厂"), 2023);
        samples.plant(mengyin, "第四分厂");
        assertEquals(Optional.empty(), verified(city));
        assertEquals(Optional.of(new Establishment(2, 4, 0)), recorded(city, END));
        assertEquals(50, recorded(city, END).orElseThrow().rate());
        assertEquals(Optional.of(new Establishment(1, 3, 0)), recorded(yishui, LocalDate.of(2026, 3, 9)));
        assertEquals(Optional.of(new Establishment(0, 1, 0)), recorded(mengyin, END));
        assertEquals(Optional.empty(), recorded(samples.county(city, "空县总工会"), END));
    }

    /** 41 of 50 and 9 of 10 make 50 of 60; the city's own 700 of 800 speaks for all beneath it. */
    @Test
    void verifiedFactsOfRegionsAddUpAndTheUppermostSpeaksForAll() {
        samples.round(samples.plant(yishui, "第一分厂"), 2026);
        sign(yishui, "41", "50");
        assertEquals(Optional.of(new Establishment(41, 50, 1)), verified(yishui));
        assertEquals(82, verified(city).orElseThrow().rate());
        sign(mengyin, "9", "10");
        assertEquals(Optional.of(new Establishment(50, 60, 2)), verified(city));
        sign(city, "700", "800");
        assertEquals(Optional.of(new Establishment(700, 800, 1)), verified(city));
        assertEquals(Optional.of(new Establishment(9, 10, 1)), verified(mengyin));
        assertEquals(3, league.signed(choice(city, Level.REGION), 2026).size());
        assertEquals(List.of(), league.signed(choice(city, Level.ENTERPRISE), 2026), "a region is no enterprise");
    }

    private void set(Organization at, int year, String... fields) {
        Map<String, Object> form = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        targets.set(at.id(), year, new Entries(form), "王秀兰");
    }

    private Targets targets(Organization at, int year) {
        return targets.of(at.id(), year).map(LeagueTargets.Set::targets).orElse(Targets.NOTICE);
    }

    @Test
    void targetsHoldFromAYearOnAndForAllBeneath() {
        assertEquals(Targets.NOTICE, targets(yishui, 2026));
        set(city, 2024, "establishment", "85", "growthFrom", "5", "growthTo", "7.5");
        set(city, 2026, "establishment", "90", "awareness", "92");
        assertEquals(Targets.NOTICE, targets(city, 2023));
        assertEquals(new Targets(85.0, null, null, false, 5.0, 7.5), targets(city, 2025));
        assertEquals(new Targets(90.0, 92.0, null, false, null, null), targets(yishui, 2030));
        assertEquals(city.id(), targets.of(yishui.id(), 2030).orElseThrow().by().id());
        set(yishui, 2026, "satisfaction", "75.5");
        assertEquals(new Targets(null, null, 75.5, false, null, null), targets(yishui, 2026));
        assertEquals(90, targets(mengyin, 2026).establishment());
        set(yishui, 2026, "satisfaction", "80");
        assertEquals(80, targets(yishui, 2026).satisfaction(), "set again for the same year");
        set(yishui, 2027);
        assertEquals(92, targets(yishui, 2027).awareness(), "an empty form hands back to the city");
    }

    @Test
    void whatIsNoTargetIsRefused() {
        for (String[] wrong : new String[][] {
            {"awareness", "100.5", "scorecard.league.fault.number"},
            {"awareness", "neunzig", "scorecard.league.fault.number"},
            {"growthFrom", "8", "scorecard.league.fault.band"}
        }) {
            Fault fault = assertThrows(ProblemException.class, () -> set(city, 2026, wrong[0], wrong[1]))
                    .faults()
                    .getFirst();
            assertEquals(List.of(wrong[0], wrong[2]), List.of(fault.field(), fault.key()));
        }
        var reversed = assertThrows(ProblemException.class, () -> set(city, 2026, "growthFrom", "12", "growthTo", "8"));
        assertEquals("scorecard.league.fault.band", reversed.faults().getFirst().key());
        assertTrue(targets.of(city.id(), 2026).isEmpty());
    }
}
