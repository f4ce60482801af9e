package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.credential.Verifier;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Launches;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Reconciliation;
import org.zhisheng.server.survey.Surveys;

/** Issuer and collector as two processes would be: two applications with two databases, two key folders and two ports. */
@Tag("store")
final class TwoHostsTest {
    @TempDir
    static Path folder;

    private static EmbeddedServer issuer;
    private static EmbeddedServer collector;

    @BeforeAll
    static void start() {
        issuer = start("issuer", Map.of("zhisheng.url", "https://issuer.example.org"));
        collector = start("collector", Map.of("zhisheng.issuer", issuer.getURI().toString()));
    }

    private static EmbeddedServer start(String role, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("zhisheng.role", role);
        properties.put("zhisheng.token", "a-secret-that-both-know");
        properties.put("zhisheng.data", folder.resolve(role).toString());
        properties.put(
                "datasources.default.url",
                "jdbc:h2:mem:two-" + role + ";DB_CLOSE_DELAY=-1;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE");
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("test")
                .properties(properties)
                .start();
        return context.getBean(EmbeddedServer.class).start();
    }

    @AfterAll
    static void stop() {
        collector.getApplicationContext().close();
        issuer.getApplicationContext().close();
    }

    @Test
    void aSurveyIsLaunchedHerePrintedThereAnsweredAndReconciled() throws Exception {
        TicketSurveys samples = samples();
        Fielded survey = samples.launch(samples.round(), Mode.INVITATION, 40, 60);
        Admission admission = survey.manifest().admission();
        assertTrue(admission.apart());
        assertEquals("https://issuer.example.org", admission.issuer());
        assertFalse(Files.exists(folder.resolve("collector/keys/issuer")), "signing keys are at the issuer alone");
        assertTrue(Files.exists(folder.resolve("issuer/keys/issuer/" + survey.id())));

        Browser printer = printer();
        HttpResponse<String> csv =
                printer.post("/console/cards/" + survey.id() + "/links", "roster", "张三\t01\n李四\t02\n");
        assertEquals(200, csv.statusCode(), csv.body());
        CardSecret card = CardSecret.parse(
                        csv.body().lines().skip(1).findFirst().orElseThrow().replaceAll(".*#([0-9A-Z]{16})\\..*", "$1"))
                .orElseThrow();
        CardPhone phone = new CardPhone(issuer.getURI(), survey, 0, card);
        HttpResponse<String> issued = phone.start();
        assertEquals(200, issued.statusCode(), issued.body());
        byte[] key = Base64.getDecoder().decode(admission.keys().getFirst().publicKey());
        assertTrue(new Verifier(VerificationKey.of(key))
                .check(phone.message(), phone.signature(issued))
                .isEmpty());

        String receipt = cast(survey, phone, phone.signature(issued));
        assertTrue(receipt.contains("\"before\":false"), receipt);
        String again = cast(survey, phone, phone.signature(phone.start()));
        assertTrue(again.contains("\"before\":true"), again);

        Surveys surveys = collector.getApplicationContext().getBean(Surveys.class);
        surveys.stop(survey.id(), "王秀兰");
        assertEquals(
                410, new CardPhone(issuer.getURI(), survey, 0, card).start().statusCode());
        PublishedResult result =
                collector.getApplicationContext().getBean(Results.class).close(survey.id(), null);
        assertEquals(1, result.coverage().received());
        Issuer remote = collector.getApplicationContext().getBean(Issuer.class);
        Reconciliation counted = remote.close(survey.id());
        assertEquals(
                new Reconciliation.Counts("01", 40, 1, 0, null, 1),
                counted.strata().getFirst());
        assertEquals(counted, remote.close(survey.id()));
    }

    /** Launched at the collector; the cards are the issuer's. */
    private static TicketSurveys samples() {
        ApplicationContext here = collector.getApplicationContext();
        ApplicationContext there = issuer.getApplicationContext();
        return new TicketSurveys(
                here.getBean(Organizations.class),
                here.getBean(Rounds.class),
                here.getBean(Drafts.class),
                here.getBean(Launches.class),
                here.getBean(Surveys.class),
                there.getBean(Cards.class),
                there.getBean(DeckReader.class));
    }

