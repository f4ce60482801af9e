package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Mode;

/** Two servers that issue from one database and one key folder, asked at once. */
@Tag("store")
final class TwoIssuersTest {
    @TempDir
    Path folder;

    private final List<EmbeddedServer> issuers = new ArrayList<>();
    private TicketSurveys samples;
    private Fielded survey;

    @BeforeEach
    void start() {
        for (int i = 0; i < 2; i++) {
            issuers.add(ApplicationContext.run(
                    EmbeddedServer.class, Map.of("zhisheng.data", folder.toString()), Environment.TEST));
        }
        samples = bean(0, TicketSurveys.class);
        survey = samples.launch(samples.round(), Mode.TICKET, 40, 60);
    }

    @AfterEach
    void stop() {
        issuers.forEach(EmbeddedServer::close);
    }

    @Test
    void ofAHundredPhonesWithOneCardOneIsServed() throws Exception {
        CardSecret card = samples.cards(survey, 0, 1).getFirst();
        List<HttpResponse<String>> answers =
                atOnce(IntStream.range(0, 100).mapToObj(i -> phone(i % 2, card)).toList());
        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 200).count());
        assertEquals(99, answers.stream().filter(a -> a.statusCode() == 409).count());
        assertEquals(1, issued());
    }

    /** A phone that asks again, whichever server it reaches, gets the signature that it lost. */
    @Test
    void onePhoneGetsTheSameFromBoth() throws Exception {
        CardSecret card = samples.cards(survey, 0, 1).getFirst();
        CardPhone phone = phone(0, card);
        CardPhone same = phone.at(issuers.get(1).getURI());
        List<HttpResponse<String>> answers = atOnce(
                IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? phone : same).toList());
        assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count());
        assertEquals(200, answers.getFirst().statusCode());
        assertEquals(1, issued());
        assertNotEquals(issuers.get(0).getPort(), issuers.get(1).getPort());
    }

    /** The one that did not close the survey has its signers in memory still. */
    @Test
    void whatOneDestroysTheOtherForgets() {
        CardSecret card = samples.cards(survey, 0, 1).getFirst();
        assertEquals(200, phone(1, card).start().statusCode());
        IssuerKeys other = bean(1, IssuerKeys.class);
        assertEquals(1, other.forgetDestroyed(), "the survey runs");
        bean(0, Issuer.class).close(survey.id());
        assertEquals(410, phone(1, card).start().statusCode());
        assertEquals(0, other.forgetDestroyed());
    }

    private <T> T bean(int issuer, Class<T> type) {
        return issuers.get(issuer).getApplicationContext().getBean(type);
    }

    private CardPhone phone(int issuer, CardSecret card) {
        return new CardPhone(issuers.get(issuer).getURI(), survey, 0, card);
    }

    private int issued() {
        return bean(1, TicketStore.class).used(survey.id(), 1, false).values().stream()
                .mapToInt(n -> n)
                .sum();
    }

    private static List<HttpResponse<String>> atOnce(List<CardPhone> phones) throws Exception {
        List<Callable<HttpResponse<String>>> work = phones.stream()
                .map(phone -> (Callable<HttpResponse<String>>) phone::start)
                .toList();
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<HttpResponse<String>> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
