package org.zhisheng.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.response.Casting;
import org.zhisheng.server.response.Leaf;
import org.zhisheng.server.response.Response;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.response.TestIssuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Reconciliation;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/** The close: rebuilt, released, published and only then forgotten, all or nothing. */
@Tag("store")
@MicronautTest(transactional = false)
@Property(name = "zhisheng.test.issuer", value = "true")
final class ClosingTest {
    private Manifest survey;
    private long seed = System.nanoTime();

    @Inject
    SampleSurveys samples;

    @Inject
    TestIssuer issuer;

    @Inject
    Casting casting;

    @Inject
    Results results;

    @Inject
    Responses responses;

    @Inject
    Surveys surveys;

    @Inject
    Listening listening;

    /** A listener of its own, in this test's application alone. */
    @Singleton
    @Requires(property = "zhisheng.test.issuer")
    static class Listening implements ClosingListener {
        private final List<@Nullable Reconciliation> heard = new ArrayList<>();
        private Consumer<PublishedResult> reaction = result -> {};

        @Override
        public void closed(PublishedResult result, @Nullable Reconciliation reconciliation) {
            heard.add(reconciliation);
            reaction.accept(result);
        }
    }

    @BeforeEach
    void launch() {
        survey = samples.tickets("pre-demand", Duration.ZERO, issuer::admission);
        listening.heard.clear();
        listening.reaction = result -> {};
    }

    @Test
    void everythingIsRebuiltAndTheKeysOfBeforeAreDestroyed() {
        castAll(25);
        casting.mix(survey);
        castAll(5);
        assertEquals(List.of("staging", "mixed"), casting.phases(survey));
        List<String> tagsBefore = tags();

        PublishedResult result = results.close(survey.survey(), "王");

        assertEquals(30, result.coverage().received());
        assertEquals(List.of("final"), casting.phases(survey));
        assertEquals(30, responses.count(survey.survey()));
        assertEquals(Map.of("PRE-F1", 30), responses.countTexts(survey.survey()));
        assertEquals(30, new HashSet<>(casting.texts(survey)).size());
        assertEquals(tagsBefore, tags());
        assertEquals(tags().stream().sorted().toList(), tags());
        List<Response> read = new ArrayList<>();
        responses.forEach(survey.survey(), read::add);
        assertEquals(30, read.size());
        assertTrue(read.stream().noneMatch(r -> r.answers().answers().containsKey("PRE-F1")));
    }

    @Test
    void leavesAreSaltedAndRestrictedAnswersLieApart() {
        castAll(12);
        results.close(survey.survey(), "王");
        List<Leaf> leaves = new ArrayList<>();
        responses.forEachLeaf(survey.survey(), leaves::add);

        Set<String> salts = new HashSet<>();
        for (Leaf leaf : leaves) {
            salts.add(leaf.openSalt());
            salts.add(leaf.restrictedSalt());
            assertTrue(leaf.openSalt().matches("[0-9a-f]{64}"));
            assertEquals(Set.of("PRE-W3"), leaf.restricted().answers().keySet());
            assertEquals(Set.of("PRE-S1"), leaf.open().answers().keySet());
        }
        assertEquals(24, salts.size());
        assertTrue(survey.item("PRE-W3").orElseThrow().restricted());
    }

    @Test
    void theIssuerIsClosedFirstAndWhatItCountedReachesTheListeners() {
        castAll(11);
        listening.reaction = result -> {
            assertEquals(SurveyState.CLOSED, surveys.get(survey.survey()).state());
            assertEquals(11, tags().size());
            List<Leaf> leaves = new ArrayList<>();
            responses.forEachLeaf(survey.survey(), leaves::add);
            assertEquals(11, leaves.size());
        };
        results.close(survey.survey(), null);

        assertEquals(1, listening.heard.size());
        assertEquals(
                List.of(40, 60),
                listening.heard.getFirst().strata().stream()
                        .map(Reconciliation.Counts::headcount)
                        .toList());
        Manifest poster = samples.open("pre-demand");
        results.close(poster.survey(), null);
        assertNull(listening.heard.get(1));
    }

