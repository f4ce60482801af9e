package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.questionnaire.AnswerCheck;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Surveys;

/** Casting with credentials, as a client sees it. The issuer signs with real keys. */
@Tag("server")
@MicronautTest(transactional = false)
@Property(name = "zhisheng.test.issuer", value = "true")
final class CastingTest {
    private static final Map<String, List<String>> ANSWERS = Map.of("PRE-S1", List.of("SATISFIED"));

    private Manifest survey;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys samples;

    @Inject
    TestIssuer issuer;

    @Inject
    CastBody casts;

    @Inject
    Responses responses;

    @Inject
    Stored stored;

    @Inject
    Surveys surveys;

    @BeforeEach
    void launch() {
        survey = samples.tickets("pre-demand", Duration.ZERO, issuer::admission);
    }

    @Test
    void aCredentialCountsOnceUnderTheStratumOfItsKey() {
        String body = body(issuer.credential(survey, "02"), ANSWERS);

        assertEquals("{\"counted\":true,\"before\":false}", cast(body).body());
        assertEquals("{\"counted\":true,\"before\":true}", cast(body).body());

        assertEquals(List.of(new Response("02", new AnswerSheet(ANSWERS))), stored.responses(survey));
        assertEquals(1, responses.tags(survey.survey()).size());
    }

    @Test
    void theTagIsTheHashOfTheMessage() throws Exception {
        Proof.Credential credential = issuer.credential(survey, "01");
        cast(body(credential, ANSWERS));

        byte[] message = java.util.HexFormat.of().parseHex(credential.message());
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(message);
        assertEquals(
                java.util.HexFormat.of().formatHex(hash),
                responses.tags(survey.survey()).getFirst().hex());
        assertTrue(new String(message, 32, 7, StandardCharsets.UTF_8).equals(survey.code()));
    }

    @Test
    void aHundredAtOnceAreOneResponse() throws Exception {
        String body = body(issuer.credential(survey, "01"), ANSWERS);
        Callable<String> send = () -> cast(body).body();
        List<String> receipts = new ArrayList<>();
        try (ExecutorService phones = Executors.newFixedThreadPool(20)) {
            for (Future<String> sent : phones.invokeAll(Collections.nCopies(100, send))) {
                receipts.add(sent.get());
            }
        }
        assertEquals(1, Collections.frequency(receipts, "{\"counted\":true,\"before\":false}"));
        assertEquals(99, Collections.frequency(receipts, "{\"counted\":true,\"before\":true}"));
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void whatIsForgedIsRefusedAndNothingIsSpent() {
        Proof.Credential good = issuer.credential(survey, "01");
        Proof.Credential other = issuer.credential(survey, "01");
        Manifest elsewhere = samples.tickets("pre-demand", Duration.ZERO, issuer::admission);
        List<Proof.Credential> forged = List.of(
                new Proof.Credential(good.key(), other.message(), good.signature()),
                new Proof.Credential(issuer.credential(survey, "02").key(), good.message(), good.signature()),
                new Proof.Credential("0".repeat(64), good.message(), good.signature()),
                new Proof.Credential(good.key(), good.message().substring(2), good.signature()),
                new Proof.Credential(good.key(), good.message() + "00", good.signature()),
                new Proof.Credential(
                        good.key(), good.message(), good.signature().substring(2)),
                new Proof.Credential(good.key(), good.message(), "ff".repeat(256)),
                new Proof.Credential(good.key(), good.message(), "00".repeat(256)),
                new Proof.Credential(good.key(), good.message(), "xx".repeat(256)),
                new Proof.Credential(good.key(), "", ""),
                // Signed by our key, for another survey's code.
                issuer.credential(survey, "01", elsewhere.code()),
                // Another survey's own.
                issuer.credential(elsewhere, "01"));
        for (Proof.Credential wrong : forged) {
            HttpResponse<String> answer = cast(body(wrong, ANSWERS));
            assertEquals(403, answer.statusCode(), wrong.key());
            assertTrue(answer.body().contains("/problems/credential-refused"), answer.body());
            assertFalse(answer.body().contains(good.key()), "nothing that was sent comes back");
        }
        assertEquals(List.of(), responses.tags(survey.survey()));
        assertEquals(200, cast(body(good, ANSWERS)).statusCode());
    }

    @Test
    void eachModeTakesItsOwnProofOnly() {
        Manifest poster = samples.open("pre-demand");
        Id id = Id.random(new java.util.Random());

        assertEquals(403, cast(casts.of(survey, id, "01", ANSWERS)).statusCode());
        assertEquals(422, cast(casts.of(survey, null, "01", ANSWERS)).statusCode());
        Proof.Credential good = issuer.credential(survey, "01");
        String foreign = casts.of(poster, good.key(), good.message(), good.signature(), ANSWERS);
        assertEquals(CastLength.of(poster), foreign.length());
        assertEquals(403, cast(foreign).statusCode());
        // The item that asks for the stratum is none of a survey with credentials.
        assertEquals(
                422,
                cast(body(good, Map.of("STRATUM", List.of("02"), "PRE-S1", List.of("SATISFIED"))))
                        .statusCode());
        assertEquals(0, responses.count(survey.survey()) + responses.count(poster.survey()));
    }

    @Test
    void afterTheCloseANewCastIsToldThatItIsNotCounted() {
        String counted = body(issuer.credential(survey, "01"), ANSWERS);
        String late = body(issuer.credential(survey, "01"), ANSWERS);
        cast(counted);
        surveys.close(survey.survey(), "王");

        assertEquals("{\"counted\":true,\"before\":true}", cast(counted).body());
        assertEquals(410, cast(late).statusCode());
        assertTrue(cast(late).body().contains("/problems/survey-closed"));
        assertEquals(1, responses.tags(survey.survey()).size());
    }

    @Test
    void theAnswerCarriesNothingThatCouldBeFoundAgain() {
        HttpResponse<String> first = cast(body(issuer.credential(survey, "01"), ANSWERS));
        HttpResponse<String> forged = cast(body(new Proof.Credential("0".repeat(64), "00", "00"), ANSWERS));
        for (HttpResponse<String> answer : List.of(first, forged)) {
            Set<String> names = new TreeSet<>(answer.headers().map().keySet());
            names.retainAll(
                    Set.of("set-cookie", "etag", "date", "last-modified", "server-timing", "age", "x-request-id"));
            assertEquals(Set.of(), names);
            assertEquals(
                    "no-store", answer.headers().firstValue("cache-control").orElseThrow());
        }
    }

    @Test
    void fiftyDifferentAnswerSheetsAreEquallyLong() {
        java.util.Random random = new java.util.Random(7);
        Set<Integer> lengths = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            String body = body(issuer.credential(survey, i % 2 == 0 ? "01" : "02"), AnswerSets.draw(survey, random));
            lengths.add(body.getBytes(StandardCharsets.UTF_8).length);
            assertEquals(200, cast(body).statusCode(), () -> cast(body).body());
        }
        assertEquals(Set.of(CastLength.of(survey)), lengths);
        assertEquals(50, responses.count(survey.survey()));
        assertTrue(new AnswerCheck(survey.items())
                .check(new AnswerSheet(AnswerSets.longest(survey)))
                .faults()
                .isEmpty());
        assertEquals(
                200,
                cast(body(issuer.credential(survey, "01"), AnswerSets.longest(survey)))
                        .statusCode());
    }

