package org.zhisheng.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.response.Casting;
import org.zhisheng.server.response.Killed;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/**
 * A collector is killed as by {@code kill -9} between any two steps of casting, mixing and closing; the next one finishes.
 * On H2 in a file, with the settings that the server has by default, and on a real MySQL. What was acknowledged is there,
 * nothing is there twice, and whoever sends again is thanked.
 */
@Tag("store")
@Timeout(600)
final class CollectorKillTest {
    /** Where it is killed, and after how many times that it got past there: casts 12, mixes, sweeps and closes once. */
    private static final Map<String, Integer> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("made-staging", 0);
        STEPS.put("before-spend", 3);
        STEPS.put("after-spend", 4);
        STEPS.put("after-stage", 5);
        STEPS.put("before-answer", 11);
        STEPS.put("renewed-staging", 0);
        STEPS.put("after-reseal", 0);
        STEPS.put("before-insert", 0);
        STEPS.put("after-insert", 0);
        STEPS.put("after-words", 0);
        STEPS.put("after-unstage", 0);
        STEPS.put("after-mix", 0);
        STEPS.put("before-destroy-file", 0);
        STEPS.put("after-destroy-file", 0);
        STEPS.put("after-sweep", 0);
        STEPS.put("after-delete", 0);
        STEPS.put("made-final", 1);
        STEPS.put("before-commit", 0);
        STEPS.put("before-destroy-staging", 0);
        STEPS.put("after-destroy-staging", 0);
        STEPS.put("after-destroy-mixed", 0);
    }

    /** Cast before the doomed collector starts, the same for all steps. */
    private static final int BEFORE = 7;

    private final long base = new Random().nextInt(1 << 20) * 100_000L;

    @TempDir
    Path folder;

    private record Case(String step, Manifest survey, long seed) {}

    @Test
    void nothingAcknowledgedIsLostAndNothingIsCountedTwice() throws Exception {
        List<Case> cases = new ArrayList<>();
        try (ApplicationContext first = Killed.start(Killed.database(folder))) {
            for (String step : STEPS.keySet()) {
                Manifest survey = first.getBean(SampleSurveys.class).open("pre-demand");
                Case one = new Case(step, survey, base + 1000L * cases.size());
                seeds(one, 0, step.equals("made-staging") ? 0 : BEFORE)
                        .forEach(seed -> assertTrue(cast(first.getBean(Casting.class), survey, seed)));
                cases.add(one);
            }
        }
        Map<Case, List<String>> said = new LinkedHashMap<>();
        for (Case one : cases) {
            said.put(one, kill(one));
        }
        try (ApplicationContext next = Killed.start(Killed.database(folder))) {
            said.forEach((one, lines) -> check(next, one, lines));
        }
    }

    private void check(ApplicationContext next, Case one, List<String> said) {
        Manifest survey = one.survey();
        Casting casting = next.getBean(Casting.class);
        Responses responses = next.getBean(Responses.class);
        long workers = DoomedCollector.WORKERS + (one.step().equals("made-staging") ? 0 : BEFORE);
        List<String> acknowledged = said.stream()
                .filter(line -> line.startsWith("counted "))
                .map(line -> Casting.tag(Long.parseLong(line.substring("counted ".length())))
                        .hex())
                .toList();
        List<String> tags =
                responses.tags(survey.survey()).stream().map(t -> t.hex()).toList();
        assertTrue(tags.containsAll(acknowledged), one.step());
        assertEquals(tags.size(), responses.count(survey.survey()), one.step());

        boolean closed = next.getBean(Surveys.class).get(survey.survey()).state() == SurveyState.CLOSED;
        assertEquals(one.step().matches(".*destroy-(staging|mixed)"), closed, one.step());
        seeds(one, 0, (int) workers).forEach(seed -> assertTrue(cast(casting, survey, seed), one.step()));
        assertEquals(workers, responses.count(survey.survey()), one.step());
        if (closed) {
            casting.disposeOfKeys();
        } else {
            next.getBean(Results.class).close(survey.survey(), null);
        }
        Results results = next.getBean(Results.class);
        assertEquals(
                workers, results.find(survey.survey()).orElseThrow().coverage().received(), one.step());
        assertEquals(workers, responses.count(survey.survey()), one.step());
        List<String> texts = new ArrayList<>(casting.texts(survey));
        texts.sort(null);
        assertEquals(
                seeds(one, 0, (int) workers)
                        .mapToObj(seed -> "words " + seed)
                        .sorted()
                        .toList(),
                texts,
                one.step());
        assertEquals(List.of("final"), casting.phases(survey), one.step());
    }

    /** The seeds of the workers of a case: those of the doomed collector, then those from before. */
    private static LongStream seeds(Case one, int from, int to) {
        return LongStream.range(from, to).map(i -> one.seed() + i);
    }

    private List<String> kill(Case one) throws IOException, InterruptedException {
        long first = one.seed() + (one.step().equals("made-staging") ? 0 : BEFORE);
        List<String> arguments = List.of(one.survey().survey().toString(), String.valueOf(first));
        return Killed.run(
                folder, DoomedCollector.class, one.step(), Objects.requireNonNull(STEPS.get(one.step())), arguments);
    }

    /** Every fourth is of a stratum that is too small to be mixed before the close. */
    static boolean cast(Casting casting, Manifest survey, long seed) {
        return casting.cast(
                survey,
                Casting.tag(seed),
                seed % 4 == 3 ? "02" : "01",
                Map.of("PRE-S1", List.of("SATISFIED"), "PRE-F1", List.of("words " + seed)));
    }
}