    private static String cast(Fielded survey, CardPhone phone, byte[] signature) {
        Browser worker = new Browser(collector.getURI()).with("Accept", "application/json");
        String code = survey.manifest().code();
        Matcher length = Pattern.compile("\"castLength\"\\s*:\\s*(\\d+)")
                .matcher(worker.get("/api/surveys/" + code).body());
        assertTrue(length.find());
        String body =
                "{\"survey\":\"%s\",\"key\":\"%s\",\"message\":\"%s\",\"signature\":\"%s\",\"answers\":{\"PRE-S1\":[\"SATISFIED\"]},\"padding\":\""
                        .formatted(
                                code,
                                survey.manifest().admission().keys().getFirst().keyId(),
                                HexFormat.of().formatHex(phone.message()),
                                HexFormat.of().formatHex(signature));
        int padding = Integer.parseInt(length.group(1)) - body.length() - 2;
        HttpResponse<String> answer =
                worker.send("POST", "/cast", "application/json", body + "x".repeat(padding) + "\"}");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void aSurveyIsExtendedCorrectedAndGivenUpThere() {
        TicketSurveys samples = samples();
        Surveys surveys = collector.getApplicationContext().getBean(Surveys.class);
        Fielded survey = samples.launch(samples.round(), Mode.TICKET, 40);
        AdmittedStore admitted = issuer.getApplicationContext().getBean(AdmittedStore.class);
        surveys.extend(survey.id(), survey.closes().plusSeconds(3600), "夜班", "王秀兰");
        assertEquals(
                survey.closes().plusSeconds(3600),
                admitted.findById(survey.id()).orElseThrow().closes());
        DeckReader decks = issuer.getApplicationContext().getBean(DeckReader.class);
        assertEquals(45, decks.plan(decks.get(survey.id())).wanted());
        surveys.amend(survey.id(), "01", 80, "漏了新来的", "王秀兰");
        assertEquals(85, decks.plan(decks.get(survey.id())).wanted());
        surveys.cancel(survey.id(), "王秀兰");
        assertEquals(
                AdmittedState.CANCELLED,
                admitted.findById(survey.id()).orElseThrow().state());
    }

    @Test
    void withoutTheSecretTheIssuerAnswersNobody() {
        Browser stranger = new Browser(issuer.getURI()).with("Accept", "application/json");
        String body = "{\"survey\":\"%s\"}".formatted("0".repeat(32));
        assertEquals(
                401,
                stranger.send("POST", "/issuer/close", "application/json", body).statusCode());
        Browser guessing = new Browser(issuer.getURI())
                .with("Accept", "application/json")
                .with("Authorization", "Bearer a-secret");
        assertEquals(
                401,
                guessing.send("POST", "/issuer/close", "application/json", body).statusCode());
        Browser here = new Browser(collector.getURI())
                .with("Accept", "application/json")
                .with("Authorization", "Bearer a-secret-that-both-know");
        assertEquals(
                404,
                here.send("POST", "/issuer/close", "application/json", body).statusCode());
    }

    @Test
    void eachHasItsHalfOfThePages() {
        Browser printer = printer();
        assertEquals(303, printer.get("/console").statusCode());
        assertEquals(200, printer.get("/console/cards").statusCode());
        for (String page : new String[] {"/console/surveys/new", "/s/abcdefg", "/api/surveys/abcdefg/manifest"}) {
            assertEquals(404, printer.get(page).statusCode(), page);
        }
        Browser worker = new Browser(collector.getURI()).with("Accept", "application/json");
        assertEquals(
                404, worker.send("POST", "/issue", "application/json", "{}").statusCode());
    }

    private static Browser printer() {
        ApplicationContext context = issuer.getApplicationContext();
        TicketSurveys samples = context.getBean(TicketSurveys.class);
        return context.getBean(TestAccounts.class)
                .browser(issuer, Role.UNION_OFFICER, samples.round().organization());
    }
}