    @Test
    void withoutScriptTheCredentialStaysInTheForm() {
        Proof.Credential credential = issuer.credential(survey, "02");
        String home = "/s/" + survey.code();
        String[] fields = {"key", credential.key(), "message", credential.message(), "signature", credential.signature()
        };
        Browser phone = new Browser(server.getURI()).with("Accept-Language", "zh-CN");

        HttpResponse<String> open = phone.post(home + "/open?lang=zh-CN", fields);
        assertEquals(200, open.statusCode());
        for (int i = 0; i < fields.length; i += 2) {
            assertTrue(open.body()
                    .contains("<input type=\"hidden\" name=\"" + fields[i] + "\" value=\"" + fields[i + 1] + "\">"));
        }
        assertFalse(open.body().contains("name=\"id\""));
        assertFalse(open.body().contains("id=\"STRATUM\""));
        assertEquals(0, responses.tags(survey.survey()).size());

        HttpResponse<String> wrong = phone.post(home + "/answers?lang=zh-CN", with(fields, "PRE-S1", "NONSENSE"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains(credential.signature()));
        for (int sent = 0; sent < 2; sent++) {
            HttpResponse<String> answer = phone.post(home + "/answers?lang=zh-CN", with(fields, "PRE-S1", "SATISFIED"));
            assertEquals(303, answer.statusCode());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        }
        assertEquals(Map.of("02", 1), responses.countByStratum(survey.survey()));
        fields[5] = "00".repeat(256);
        assertEquals(403, phone.post(home + "/open", fields).statusCode());
        assertEquals(403, phone.post(home + "/open", "id", "1".repeat(32)).statusCode());
    }

    @Test
    void manyWorkersAtOnceAreAllCounted() throws Exception {
        List<Callable<Integer>> workers = IntStream.range(0, 120)
                .<Callable<Integer>>mapToObj(i -> {
                    String body = body(issuer.credential(survey, i % 3 == 0 ? "01" : "02"), ANSWERS);
                    return () -> cast(body).statusCode();
                })
                .toList();
        try (ExecutorService phones = Executors.newFixedThreadPool(24)) {
            for (Future<Integer> sent : phones.invokeAll(workers)) {
                assertEquals(200, sent.get());
            }
        }
        assertEquals(Map.of("01", 40, "02", 80), responses.countByStratum(survey.survey()));
    }

    private static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String body(Proof.Credential credential, Map<String, List<String>> answers) {
        return casts.of(survey, credential.key(), credential.message(), credential.signature(), answers);
    }

    private HttpResponse<String> cast(String body) {
        return new Browser(server.getURI())
                .with("Accept", "application/json")
                .send("POST", "/cast", "application/json", body);
    }
}
