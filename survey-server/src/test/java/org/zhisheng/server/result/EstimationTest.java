package org.zhisheng.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.Protector;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseGate;
import org.zhisheng.analytics.disclosure.ReleaseRule;
import org.zhisheng.analytics.disclosure.ReleaseTerms;
import org.zhisheng.analytics.disclosure.ReleasedTable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Missing;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.ReleaseRules;
import org.zhisheng.server.survey.Stratum;

/**
 * Two workshops of 60 and 40 workers; 20 and 12 answer. Expected values were computed apart from this code, in exact
 * fractions and with the variance formula of a stratified ratio written out: satisfied = (60/20·12 + 40/12·5) /
 * (60/20·18 + 40/12·11) = 158/272.
 */
final class EstimationTest {
    private static final String[] FIRST = {"VS 5", "S 7", "N 3", "D 2", "VD 1", "DK 2"};
    private static final String[] SECOND = {"VS 1", "S 4", "N 3", "D 2", "VD 1", "DK 1"};

    @Test
    void satisfactionIsPostStratifiedWithDontKnowOutOfTheBase() {
        List<Figure> whole = estimation(60).headlines(Audience.EVERYONE).figures();
        Estimate satisfied = figure(whole, "satisfied");
        assertEquals(158.0 / 272, satisfied.value(), 1e-12);
        assertEquals(0.07689917117601477, satisfied.standardError(), 1e-12);
        assertEquals(29, satisfied.sampleSize());
        assertEquals(30, satisfied.degreesOfFreedom());
        assertEquals(57.0 / 272, figure(whole, "dissatisfied").value(), 1e-12);
        assertEquals(70.07352941176474, figure(whole, "index").value(), 1e-9);
        assertEquals(3.598861662625873, figure(whole, "index").standardError(), 1e-9);
    }

    /** 12 of 18 and 5 of 11 in whole percent; two of the eleven, and three of the eighteen, were dissatisfied. */
    @Test
    void groupsOfTheFrameHaveTheirOwnRatesInWholePercent() {
        Release release = release(60);
        List<ReleasedTable.Group> groups = release.by("车间").orElseThrow().groups();
        assertEquals(
                List.of("一车间", "二车间"),
                groups.stream().map(ReleasedTable.Group::name).toList());
        assertEquals(0.67, figure(groups.get(0).figures(), "satisfied").value());
        assertEquals(0.45, figure(groups.get(1).figures(), "satisfied").value());
    }

    @Test
    void theWholeUnitIsReleasedWithFourDecimalsAndCovariances() {
        Release release = release(60);
        assertEquals(0.5809, figure(release.whole().figures(), "satisfied").value());
        assertEquals(70.0735, figure(release.whole().figures(), "index").value());
        double error = figure(release.whole().figures(), "satisfied").standardError();
        assertEquals(
                error * error,
                release.covariance("POST-O1 satisfied", "POST-O1 satisfied").orElseThrow(),
                1e-7);
    }

    @Test
    void aStratumWithMoreAnswersThanWorkersEntersNoFigure() {
        Tally tally = tally(19);
        assertEquals(List.of("01"), tally.overAnswered());
        assertEquals(
                5.0 / 11,
                figure(estimation(19).headlines(Audience.EVERYONE).figures(), "satisfied")
                        .value(),
                1e-12);
    }

    @Test
    void incompleteAnswersAndThoseWithoutStratumAreCountedApart() {
        Tally tally = tally(60);
        tally.add("01", AnswerSheet.BLANK);
        tally.add(null, new AnswerSheet(Map.of("POST-O1", List.of("S"), "PRE-W3", List.of("S"))));
        assertEquals(34, tally.received());
        assertEquals(1, tally.incomplete());
        assertEquals(1, tally.withoutStratum());
        assertEquals(33, tally.valid());
        assertEquals(32, tally.data().rows());
    }

    @Test
    void restrictedItemsAndTextsAreNeverTabulated() {
        List<Figure> figures = estimation(60).headlines(Audience.EVERYONE).figures();
        assertTrue(figures.stream().allMatch(f -> f.item().equals("POST-O1")), figures::toString);
    }

