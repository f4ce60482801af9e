package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Surveys;

@Tag("store")
@MicronautTest(transactional = false)
final class MixerTest {
    private final Random random = new Random();
    private final AtomicInteger number = new AtomicInteger();
    private Manifest survey;

    @Inject
    SampleSurveys samples;

    @Inject
    Collector collector;

    @Inject
    Mixer mixer;

    @Inject
    CollectorKeys keys;

    @Inject
    Sealing sealing;

    @Inject
    ResponseStore store;

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
    void tenOfAStratumAreMixedAndFewerWait() {
        castAll("01", 9);
        castAll("02", 12);
        castAll(null, 10);

        assertEquals(22, mixer.mix(survey));

        assertEquals(Map.of("", 10, "02", 12), strata(stored.mixed(survey)));
        assertEquals(Map.of("", 10, "01", 9, "02", 12), responses.countByStratum(survey.survey()));
        assertEquals(0, mixer.mix(survey));
        castAll("01", 1);
        assertEquals(10, mixer.mix(survey));
        assertEquals(32, stored.mixed(survey).size());
        assertEquals(32, stored.texts(survey).get("PRE-F1").size());
    }

    @Test
    void nothingIsLostChangedOrDoubledAndTheOrderAndTheIdsAreNew() {
        castAll("01", 40);
        List<Response> before = stored.responses(survey);
        Set<Id> idsBefore = new HashSet<>();
        store.forEachStaged(survey.survey(), row -> idsBefore.add(row.id()));

        mixer.mix(survey);

        List<Response> after = stored.mixed(survey);
        Set<Id> idsAfter = new HashSet<>();
        store.forEach(survey.survey(), row -> idsAfter.add(row.id()));
        assertEquals(sorted(before), sorted(after));
        // The same order by chance: one in 40!.
        assertNotEquals(before, after);
        assertEquals(40, idsAfter.size());
        idsAfter.retainAll(idsBefore);
        assertEquals(Set.of(), idsAfter);
        assertEquals(
                Map.of("PRE-F1", countdown(40)),
                Map.of("PRE-F1", new java.util.TreeSet<>(stored.texts(survey).get("PRE-F1"))));
    }

    /** What is left behind moves to the new key; the old one goes once nothing is sealed under it, and not before. */
    @Test
    void mixingRenewsTheStagingKeyAndTheNextRunDestroysTheOldOne() {
        castAll("01", 12);
        castAll("02", 4);
        List<byte[]> asStaged = new ArrayList<>();
        store.forEachStaged(survey.survey(), row -> asStaged.add(row.sealed()));
        List<Response> left = stored.responses(survey).stream()
                .filter(r -> "02".equals(r.stratum()))
                .toList();

        mixer.mix(survey);
        assertEquals(List.of("staging-1", "staging"), files(), "until the next run both open");
        castAll("01", 3);
        mixer.mixAll();
        assertEquals(List.of("staging-1"), files());
        Sealer stolen = sealing.reading(survey, Table.STAGED, Phase.STAGING);
        asStaged.forEach(row -> assertThrows(IllegalStateException.class, () -> stolen.open(row), "still readable"));
        mixer.mixAll();
        assertEquals(List.of("staging-1"), files(), "without a mixing there is nothing to renew");
        assertEquals(Map.of("01", 15, "02", 4), responses.countByStratum(survey.survey()));
        assertTrue(sorted(stored.responses(survey)).containsAll(sorted(left)));

        castAll("01", 7);
        assertEquals(10, mixer.mix(survey));
        castAll("02", 6);
        assertEquals(10, mixer.mix(survey));
        assertEquals(List.of("staging-3", "staging-2"), files());
        assertEquals(Map.of("01", 22, "02", 10), responses.countByStratum(survey.survey()));
    }

    /** A mixing that is rolled back leaves a newer key and rows under the older one: it must stay as long as they do. */
    @Test
    void aKeyThatStillOpensSomethingIsNeverDestroyed() {
        castAll("01", 5);
        keys.renew(survey.survey(), Phase.STAGING);
        castAll("01", 2);
        mixer.mixAll();
        assertEquals(List.of("staging-1", "staging"), files());
        castAll("01", 3);
        assertEquals(10, mixer.mix(survey));
        mixer.mixAll();
        assertEquals(List.of("staging-2"), files());
        assertEquals(10, stored.mixed(survey).size());
    }

    private List<String> files() {
        return keys.live(survey.survey(), Phase.STAGING).stream()
                .map(CollectorKeys.Live::file)
                .toList();
    }

    @Test
    void everyRowOfATableIsEquallyLong() {
        castAll("01", 10);
        collector.collect(survey, List.of(cast("02", "x", null)));
        collector.collect(survey, List.of(cast("02", "x", "很长".repeat(100))));
        Set<Integer> staged = new HashSet<>();
        store.forEachStaged(survey.survey(), row -> staged.add(row.sealed().length));
        mixer.mix(survey);
        Set<Integer> mixed = new HashSet<>();
        store.forEach(survey.survey(), row -> mixed.add(row.sealed().length));
        assertEquals(1, staged.size());
        assertEquals(1, mixed.size());
    }

    @Test
    void manyMixersAndCastersAtOnceLoseNothing() throws Exception {
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String stratum = i % 2 == 0 ? "01" : "02";
            work.add(() -> collector.collect(survey, List.of(cast(stratum, "x", "t" + number.incrementAndGet()))));
            if (i % 6 == 0) {
                work.add(() -> mixer.mix(survey));
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        mixer.mixAll();
        assertEquals(Map.of("01", 30, "02", 30), responses.countByStratum(survey.survey()));
        assertEquals(60, new HashSet<>(stored.texts(survey).get("PRE-F1")).size());
        assertTrue(stored.mixed(survey).size() >= 42, "at most nine of each stratum wait");
    }

    @Test
    void afterTheCloseNothingIsMixed() {
        castAll("01", 10);
        surveys.close(survey.survey(), "王");
        assertThrows(ProblemException.class, () -> mixer.mix(survey));
        mixer.mixAll();
        assertEquals(0, stored.mixed(survey).size());
    }

    private void castAll(@Nullable String stratum, int times) {
        for (int i = 0; i < times; i++) {
            int n = number.incrementAndGet();
            assertEquals(
                    List.of(Outcome.COUNTED), collector.collect(survey, List.of(cast(stratum, "O" + n, "words" + n))));
        }
    }

    private Cast cast(@Nullable String stratum, String option, @Nullable String words) {
        Map<String, List<String>> answers = new TreeMap<>(Map.of("PRE-S1", List.of(option)));
        if (words != null) {
            answers.put("PRE-F1", List.of(words));
        }
        return new Cast(
                org.zhisheng.server.credential.Tag.of(Id.random(random).bytes()), stratum, new AnswerSheet(answers));
    }

    private static Set<String> countdown(int last) {
        Set<String> words = new java.util.TreeSet<>();
        for (int i = 1; i <= last; i++) {
            words.add("words" + i);
        }
        return words;
    }

    private static List<String> sorted(List<Response> responses) {
        return responses.stream().map(r -> r.stratum() + r.answers()).sorted().toList();
    }

    private static Map<String, Integer> strata(List<Response> responses) {
        Map<String, Integer> counts = new TreeMap<>();
        responses.forEach(r -> counts.merge(r.stratum() == null ? "" : r.stratum(), 1, Integer::sum));
        return counts;
    }
}
