package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Mode;

/** Downloads that break off while cards are written to a database on the disk, as small unions have it. */
@Tag("server")
final class BrokenDownloadTest {
    private static final int TIMES = 4;

    @TempDir
    static Path folder;

    @Test
    void theDatabaseStaysOpenAndEachBreakIsSaid() throws Exception {
        Map<String, Object> properties = Map.of(
                "zhisheng.data",
                folder.toString(),
                "datasources.default.url",
                "jdbc:h2:file:" + folder.resolve("cards")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE");
        try (ApplicationContext context = ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .environments("test")
                        .properties(properties)
                        .start();
                EmbeddedServer server = context.getBean(EmbeddedServer.class).start()) {
            TicketSurveys samples = context.getBean(TicketSurveys.class);
            Round round = samples.round();
            Fielded survey = samples.launch(round, Mode.TICKET, 9_000);
            TestAccounts accounts = context.getBean(TestAccounts.class);
            String token = accounts.token(accounts.add(Role.UNION_OFFICER, round.organization()));
            for (int time = 1; time <= TIMES; time++) {
                breakOff(server.getURI().resolve("/console/cards/" + survey.id() + "/print"), token);
                assertEquals(
                        time,
                        awaitEnd(context.getBean(Printings.class), survey.id()).number());
            }
            DeckReader reader = context.getBean(DeckReader.class);
            CardPlan plan = reader.plan(reader.get(survey.id()));
            assertTrue(plan.made() > 0 && plan.missing() > 0, plan.made() + " of " + plan.wanted());
        }
    }

    private static void breakOff(URI print, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(print)
                .header("Cookie", "session=" + token + "; __Host-session=" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("do=print"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        try (InputStream body = answer.body()) {
            assertTrue(body.read() >= 0);
        }
    }

    private static Printing.Seen awaitEnd(Printings printings, Id deck) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            Printing.Seen seen = printings.seen(deck).orElseThrow();
            if (seen.state() != Printing.State.RUNNING) {
                assertEquals(Printing.State.BROKEN, seen.state());
                return seen;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the printing goes on without a reader");
    }
}