    @Test
    void eachAudienceReadsItsOwnItemsOnTheSameGroupsAndBlocks() {
        Release open = release(60, Audience.EVERYONE);
        Release restricted = release(60, Audience.WORKER_SIDE);
        assertEquals(List.of("POST-O1"), items(open));
        assertEquals(List.of("PRE-W3"), items(restricted));
        assertEquals(open.terms(), restricted.terms());
        assertEquals(
                open.tables().stream().map(ReleasedTable::dimension).toList(),
                restricted.tables().stream().map(ReleasedTable::dimension).toList());
    }

    private static List<String> items(Release release) {
        return release.tables().stream()
                .flatMap(t -> t.groups().stream())
                .flatMap(g -> g.figures().stream())
                .map(Figure::item)
                .distinct()
                .toList();
    }

    private static Estimation estimation(int first) {
        return new Estimation(manifest(first), manifest(first).frame(), tally(first), protection(first));
    }

    private static Protection protection(int first) {
        Tally tally = tally(first);
        List<String> left = tally.overAnswered();
        Counting counting = new Counting(
                manifest(first), manifest(first).frame(), tally.data().without(left), left);
        return Protector.protect(counting.frame(), counting.demographics(), new ReleaseRule(10));
    }

    private static Release release(int first) {
        return release(first, Audience.EVERYONE);
    }

    private static Release release(int first, Audience audience) {
        return ReleaseGate.release(
                Counting.part(protection(first), manifest(first), audience),
                estimation(first).headlines(audience),
                ReleaseTerms.Kind.FIRST);
    }

    private static Tally tally(int first) {
        Tally tally = new Tally(manifest(first), manifest(first).frame());
        sheets(FIRST).forEach(sheet -> tally.add("01", sheet));
        sheets(SECOND).forEach(sheet -> tally.add("02", sheet));
        return tally;
    }

    private static List<AnswerSheet> sheets(String... counts) {
        List<AnswerSheet> sheets = new ArrayList<>();
        for (String count : counts) {
            String[] parts = count.split(" ");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                sheets.add(new AnswerSheet(Map.of("POST-O1", List.of(parts[0]), "PRE-W3", List.of("S"))));
            }
        }
        return sheets;
    }

    private static Estimate figure(List<Figure> figures, String statistic) {
        return figures.stream()
                .filter(f -> f.statistic().equals(statistic))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    private static Manifest manifest(int first) {
        Random random = new Random(5);
        List<Item> items = List.of(
                rated("POST-O1", Audience.EVERYONE),
                rated("PRE-W3", Audience.WORKER_SIDE),
                new Item(
                        "POST-X2",
                        "improve",
                        ItemKind.TEXT,
                        Text.same("?"),
                        null,
                        List.of(),
                        200,
                        null,
                        List.of(),
                        Audience.EVERYONE,
                        false,
                        List.of()));
        List<String> codes = items.stream().map(Item::code).toList();
        return new Manifest(
                1,
                Id.random(random),
                "7KQ2M9X",
                Id.random(random),
                "工会",
                Id.random(random),
                "2026",
                Text.same("测评"),
                "post-evaluation",
                "1.0.0",
                "core",
                "00",
                items,
                new Frame(
                        List.of("车间"),
                        List.of(new Stratum("01", List.of("一车间"), first), new Stratum("02", List.of("二车间"), 40))),
                Mode.POSTER,
                PosterKind.ONE_A_STRATUM,
                Instant.EPOCH,
                Instant.EPOCH,
                "https://voice.example.org",
                List.of(new DeclaredTable(codes, ""), new DeclaredTable(codes, "车间")),
                ReleaseRules.DEFAULT,
                null,
                null);
    }

    private static Item rated(String code, Audience audience) {
        List<Option> options = List.of(
                points("VS", 100),
                points("S", 80),
                points("N", 60),
                points("D", 40),
                points("VD", 20),
                new Option("DK", Text.same("DK"), null, null, null, false, Missing.DONT_KNOW, false));
        return new Item(
                code,
                "satisfaction.bargaining",
                ItemKind.SINGLE,
                Text.same("?"),
                null,
                options,
                1,
                null,
                List.of(),
                audience,
                false,
                List.of("I12"));
    }

    private static Option points(String code, int points) {
        return new Option(code, Text.same(code), points, null, null, false, null, false);
    }
}
