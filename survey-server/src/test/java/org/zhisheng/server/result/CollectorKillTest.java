package org.zhisheng.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.response.Casting;
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
    /** Where it is killed, and after how many times that it got past there: casts 12, mixes and closes once. */
    private static final Map<String, Integer> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("made-staging", 0);
        STEPS.put("before-spend", 3);
        STEPS.put("after-spend", 4);
        STEPS.put("after-stage", 5);
        STEPS.put("before-answer", 11);
        STEPS.put("before-insert", 0);
        STEPS.put("after-insert", 0);
        STEPS.put("after-words", 0);
        STEPS.put("after-unstage", 0);
        STEPS.put("after-mix", 0);
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
        try (ApplicationContext first = start(properties(database()))) {
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
        try (ApplicationContext next = start(properties(database()))) {
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
        assertEquals(one.step().contains("destroy"), closed, one.step());
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dzhisheng.test.halt=" + one.step(),
                "-Dzhisheng.test.halt.after=" + STEPS.get(one.step()),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedCollector.class.getName(),
                one.survey().survey().toString(),
                String.valueOf(one.seed() + (one.step().equals("made-staging") ? 0 : BEFORE)),
                "zhisheng.test.halting=true"));
        command.addAll(database());
        Path log = folder.resolve(one.step() + ".log");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(137, process.exitValue(), () -> one.step() + " was not reached: " + out + read(log));
        return out.lines().toList();
    }

    private static String read(Path log) {
        try {
            return java.nio.file.Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> database() {
        List<String> properties = new ArrayList<>(List.of("zhisheng.data=" + folder));
        String url = System.getenv("ZHISHENG_TEST_DATABASE_URL");
        if (url != null) {
            properties.add("zhisheng.database.url=" + url);
            properties.add("datasources.default.username=" + System.getenv("ZHISHENG_TEST_DATABASE_USER"));
            properties.add("datasources.default.password=" + System.getenv("ZHISHENG_TEST_DATABASE_PASSWORD"));
        }
        return properties;
    }

    static Map<String, Object> properties(List<String> assignments) {
        Map<String, Object> properties = new HashMap<>();
        assignments.forEach(one -> properties.put(one.split("=", 2)[0], one.split("=", 2)[1]));
        return properties;
    }

    /** An application as it is started for good, but for its port. */
    static ApplicationContext start(Map<String, Object> properties) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .start();
    }

    static boolean cast(Casting casting, Manifest survey, long seed) {
        return casting.cast(
                survey,
                Casting.tag(seed),
                "01",
                Map.of("PRE-S1", List.of("SATISFIED"), "PRE-F1", List.of("words " + seed)));
    }
}
