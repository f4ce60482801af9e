package org.zhisheng.analytics.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.FieldingMode;

/** The rules of the default scheme, in their order, with the examples that catch wrong implementations. */
final class ScoreRulesTest {
    private static final Scheme SCHEME = SchemeFile.published(new SchemeId("cb-qei", "1.0.0"));
    private static final Scorer SCORER = Scorer.of(SCHEME);

    /** Every indicator at a level of points; wage growth in its band. */
    private static Map<String, Reading> values(double points) {
        Map<String, Reading> values = new LinkedHashMap<>();
        for (Indicator indicator : SCHEME.indicators()) {
            double value =
                    SCORER.normaliser(SCHEME.indicators().indexOf(indicator)).value(points);
            values.put(indicator.id(), new Reading.Known(value));
        }
        values.put("satisfaction-rate", new Reading.Known(80));
        return values;
    }

    private static Map<String, Reading> with(double points, String id, double value) {
        Map<String, Reading> values = values(points);
        values.put(id, new Reading.Known(value));
        return values;
    }

    private static Score score(Map<String, Reading> values, String... established) {
        return SCORER.score(new Unit("U", Level.ENTERPRISE, -1, Readings.exact(values), null, Set.of(established)));
    }

    private static String band(Score score) {
        return assertInstanceOf(Rating.Banded.class, score.rating()).band().id();
    }

    @ParameterizedTest
    @CsvSource({
        "89.95, 90.0, excellent",
        "89.94999, 89.9, good",
        "79.95, 80.0, good",
        "59.95, 60.0, qualified",
        "59.9499999, 59.9, unqualified",
        "89.9500000000000028, 90.0, excellent",
        "89.9499999999999886, 90.0, excellent"
    })
    void roundsHalfUpBeforeItBands(double total, double rounded, String band) {
        assertEquals(rounded, Rounding.toTenth(total));
        assertEquals(band, SCHEME.bands().get(SCORER.rater().byTotal(total)).id());
    }

    @Test
    void aTotalOf8995ThatWasAddedInBinaryIsExcellent() {
        // 1/10 of 89.5 and 9/10 of 90 are 89.95, which binary addition can miss by the last bit
        double total = 0;
        for (int i = 0; i < 10; i++) {
            total += (i == 0 ? 89.5 : 90) * 0.1;
        }
        assertEquals(90.0, Rounding.toTenth(total));
    }

    @Test
    void capsLowerTheBandAndNeverTheTotal() {
        Score plain = score(values(95));
        assertEquals("excellent", band(plain));
        Score unaware = score(with(95, "I04", 59.9));
        assertEquals("qualified", band(unaware));
        assertTrue(unaware.total() > 90 && unaware.rounded() > 90, "the total stays as it is");
        assertEquals("qualified", band(score(with(95, "satisfaction-rate", 59.99))));
        assertEquals("unqualified", band(score(with(95, "satisfaction-rate", 49.9))));
        assertEquals(plain.total(), score(with(95, "satisfaction-rate", 10)).total());
        assertEquals("excellent", band(score(with(95, "satisfaction-rate", 60))), "60 is not below 60");
        // 0.57 and 0.63 percent sums that binary makes 59.99999999999999
        assertEquals("excellent", band(score(with(95, "satisfaction-rate", 59.99999999999999))));
    }

    @Test
    void aCapWhoseQuantityIsUnknownIsNamed() {
        Map<String, Reading> values = values(95);
        values.remove("satisfaction-rate");
        var banded = assertInstanceOf(Rating.Banded.class, score(values).rating());
        assertEquals(List.of("satisfaction-below-60", "satisfaction-below-50"), banded.undecided());
    }

    @Test
    void vetoesLowerTheBandOnlyWhereTheyAreEstablished() {
        Score vetoed = score(values(95), "V1");
        assertEquals("unqualified", band(vetoed));
        assertEquals(score(values(95)).total(), vetoed.total());
        Facts noVote = new Facts(Map.of("congress-voted", new Fact.Answer(Fact.Reply.NO)), Map.of());
        assertEquals(Set.of("V2"), new SourceReader(new Figures(), noVote).established(SCHEME));
        // what workers answered to X0 and M8 is a figure, and establishes nothing
        Figures told = new Figures().add(new Figures.Key("post-evaluation", "POST-X0", "share", "YES"), 1, 0);
        assertEquals(Set.of(), new SourceReader(told, new Facts(Map.of(), Map.of())).established(SCHEME));
    }

    @Test
    void whatIsInapplicableDoesNotCountAsMissing() {
        Score score = score(values(95));
        assertEquals(List.of("I01"), score.inapplicable());
        assertEquals(0, score.missingWeight());
        Map<String, Reading> atTheLimit = values(95);
        List.of("I04", "I15", "I03").forEach(atTheLimit::remove);
        assertEquals(25, score(atTheLimit).missingWeight());
        assertFalse(Double.isNaN(score(atTheLimit).total()), "25 points are allowed");
        atTheLimit.remove("I08");
        assertInstanceOf(Rating.None.class, score(atTheLimit).rating());
        assertTrue(Double.isNaN(score(atTheLimit).total()), "no rating instead of a number");
        atTheLimit.put("I08", new Reading.Inapplicable("no such workers"));
        assertFalse(Double.isNaN(score(atTheLimit).total()));
    }

