package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Reconciliation;

/** What a headcount that is corrected after the launch does to the cards. */
@Tag("store")
@MicronautTest(transactional = false)
final class CorrectedHeadcountTest {
    private Round round;
    private Browser officer;

    @Inject
    EmbeddedServer server;

    @Inject
    TicketSurveys samples;

    @Inject
    TestAccounts accounts;

    @Inject
    TicketStore tickets;

    @Inject
    DeckReader reader;

    @Inject
    Issuer issuer;

    @BeforeEach
    void signIn() {
        round = samples.round();
        officer = accounts.browser(server, Role.UNION_OFFICER, round.organization())
                .with("Accept-Language", "zh-CN");
    }

    @Test
    void furtherCardsJoinTheBatchThatIsInUse() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40, 60);
        List<CardSecret> first = samples.cards(survey, 0, 45);
        samples.cards(survey, 1, 65);
        assertEquals(200, start(survey, first.getFirst()));
        amend(survey, "42");
        assertEquals(0, plan(survey).missing(), "two come out of the reserve");
        assertEquals(409, officer.post(page(survey) + "/print").statusCode());

        amend(survey, "50");
        assertEquals(List.of(new Run("01", 10, true)), plan(survey).runs());
        assertTrue(officer.get(page(survey)).body().contains("混匀"), "how to hand them out is said");
        assertEquals(
                200, officer.with("Accept", "*/*").post(page(survey) + "/print").statusCode());
        assertEquals(
                List.of(new TicketStore.Batch(1, "01", 55, false), new TicketStore.Batch(2, "02", 65, false)),
                plan(survey).batches(),
                "no batch tells them apart");
        assertEquals(55 * 6, tickets.count(survey.id(), 1));
        assertEquals(409, officer.post(page(survey) + "/print").statusCode(), "nothing is left to print");
        assertEquals(
                new Reconciliation.Counts("01", 50, 55, 0, null, 1),
                issuer.close(survey.id()).strata().getFirst());
    }

    @Test
    void manyFurtherCardsAreABatchOfTheirOwnAndAdmit() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40);
        samples.cards(survey, 0, 45);
        amend(survey, "80");
        assertEquals(List.of(new Run("01", 40, false)), plan(survey).runs());
        assertEquals(200, start(survey, samples.cards(survey, 0, 40).getFirst()));
        assertEquals(
                new Reconciliation.Counts("01", 80, 85, 0, null, 1),
                issuer.close(survey.id()).strata().getFirst());
    }

    @Test
    void cardsBeyondALoweredHeadcountAreSaidAndPrintedAgainWhileUnused() {
        Fielded survey = samples.launch(round, Mode.TICKET, 60);
        samples.cards(survey, 0, 65);
        amend(survey, "50");
        String seen = officer.get(page(survey)).body();
        assertTrue(seen.contains("多 10 张"), seen);
        assertEquals(0, plan(survey).missing());
        assertEquals(303, officer.post(page(survey) + "/void", "batch", "1").statusCode());
        assertEquals(List.of(new Run("01", 55, false)), plan(survey).runs());
        assertEquals(
                200, officer.with("Accept", "*/*").post(page(survey) + "/print").statusCode());
        assertFalse(officer.with("Accept", "text/html").get(page(survey)).body().contains("多 10 张"));
        assertEquals(
                new Reconciliation.Counts("01", 50, 120, 65, null, 0),
                issuer.close(survey.id()).strata().getFirst());
    }

    @Test
    void theLowestHeadcountOfTheOpenSurveysOfADeckHolds() {
        Fielded first = samples.launch(round, Mode.TICKET, 60);
        Fielded second = samples.launch(round, Mode.TICKET, 100);
        assertEquals(first.id(), second.manifest().admission().deck(), "they share their cards");
        samples.cards(first, 0, 65);
        assertEquals(0, plan(first).missing(), "more cards would be too many for the first");
        amend(first, "100");
        assertEquals(40, plan(first).missing());
        issuer.close(first.id());
        amend(second, "140");
        assertEquals(82, plan(first).missing(), "what is over does not count");
    }

    private void amend(Fielded survey, String headcount) {
        assertEquals(
                303,
                officer.post(
                                "/console/surveys/" + survey.id() + "/amend",
                                "stratum",
                                "01",
                                "headcount",
                                headcount,
                                "amendReason",
                                "漏了新来的")
                        .statusCode());
    }

    private int start(Fielded survey, CardSecret card) {
        return new CardPhone(server.getURI(), survey, 0, card).start().statusCode();
    }

    private CardPlan plan(Fielded survey) {
        return reader.plan(reader.get(survey.id()));
    }

    private static String page(Fielded survey) {
        return "/console/cards/" + survey.id();
    }
}
