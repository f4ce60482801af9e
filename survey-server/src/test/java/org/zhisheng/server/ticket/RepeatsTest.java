package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Mode;

/** What is limited where credentials are issued, and what is not. All requests of this test come from one address. */
@Tag("store")
@MicronautTest(transactional = false)
final class RepeatsTest {
    private static final int WORKERS = 500;

    @Inject
    EmbeddedServer server;

    @Inject
    TicketSurveys samples;

    @Test
    void fiveHundredWorkersBehindOneAddressAreNeverRefusedAndOneCardCannotBeSignedForEver() {
        Fielded survey = samples.launch(samples.round(), Mode.TICKET, WORKERS);
        List<CardSecret> cards = samples.cards(survey, 0, WORKERS);
        List<CardPhone> phones = cards.stream()
                .map(card -> new CardPhone(server.getURI(), survey, 0, card))
                .toList();
        CardPhone stranger = new CardPhone(server.getURI(), survey, 0, CardSecret.random(new SecureRandom()));
        for (CardPhone phone : phones) {
            assertEquals(403, stranger.start().statusCode(), "a wrong ticket is wrong, however often one is tried");
            assertEquals(200, phone.start().statusCode());
            assertEquals(200, phone.start().statusCode(), "the answer was lost on its way");
        }
        CardPhone greedy = phones.getFirst();
        Collections.nCopies(Repeats.MOST_A_DAY - 1, greedy)
                .forEach(phone -> assertEquals(200, phone.start().statusCode()));
        assertEquals(429, greedy.start().statusCode());
        assertEquals(200, phones.get(1).start().statusCode(), "the others never notice");
    }
}