    @Test
    void anEmptyDimensionSharesItsWeightOverTheOthers() {
        Map<String, Reading> values = values(80);
        values.remove("I14");
        values.remove("I15");
        values.put("I11", new Reading.Known(100));
        Score score = score(values);
        double d4 = score.dimensions().get(3).effectiveWeight();
        assertEquals(100 * 33.0 / 85, d4, 1e-12);
        assertEquals(80 + 20 * (16.0 / 33) * (33.0 / 85), score.total(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"9,20,NONE", "14,100,NONE", "15,100,C", "29,100,C", "50,100,B", "80,100,A", "400,1300,A"})
    void coverageDecidesWhatIsShown(long responses, long headcount, String grade) {
        CoverageRating coverage = CoverageRating.of("U", responses, headcount, FieldingMode.TICKETS);
        assertEquals(grade, coverage.grade().name());
        Score score = SCORER.score(new Unit("U", Level.ENTERPRISE, -1, Readings.exact(values(95)), coverage, Set.of()));
        switch (grade) {
            case "NONE" -> {
                assertTrue(Double.isNaN(score.total()) && Double.isNaN(score.rounded()));
                assertInstanceOf(Rating.None.class, score.rating());
            }
            case "C" -> {
                assertFalse(Double.isNaN(score.total()));
                assertInstanceOf(Rating.NumberOnly.class, score.rating());
            }
            default -> assertEquals("excellent", band(score));
        }
    }

    @Test
    void aSmallEnterpriseIsOnlyPooled() {
        Readings readings = Readings.exact(values(95));
        Score small = SCORER.score(new Unit("U", Level.ENTERPRISE, 19, readings, null, Set.of()));
        assertTrue(Double.isNaN(small.total()));
        Score large = SCORER.score(new Unit("U", Level.ENTERPRISE, 20, readings, null, Set.of()));
        assertFalse(Double.isNaN(large.total()));
    }

    @Test
    void growthAboveItsBandKeepsItsPointsAndIsFlagged() {
        for (double growth : new double[] {8, 12}) {
            Score score = score(with(95, "I13", growth));
            assertEquals(100, score.indicators().get(12).points());
            assertFalse(score.indicators().get(12).flagged());
        }
        Score above = score(with(95, "I13", 12.0001));
        assertEquals(100, above.indicators().get(12).points());
        assertTrue(above.indicators().get(12).flagged());
        assertEquals(0, score(with(95, "I13", -3)).indicators().get(12).points());
    }

    private static Figures figures(double... indices) {
        Figures figures = new Figures();
        String[] items = {"POST-O1", "POST-O2", "POST-E1", "POST-C0"};
        for (int i = 0; i < items.length; i++) {
            figures.add(new Figures.Key("post-evaluation", items[i], "index", ""), indices[i], 1.5);
        }
        return figures;
    }

    /**
     * Two workers: one gives O1 and O2 100 and cannot judge E1 and C0, the other gives all four 20. The item means are 60,
     * 60, 20, 20, so that I12 is 40; the mean of persons would be (100 + 20)/2 = 60.
     */
    @Test
    void compositeSatisfactionIsTheMeanOfItemMeansNotOfPersons() {
        Readings readings = new SourceReader(figures(60, 60, 20, 20), new Facts(Map.of(), Map.of())).read(SCHEME);
        assertEquals(40, readings.value("I12"), 1e-12);
    }

    @Test
    void correlatedAwarenessAndSatisfactionWidenTheTotal() {
        Readings independent = Readings.of(values(80), List.of("I04", "I12"), new double[][] {{4, 0}, {0, 2.25}});
        Readings correlated = Readings.of(values(80), List.of("I04", "I12"), new double[][] {{4, 2.4}, {2.4, 2.25}});
        double apart = Propagation.deltaError(SCORER, Unit.of("U", independent));
        double together = Propagation.deltaError(SCORER, Unit.of("U", correlated));
        // weights in effect: I04 0.12·100/90, I12 0.12; D1 keeps its weight through I02
        double a = 0.12 * 100 / 90;
        double b = 0.12;
        assertEquals(Math.sqrt(a * a * 4 + b * b * 2.25), apart, 1e-12);
        assertEquals(Math.sqrt(a * a * 4 + b * b * 2.25 + 2 * a * b * 2.4), together, 1e-12);
        assertNotEquals(apart, together);
    }

    /** With everybody aware the rate is 1 and has no variance: full points, no error, no NaN, full probability of a band. */
    @Test
    void everybodyAware() {
        Readings readings = Readings.independent(with(95, "I04", 100), Map.of("I04", 0.0));
        ScoreUncertainty uncertainty = Propagation.of(SCORER, Unit.of("U", readings), new Simulation(500, 1, 0.95));
        assertEquals(0, uncertainty.total().standardError());
        assertEquals(1.0, uncertainty.bands().get("excellent"));
    }

    @Test
    void aNewcomerWhoIsAwareCountsForAwarenessOnly() {
        // the base of each item is the release's; the scheme must not take awareness from an item that newcomers skip
        var sources = SCHEME.indicator("I04").orElseThrow().sources();
        var term = assertInstanceOf(Source.FigureSum.class, sources.getFirst())
                .terms()
                .getFirst();
        assertEquals("POST-A1", term.item());
        var took = SCHEME.indicator("I05").orElseThrow().sources().getFirst();
        assertEquals(
                "POST-B1",
                assertInstanceOf(Source.FigureSum.class, took)
                        .terms()
                        .getFirst()
                        .item());
    }

    private static Figures ballot(double... shares) {
        Figures figures = new Figures();
        for (int t = 0; t < shares.length; t++) {
            String topic = t == shares.length - 1 ? "T99" : String.format("T%02d", t + 1);
            figures.add(new Figures.Key("pre-demand", "PRE-T1", "share", topic), shares[t], 0.02);
        }
        return figures;
    }

    private static double demandResponse(Figures figures, Set<String> clauses) {
        Facts facts = new Facts(Map.of("topics-with-clause", new Fact.Topics(clauses)), Map.of());
        return new SourceReader(figures, facts).read(SCHEME).value("I06");
    }

    @Test
    void tiesAtFifthPlaceAllEnterAndOtherNever() {
        Figures figures = ballot(0.8, 0.6, 0.5, 0.4, 0.3, 0.3, 0.1, 0.9);
        double shares = 0.8 + 0.6 + 0.5 + 0.4 + 0.3 + 0.3;
        assertEquals(100 * 0.8 / shares, demandResponse(figures, Set.of("T01", "T07", "T99")), 1e-9);
        assertEquals(100 * 0.6 / shares, demandResponse(figures, Set.of("T05", "T06")), 1e-9);
    }

    @Test
    void aBallotWithOnePickCounts() {
        // one worker, one pick: the topics that nobody named tie at 0 and are no demands
        Figures figures = ballot(1, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(100, demandResponse(figures, Set.of("T01")), 1e-12);
        assertEquals(0, demandResponse(figures, Set.of("T02")), 1e-12);
    }

    @Test
    void annualAwarenessStandsInAndIsNotMixedIntoATrend() {
        Figures post = new Figures().add(new Figures.Key("post-evaluation", "POST-A1", "aware", ""), 0.8, 0.02);
        Figures annual = new Figures().add(new Figures.Key("annual-check", "ANN-Y1", "aware", ""), 0.9, 0.02);
        Facts none = new Facts(Map.of(), Map.of());
        Map<String, Reading> before = values(80);
        before.put("I04", new SourceReader(post, none).read(SCHEME).get("I04"));
        Map<String, Reading> after = values(85);
        after.put("I04", new SourceReader(annual, none).read(SCHEME).get("I04"));
        Trend trend = Trend.of(
                new Trend.Wave(SCORER, Unit.of("U", Readings.exact(before)), 1.2),
                new Trend.Wave(SCORER, Unit.of("U", Readings.exact(after)), 0.9),
                0.95);
        assertTrue(trend.incomparable().contains("I04"));
        assertEquals(1.5, trend.standardError(), 1e-12);
        assertEquals(trend.change() / 1.5, trend.z(), 1e-12);
        Scheme fork = SchemeVariants.withId(SCHEME, new SchemeId("cb-qei", "1.0.1"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Trend.of(
                        new Trend.Wave(SCORER, Unit.of("U", Readings.exact(before)), 1),
                        new Trend.Wave(Scorer.of(fork), Unit.of("U", Readings.exact(after)), 1),
                        0.95));
    }

    @Test
    void theSmallestSetReachesTheNextBandAndNothingSmallerDoes() {
        Unit unit = Unit.of("U", Readings.exact(with(75, "I04", 55)));
        NextBand next = NextBand.of(SCORER, unit).orElseThrow();
        assertEquals("good", next.band().id());
        Map<String, Reading> raised = new LinkedHashMap<>(unit.readings().all());
        next.steps().forEach(s -> raised.put(s.indicator(), new Reading.Known(s.to())));
        assertEquals("good", band(score(raised)));
        assertTrue(next.steps().stream().anyMatch(s -> s.indicator().equals("I04")), "the cap on awareness must go");
        for (NextBand.Step left : next.steps()) {
            Map<String, Reading> full = new LinkedHashMap<>(unit.readings().all());
            next.steps().stream()
                    .filter(s -> s != left)
                    .forEach(s ->
                            full.put(s.indicator(), new Reading.Known(Math.max(s.to(), valueAtFull(s.indicator())))));
            assertNotEquals("good", band(score(full)), "without " + left.indicator());
        }
    }

    private static double valueAtFull(String id) {
        for (int i = 0; i < SCHEME.indicators().size(); i++) {
            if (SCHEME.indicators().get(i).id().equals(id)) {
                return SCORER.normaliser(i).value(100);
            }
        }
        throw new AssertionError(id);
    }
}
