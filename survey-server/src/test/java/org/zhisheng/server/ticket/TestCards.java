package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Admission;

/** Makes cards as printing does, and keeps their secrets, as printing does not. */
@Singleton
public final class TestCards {
    private final Cards cards;
    private final IssuerKeys keys;

    TestCards(Cards cards, IssuerKeys keys) {
        this.cards = cards;
        this.keys = keys;
    }

    /** The secrets of a batch of cards of a stratum. */
    public List<CardSecret> make(Id deck, String stratum, int count) {
        return cards.make(deck, new Run(stratum, count), Integer.MAX_VALUE)
                .orElseThrow()
                .secrets();
    }

    /** What the issuer stores of a card's ticket for a slot: the ticket list that a thief takes. */
    public byte[] stored(Id deck, int slot, CardSecret secret) {
        String ticket = secret.ticket(Admission.slotName(deck, slot)).hex();
        return Digest.hmac(keys.pepper(deck), ticket.getBytes(StandardCharsets.US_ASCII));
    }
}