    @Test
    void whatAListenerThrowsUndoesTheClose() {
        castAll(13);
        listening.reaction = result -> {
            throw new IllegalArgumentException("no");
        };
        assertThrows(IllegalArgumentException.class, () -> results.close(survey.survey(), "王"));

        assertEquals(SurveyState.LAUNCHED, surveys.get(survey.survey()).state());
        assertEquals(List.of("staging", "final"), casting.phases(survey));
        castAll(2);
        listening.reaction = result -> {};
        assertEquals(15, results.close(survey.survey(), "王").coverage().received());
        assertEquals(List.of("final"), casting.phases(survey));
    }

    @Test
    void underTenNothingIsKeptButTheCount() {
        castAll(9);
        PublishedResult result = results.close(survey.survey(), "王");

        assertEquals(9, result.coverage().received());
        assertEquals(0, responses.count(survey.survey()));
        assertEquals(Map.of(), responses.countTexts(survey.survey()));
        assertEquals(List.of(), casting.phases(survey));
        assertEquals(9, tags().size());
        assertFalse(result.release().text().isEmpty());
    }

    @Test
    void ofACancelledSurveyNothingIsKept() {
        castAll(22);
        casting.mix(survey);
        castAll(1);
        surveys.cancel(survey.survey(), "王");
        assertEquals(23, responses.count(survey.survey()));

        casting.disposeOfKeys();

        assertEquals(0, responses.count(survey.survey()));
        assertEquals(Map.of(), responses.countTexts(survey.survey()));
        assertEquals(List.of(), casting.phases(survey));
    }

    @Test
    void theKeysOfARunningSurveyAreLeftAlone() {
        castAll(22);
        casting.mix(survey);
        casting.disposeOfKeys();
        assertEquals(List.of("staging", "mixed"), casting.phases(survey));
        assertEquals(2, casting.stagingKeys(survey), "only mixing knows which of them still opens something");
    }

    @Test
    void nothingIsReadBeforeTheClose() {
        castAll(1);
        assertThrows(IllegalStateException.class, () -> responses.forEach(survey.survey(), r -> {}));
        assertThrows(IllegalStateException.class, () -> responses.settle(survey.survey()));
        assertThrows(IllegalStateException.class, () -> responses.destroy(survey.survey()));
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void destroyingLeavesTheTagsAlone() {
        castAll(10);
        results.close(survey.survey(), "王");

        assertEquals(20, responses.destroy(survey.survey()));
        assertEquals(0, responses.destroy(survey.survey()));

        assertEquals(List.of(), casting.phases(survey));
        assertEquals(0, responses.count(survey.survey()));
        assertEquals(10, tags().size());
    }

    @Test
    void castsThatRaceTheCloseAreCountedOrToldThatTheyAreNot() throws Exception {
        castAll(10);
        List<Callable<Boolean>> race = new ArrayList<>(IntStream.range(0, 80)
                .<Callable<Boolean>>mapToObj(i -> () -> cast(seed + 1000 + i))
                .toList());
        race.add(30, () -> {
            results.close(survey.survey(), "王");
            return false;
        });
        int counted = 10;
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<Boolean> cast : threads.invokeAll(race)) {
                counted += cast.get() ? 1 : 0;
            }
        }
        assertEquals(
                counted, results.find(survey.survey()).orElseThrow().coverage().received());
        assertEquals(counted, responses.count(survey.survey()));
        assertEquals(counted, tags().size());
        assertFalse(cast(seed + 2000), "whoever comes later is told so");
    }

    private List<String> tags() {
        return responses.tags(survey.survey()).stream()
                .map(org.zhisheng.server.credential.Tag::hex)
                .toList();
    }

    private void castAll(int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(cast(seed++));
        }
    }

    private boolean cast(long number) {
        return casting.cast(
                survey,
                Casting.tag(number),
                number % 2 == 0 ? "01" : "02",
                Map.of(
                        "PRE-S1", List.of("SATISFIED"),
                        "PRE-W3",
                                List.of(survey.item("PRE-W3")
                                        .orElseThrow()
                                        .options()
                                        .getFirst()
                                        .code()),
                        "PRE-F1", List.of("words " + number)));
    }
}
