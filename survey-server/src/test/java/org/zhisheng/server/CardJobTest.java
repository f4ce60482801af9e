package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.response.Phone;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.ticket.TicketSurveys;

/**
 * From the printed card to the counted answer, with the real issuer and collector: an officer prints the cards, one worker
 * scans the QR code off the paper, one types what is printed on a phone without script, and one comes with a used card.
 */
@Tag("browser")
@MicronautTest(transactional = false)
final class CardJobTest {
    @Inject
    EmbeddedServer server;

    @Inject
    TicketSurveys samples;

    @Inject
    TestAccounts accounts;

    @Inject
    Responses responses;

    @Test
    void workersAnswerWithTheCardsThatTheOfficerPrinted() throws Exception {
        Round round = samples.round();
        Fielded survey = samples.launch(round, Mode.TICKET, URI.create(base()), 30, 30);
        byte[] pdf = print(survey.id(), accounts.add(Role.UNION_OFFICER, round.organization()));
        PrintedCards cards = PrintedCards.of(pdf);
        try (Chromium chromium = new Chromium()) {
            String scanned = cards.scanned();
            String stratum = scanned.substring(scanned.lastIndexOf('.') + 1);
            answerByScanning(chromium, scanned);
            assertEquals(Map.of(stratum, 1), responses.countByStratum(survey.id()));

            answerByTyping(chromium, survey, cards.codes().getLast());
            assertTrue(cards.codes().getLast().endsWith("-02"));
            assertEquals(2, responses.count(survey.id()));

            try (Phone phone = new Phone(chromium, base(), 360, true)) {
                phone.page.navigate(scanned);
                phone.page.waitForSelector("#seen:visible");
                phone.next();
                phone.page.waitForSelector("#told:has-text('这张卡已经用过了')");
                phone.photographWhole("card-used");
            }
            assertEquals(2, responses.count(survey.id()));
        }
    }

    private void answerByScanning(Chromium chromium, String scanned) {
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate(scanned);
            phone.page.waitForSelector("#seen:visible");
            phone.next();
            phone.page.waitForSelector("fieldset.on");
            while (!phone.step().equals("review")) {
                phone.answer();
                phone.next();
            }
            phone.next();
            phone.awaitThanks();
            phone.assertCalm();
        }
    }

    private void answerByTyping(Chromium chromium, Fielded survey, String code) {
        try (Phone phone = new Phone(chromium, base(), 360, false)) {
            phone.page.navigate("/c/" + survey.manifest().code());
            phone.page.fill("#plain", code);
            phone.page.click("form.nojs .go");
            phone.page.click("main form button");
            phone.page.locator("fieldset label.o").first().click();
            phone.page.click(".go.nojs");
            phone.awaitThanks();
        }
    }

    private byte[] print(Id survey, Id account) throws Exception {
        String token = accounts.token(account);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/console/cards/" + survey + "/print"))
                .header("Cookie", "session=" + token + "; __Host-session=" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("do=print"))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private String base() {
        return "http://localhost:" + server.getPort();
    }
}
