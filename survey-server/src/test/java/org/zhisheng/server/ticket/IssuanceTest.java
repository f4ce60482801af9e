package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Reconciliation;
import org.zhisheng.server.survey.Surveys;

/** Cards exchanged for credentials over HTTP, as phones do it. */
@Tag("store")
@MicronautTest(transactional = false)
final class IssuanceTest {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(key|message|signature)\" value=\"([0-9a-f]+)\"");

    private Round round;
    private Fielded survey;

    @Inject
    EmbeddedServer server;

    @Inject
    TicketSurveys samples;

    @Inject
    Surveys surveys;

    @Inject
    Issuer issuer;

    @Inject
    TicketStore tickets;

    @Inject
    AdmittedStore admitted;

    @Inject
    Transactions transactions;

    @Value("${zhisheng.data}")
    String data;

    @BeforeEach
    void launch() {
        round = samples.round();
        survey = samples.launch(round, Mode.TICKET, 40, 60);
    }

    @Test
    void aCardGivesOneCredentialThatVerifiesAndTheSameAgain() {
        CardPhone phone = phone(card(0), 0);
        HttpResponse<String> first = phone.start();
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(256, phone.signature(first).length);
        assertEquals(first.body(), phone.start().body());
        assertEquals(1, issued());
    }

    @Test
    void aUsedCardGivesNothingForAnotherMessage() {
        CardSecret card = card(1);
        assertEquals(200, phone(card, 1).start().statusCode());
        HttpResponse<String> again = phone(card, 1).start();
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("ticket-used"), again.body());
        assertEquals(1, issued());
    }

    @Test
    void ofAHundredParallelRequestsOneIsServed() throws Exception {
        CardSecret card = card(0);
        List<CardPhone> phones =
                IntStream.range(0, 100).mapToObj(i -> phone(card, 0)).toList();
        List<HttpResponse<String>> answers = all(phones.stream()
                .map(phone -> (Callable<HttpResponse<String>>) phone::start)
                .toList());
        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 200).count());
        assertEquals(99, answers.stream().filter(a -> a.statusCode() == 409).count());
        assertEquals(1, issued());
    }

    @Test
    void ofAHundredParallelRequestsOfOnePhoneAllGetTheSame() throws Exception {
        CardPhone phone = phone(card(0), 0);
        List<HttpResponse<String>> answers = all(IntStream.range(0, 100)
                .mapToObj(i -> (Callable<HttpResponse<String>>) phone::start)
                .toList());
        assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count());
        assertEquals(200, answers.getFirst().statusCode());
        assertEquals(1, issued());
    }

    @Test
    void malformedRequestsAreRefusedAndUseNothing() {
        CardSecret card = card(0);
        String ticket = card.ticket(survey.manifest().admission().slotName()).hex();
        CardPhone phone = phone(card, 0);
        String blinded = phone.blindedHex();
        for (String wrong :
                List.of("", "00", blinded.substring(2), blinded + "00", "ff".repeat(256), "zz".repeat(256))) {
            HttpResponse<String> answer = phone.ask(ticket, wrong);
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(wrong.isEmpty() || wrong.equals("00") || !answer.body().contains(wrong), "echoed");
        }
        for (String wrong : List.of("", "1234", ticket.toUpperCase(Locale.ROOT), ticket + "00")) {
            assertEquals(422, phone.ask(wrong, blinded).statusCode());
        }
        assertEquals(403, phone.ask("0".repeat(64), blinded).statusCode());
        String other = card.ticket(Admission.slotName(survey.id(), 2)).hex();
        assertEquals(403, phone.ask(other, blinded).statusCode(), "the ticket of another survey of the round");
        assertEquals(0, issued());
        assertEquals(200, phone.start().statusCode());
    }

    @Test
    void aCardServesTheNextSurveyOfTheRoundAndOneOfOtherStrataHasADeckOfItsOwn() {
        CardSecret card = card(0);
        Fielded next = samples.launch(round, Mode.TICKET, 45, 58);
        Admission admission = next.manifest().admission();
        assertEquals(survey.id(), admission.deck());
        assertEquals(2, admission.slot());
        assertEquals(survey.fingerprint(), admission.founder().fingerprint());
        assertEquals(survey.manifest().admission().commitments().get(1), Admission.commitment(admission.keys()));
        assertEquals(
                List.of(survey.id(), next.id()),
                ids(surveys.ofDeck(survey.manifest().code())));
        assertEquals(200, phone(card, 0).start().statusCode());
        assertEquals(200, new CardPhone(server.getURI(), next, 0, card).start().statusCode());

        Fielded other = samples.launch(round, Mode.TICKET, 50);
        assertEquals(other.id(), other.manifest().admission().deck());
        assertEquals(403, new CardPhone(server.getURI(), other, 0, card).start().statusCode());
    }

    @Test
    void withoutScriptTheSameCardGivesTheSameMessageAndIsRefusedToPhones() {
        CardSecret card = card(0);
        List<String> first = typed(card.grouped().toLowerCase(Locale.ROOT));
        List<String> second = typed(card.characters());
        assertEquals(first.get(0), second.get(0));
        assertEquals(first.get(1), second.get(1), "the same message, which counts once");
        assertTrue(first.get(1)
                .endsWith(HexFormat.of().formatHex(survey.manifest().code().getBytes(StandardCharsets.UTF_8))));
        HttpResponse<String> phone = phone(card, 0).start();
        assertEquals(409, phone.statusCode());
        assertTrue(phone.body().contains("ticket-used-on-paper"), phone.body());

        CardSecret used = card(0);
        assertEquals(200, phone(used, 0).start().statusCode());
        HttpResponse<String> refused = form(used.characters());
        assertEquals(409, refused.statusCode());
        assertFalse(refused.body().contains(used.characters()), "the code is not repeated");
        assertEquals(422, form("not a code").statusCode());
        assertEquals(403, form("0000-0000-0000-0000").statusCode());
        assertEquals(1, close().withoutScript());
    }

    @Test
    void stoppingStopsIssuingAtOnceAndTheCloseTakesItsTime() {
        CardPhone late = phone(card(0), 0);
        surveys.stop(survey.id(), "王秀兰");
        HttpResponse<String> refused = late.start();
        assertEquals(410, refused.statusCode(), refused.body());
        Fielded stopped = surveys.get(survey.id());
        assertFalse(stopped.isOpen(Instant.now()));
        assertTrue(stopped.isClosing(Instant.now()));
        assertFalse(surveys.due().contains(survey.id()));
        transactions.run(() -> surveys.lockOpen(survey.id()));
        assertEquals(0, issued());
    }

    @Test
    void theCloseCountsDestroysTheKeysAndDeletesTheTickets() throws Exception {
        List<CardSecret> cards = samples.cards(survey, 0, 30);
        assertEquals(200, phone(cards.get(0), 0).start().statusCode());
        assertEquals(200, phone(cards.get(1), 0).start().statusCode());
        Path keys = Path.of(data, "keys", "issuer", survey.id().toString());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        assertEquals(2, files(keys.resolve("slot-1")));

        Reconciliation counted = close();
        assertEquals(
                List.of(
                        new Reconciliation.Counts("01", 40, 30, 0, null, 2),
                        new Reconciliation.Counts("02", 60, 0, 0, null, 0)),
                counted.strata());
        assertEquals(counted, close(), "closing again finds what the first did");
        assertEquals(0, files(keys.resolve("slot-1")));
        assertEquals(2, files(keys.resolve("slot-2")), "the next survey's keys stay");
        assertEquals(0, issued());
        assertEquals(410, phone(cards.get(2), 0).start().statusCode());
    }

    @Test
    void aSurveyGivenUpAdmitsNobody() {
        CardPhone phone = phone(card(0), 0);
        surveys.cancel(survey.id(), "王秀兰");
        assertEquals(410, phone.start().statusCode());
        assertEquals(
                AdmittedState.CANCELLED,
                admitted.findById(survey.id()).orElseThrow().state());
        ProblemException none = assertThrows(ProblemException.class, this::close);
        assertEquals(Problem.WRONG_STATE, none.problem());
    }

    @Test
    void onlyTheCollectorsPagesMayReadWhatIsIssued() {
        Browser collector = new Browser(server.getURI()).with("Origin", "https://survey.example.org");
        HttpResponse<String> asked = collector.send("OPTIONS", "/issue", "application/json", "");
        assertEquals(
                "https://survey.example.org",
                asked.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(
                asked.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
        Browser stranger = new Browser(server.getURI()).with("Origin", "https://evil.example.org");
        assertTrue(stranger.send("OPTIONS", "/issue", "application/json", "")
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .isEmpty());
    }

    @Test
    void lookingChangesNothing() {
        card(0);
        String before = rows();
        Browser bot = new Browser(server.getURI()).with("User-Agent", "MicroMessenger");
        for (String path : List.of(
                "/issue",
                "/issue/form",
                "/issue/form?survey=" + survey.manifest().code())) {
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                assertTrue(bot.send(method, path, "text/plain", "").statusCode() < 500, method + " " + path);
            }
        }
        assertEquals(before, rows());
    }

    private String rows() {
        return admitted.findById(survey.id()) + " " + tickets.used(survey.id(), 1, false) + " "
                + tickets.batches(survey.id()) + " " + tickets.count(survey.id(), 1);
    }

    private List<String> typed(String code) {
        HttpResponse<String> answer = form(code);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body()
                .contains("https://survey.example.org/s/" + survey.manifest().code() + "/open"));
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("form-action 'self' https://survey.example.org"));
        List<String> values = new ArrayList<>();
        Matcher hidden = HIDDEN.matcher(answer.body());
        while (hidden.find()) {
            values.add(hidden.group(2));
        }
        assertEquals(3, values.size());
        return values;
    }

    private HttpResponse<String> form(String code) {
        return new Browser(server.getURI())
                .post("/issue/form", "survey", survey.manifest().code(), "code", code, "lang", "zh-CN");
    }

    private Reconciliation close() {
        return issuer.close(survey.id());
    }

    private int issued() {
        return tickets.used(survey.id(), 1, false).values().stream()
                .mapToInt(n -> n)
                .sum();
    }

    private CardSecret card(int stratum) {
        return samples.cards(survey, stratum, 1).getFirst();
    }

    private CardPhone phone(CardSecret card, int stratum) {
        return new CardPhone(server.getURI(), survey, stratum, card);
    }

    private static List<Id> ids(List<Fielded> all) {
        return all.stream().map(Fielded::id).toList();
    }

    private static long files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".pkcs8")).count();
        }
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
