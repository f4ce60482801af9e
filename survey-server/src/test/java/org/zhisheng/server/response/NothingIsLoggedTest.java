package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;

/** Whatever a worker sends, and however it fails, none of it is found in what the server writes to its log. */
@Tag("server")
@MicronautTest(transactional = false)
final class NothingIsLoggedTest {
    private static final String WORDS = "金丝雀canary";
    private static final String AGENT = "CanaryPhone/66";
    private static final String ADDRESS = "203.0.113.77";

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys samples;

    @Inject
    Collector collector;

    @Inject
    CastBody casts;

    @Test
    void nothingThatAWorkerSendsIsFoundInTheLog() {
        Manifest survey = samples.open("pre-demand");
        String tag = Id.random(new Random()).toString();

        String log = captured(() -> {
            sendEverything("/s/" + survey.code(), tag);
            sendJson(survey, tag);
            failInTheDatabase(survey);
            LoggerFactory.getLogger("org.zhisheng.test").error("the log is captured");
        });

        assertTrue(log.contains("the log is captured"), "the capture sees the log");
        for (String canary : List.of(WORDS, AGENT, ADDRESS, "127.0.0.1", tag, survey.code(), "T07", "PRE-F1")) {
            assertFalse(log.contains(canary), () -> canary + " stands in the log:\n" + log);
        }
    }

    private void sendEverything(String home, String tag) {
        Browser phone = phone();
        phone.get(home + "/01?" + WORDS.length());
        for (int sent = 0; sent < 2; sent++) {
            assertEquals(
                    303,
                    phone.post(home + "/answers", "id", tag, "PRE-T1", "T07", "PRE-F1", WORDS)
                            .statusCode());
        }
        phone.post(home + "/answers", "id", tag, "PRE-T1", WORDS, WORDS, "T07");
        phone.post(home + "/answers", "id", WORDS, "PRE-F1", WORDS.repeat(10_000));
        phone.send("POST", home + "/answers", "application/x-www-form-urlencoded", WORDS + "=%zz" + WORDS);
        phone.send("POST", home + "/answers", "multipart/form-data; boundary=x", WORDS);
        phone.get("/s/0000000/" + "T07");
    }

    private void sendJson(Manifest survey, String tag) {
        Browser client = phone().with("Accept", "application/json");
        String whole = casts.of(survey, Id.parse(tag).orElseThrow(), null, Map.of("PRE-F1", List.of(WORDS)));
        String forged = casts.of(survey, tag, tag, WORDS, Map.of("PRE-F1", List.of(WORDS)));
        assertEquals(
                200, client.send("POST", "/cast", "application/json", whole).statusCode());
        assertEquals(
                403, client.send("POST", "/cast", "application/json", forged).statusCode());
        client.send("POST", "/cast", "application/json", whole + " ");
        client.send("POST", "/cast", "application/json", whole.replace(tag, WORDS));
        client.send("POST", "/cast", "application/json", whole.replace("[\"" + WORDS + "\"]", "7"));
        client.send("POST", "/cast", "application/json", whole.substring(0, whole.indexOf(WORDS) + 5));
    }

    /** A row that the database refuses: its complaint would quote it. */
    private void failInTheDatabase(Manifest survey) {
        Cast wide = new Cast(
                new org.zhisheng.server.credential.Tag("0".repeat(64)),
                WORDS,
                new AnswerSheet(Map.of("PRE-T1", List.of("T07"))));
        try {
            collector.collect(survey, List.of(wide));
            throw new AssertionError("the stratum does not fit");
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger("org.zhisheng.test").error("refused", e);
        }
    }

    private Browser phone() {
        return new Browser(server.getURI())
                .with("User-Agent", AGENT)
                .with("X-Forwarded-For", ADDRESS)
                .with("Forwarded", "for=" + ADDRESS);
    }

    private static String captured(Runnable work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
