package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhisheng.server.response.Outcome.ALREADY_COUNTED;
import static org.zhisheng.server.response.Outcome.COUNTED;
import static org.zhisheng.server.response.Outcome.TOO_EARLY;
import static org.zhisheng.server.response.Outcome.TOO_LATE;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.Surveys;

@Tag("store")
@MicronautTest(transactional = false)
final class CollectorTest {
    private final Random random = new Random();
    private Manifest survey;

    @Inject
    SampleSurveys samples;

    @Inject
    Collector collector;

    @Inject
    Responses responses;

    @Inject
    Stored stored;

    @Inject
    Surveys surveys;

    @BeforeEach
    void launch() {
        survey = samples.open("pre-demand");
    }

    @Test
    void aCastIsCountedWithItsStratumAndWithoutItsWords() {
        assertEquals(List.of(COUNTED), collector.collect(survey, List.of(cast("01", "GOOD", "食堂"))));
        assertEquals(List.of(COUNTED), collector.collect(survey, List.of(cast(null, "BAD", null))));

        assertEquals(2, responses.count(survey.survey()));
        assertEquals(Map.of("01", 1, Responses.NO_STRATUM, 1), responses.countByStratum(survey.survey()));
        assertEquals(Map.of("PRE-F1", List.of("食堂")), stored.texts(survey));
        List<Response> read = new ArrayList<>(stored.responses(survey));
        read.sort(Comparator.comparing(r -> r.stratum() == null));
        assertEquals(
                List.of(
                        new Response("01", new AnswerSheet(Map.of("PRE-S1", List.of("GOOD")))),
                        new Response(null, new AnswerSheet(Map.of("PRE-S1", List.of("BAD"))))),
                read);
    }

    @Test
    void theSameTagCountsOnceHoweverOftenItIsSent() {
        Cast cast = cast("01", "GOOD", "食堂");

        assertEquals(List.of(COUNTED), collector.collect(survey, List.of(cast)));
        assertEquals(List.of(ALREADY_COUNTED), collector.collect(survey, List.of(cast)));
        assertEquals(List.of(ALREADY_COUNTED), collector.collect(survey, List.of(cast)));

        assertEquals(1, responses.count(survey.survey()));
        assertEquals(Map.of("PRE-F1", List.of("食堂")), stored.texts(survey));
    }

    @Test
    void theSameTagInAnotherSurveyIsAnotherCast() {
        Cast cast = cast("01", "GOOD", null);
        Manifest other = samples.open("pre-demand");

        collector.collect(survey, List.of(cast));

        assertEquals(List.of(COUNTED), collector.collect(other, List.of(cast)));
    }

    @Test
    void aBatchWithDuplicatesCountsTheOthers() {
        Cast old = cast("01", "GOOD", "食堂");
        collector.collect(survey, List.of(old));
        Cast twice = cast("02", "GOOD", "宿舍");

        List<Outcome> outcomes =
                collector.collect(survey, List.of(cast("01", "BAD", null), old, twice, twice, cast("02", "BAD", null)));

        assertEquals(List.of(COUNTED, ALREADY_COUNTED, COUNTED, ALREADY_COUNTED, COUNTED), outcomes);
        assertEquals(Map.of("01", 2, "02", 2), responses.countByStratum(survey.survey()));
        assertEquals(2, stored.texts(survey).get("PRE-F1").size());
    }

    @Test
    void parallelDuplicatesCountOnce() throws Exception {
        Cast cast = cast("01", "GOOD", "食堂");
        Callable<List<Outcome>> send = () -> collector.collect(survey, List.of(cast));
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService phones = Executors.newFixedThreadPool(8)) {
            for (Future<List<Outcome>> sent : phones.invokeAll(Collections.nCopies(16, send))) {
                outcomes.addAll(sent.get());
            }
        }

        assertEquals(1, Collections.frequency(outcomes, COUNTED));
        assertEquals(15, Collections.frequency(outcomes, ALREADY_COUNTED));
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void parallelBatchesNeitherBlockNorLoseAnything() throws Exception {
        List<Callable<List<Outcome>>> batches = IntStream.range(0, 8)
                .<Callable<List<Outcome>>>mapToObj(i -> {
                    List<Cast> casts = IntStream.range(0, 20)
                            .mapToObj(j -> cast("02", "GOOD", null))
                            .toList();
                    return () -> collector.collect(survey, casts);
                })
                .toList();
        try (ExecutorService phones = Executors.newFixedThreadPool(8)) {
            for (Future<List<Outcome>> sent : phones.invokeAll(batches)) {
                assertEquals(Collections.nCopies(20, COUNTED), sent.get());
            }
        }
        assertEquals(160, responses.count(survey.survey()));
    }

    @Test
    void afterTheCloseANewCastIsRefusedButACountedOneIsStillThanked() {
        Cast counted = cast("01", "GOOD", null);
        collector.collect(survey, List.of(counted));
        surveys.close(survey.survey(), "王");

        assertEquals(List.of(TOO_LATE), collector.collect(survey, List.of(cast("01", "GOOD", null))));
        assertEquals(List.of(ALREADY_COUNTED), collector.collect(survey, List.of(counted)));
        assertEquals(
                List.of(TOO_LATE, ALREADY_COUNTED),
                collector.collect(survey, List.of(cast("01", "GOOD", null), counted)));
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void aCancelledSurveyAndOneBeforeItsTimeTakeNothing() {
        surveys.cancel(survey.survey(), "王");
        Manifest soon = samples.launch(
                "pre-demand", Length.CORE, PosterKind.ONE_A_STRATUM, "http://localhost", Duration.ofDays(1));
        Manifest over = samples.launch(
                "pre-demand", Length.CORE, PosterKind.ONE_A_STRATUM, "http://localhost", Duration.ofDays(-2));

        assertEquals(List.of(TOO_LATE), collector.collect(survey, List.of(cast("01", "GOOD", null))));
        assertEquals(List.of(TOO_EARLY), collector.collect(soon, List.of(cast("01", "GOOD", null))));
        assertEquals(List.of(TOO_LATE), collector.collect(over, List.of(cast("01", "GOOD", null))));
        assertEquals(
                0, responses.count(survey.survey()) + responses.count(soon.survey()) + responses.count(over.survey()));
    }

    @Test
    void responsesAreReadInAnOrderThatIsNotTheirArrival() {
        List<String> sent = IntStream.range(0, 60).mapToObj(i -> "OPTION_" + i).toList();
        sent.forEach(option -> collector.collect(survey, List.of(cast("01", option, null))));

        List<String> read = order();

        // Sixty in the order of arrival by chance: one in 60!.
        assertNotEquals(sent, read);
        assertEquals(Set.copyOf(sent), Set.copyOf(read));
        assertEquals(read, order());
    }

    @Test
    void whatGoesWrongHalfWayLeavesNothingBehind() {
        Cast tooWide = cast("a stratum's code that does not fit", "GOOD", "食堂");

        IllegalStateException fault =
                assertThrows(IllegalStateException.class, () -> collector.collect(survey, List.of(tooWide)));

        assertFalse(String.valueOf(fault.getMessage()).contains("stratum"), fault.getMessage());
        assertEquals(0, responses.count(survey.survey()));
        assertTrue(stored.texts(survey).isEmpty());
        Cast mended = new Cast(tooWide.tag(), "01", tooWide.answers());
        assertEquals(List.of(COUNTED), collector.collect(survey, List.of(mended)));
    }

    private List<String> order() {
        List<String> read = new ArrayList<>();
        stored.responses(survey).forEach(r -> read.add(r.answers().of("PRE-S1").getFirst()));
        return read;
    }

    private Cast cast(String stratum, String option, String words) {
        Map<String, List<String>> answers = words == null
                ? Map.of("PRE-S1", List.of(option))
                : Map.of("PRE-S1", List.of(option), "PRE-F1", List.of(words));
        return new Cast(
                org.zhisheng.server.credential.Tag.of(Id.random(random).bytes()), stratum, new AnswerSheet(answers));
    }
}
