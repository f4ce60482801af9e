package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.Ticket;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.survey.Admission;

/** Makes the cards of decks, and declares them void. */
@Singleton
final class Cards {
    private static final Logger LOG = LoggerFactory.getLogger(Cards.class);

    private final DeckStore decks;
    private final AdmittedStore admitted;
    private final TicketStore tickets;
    private final IssuerKeys keys;
    private final Transactions transactions;
    private final SecureRandom random;

    Cards(
            DeckStore decks,
            AdmittedStore admitted,
            TicketStore tickets,
            IssuerKeys keys,
            Transactions transactions,
            SecureRandom random) {
        this.decks = decks;
        this.admitted = admitted;
        this.tickets = tickets;
        this.keys = keys;
        this.transactions = transactions;
        this.random = random;
    }

    /** Cards that were made: the number of their batch and their secrets, which nobody else knows. */
    record Made(int batch, List<CardSecret> secrets) {}

    /**
     * Makes a batch of cards. Their tickets for each survey of the deck are stored, and committed when this returns; the
     * secrets are in the answer alone.
     *
     * @param run how many, of which stratum
     * @param most cards in force that the stratum may have afterwards: where somebody else printed meanwhile, nothing is
     *     made and the answer is empty
     */
    Optional<Made> make(Id deck, Run run, int most) {
        byte[] pepper = keys.pepper(deck);
        List<CardSecret> secrets = Stream.generate(() -> CardSecret.random(random))
                .limit(run.cards())
                .toList();
        return transactions.write(() -> store(deck, run, most, pepper, secrets));
    }

    private Optional<Made> store(Id deck, Run run, int most, byte[] pepper, List<CardSecret> secrets) {
        decks.lock(deck);
        List<TicketStore.Batch> before = tickets.batches(deck);
        List<TicketStore.Batch> inForce = before.stream()
                .filter(b -> !b.voided() && b.stratum().equals(run.stratum()))
                .toList();
        if (inForce.stream().mapToInt(TicketStore.Batch::cards).sum() + run.cards() > most
                || run.added() && inForce.isEmpty()) {
            return Optional.empty();
        }
        TicketStore.Batch batch = run.added()
                ? inForce.getLast()
                : new TicketStore.Batch(before.size() + 1, run.stratum(), run.cards(), false);
        if (run.added()) {
            tickets.growBatch(deck, batch, run.cards());
        } else {
            tickets.addBatch(deck, batch);
        }
        for (int slot : slots(deck)) {
            List<byte[]> digests = new ArrayList<>();
            secrets.forEach(secret -> digests.add(digest(pepper, secret.ticket(Admission.slotName(deck, slot)))));
            Collections.shuffle(digests, random);
            tickets.add(deck, slot, batch, digests);
        }
        LOG.info("deck {}: {} cards of batch {} made", deck, run.cards(), batch.number());
        return Optional.of(new Made(batch.number(), secrets));
    }

    /** Tickets are deleted when their survey closes: from then on nobody can tell whether a card was used. */
    private void requireTraceable(Id deck) {
        if (admitted.findByDeck(deck).stream().anyMatch(s -> s.state() == AdmittedState.CLOSED)) {
            throw ProblemException.invalid(Fault.of("batch", "ticket.cards.void-closed"));
        }
    }

    /** The slots of surveys that are not over. */
    private List<Integer> slots(Id deck) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 1; slot <= Admission.SLOTS; slot++) {
            slots.add(slot);
        }
        admitted.findByDeck(deck).stream()
                .filter(s -> s.state() == AdmittedState.CLOSED || s.state() == AdmittedState.CANCELLED)
                .forEach(s -> slots.remove(Integer.valueOf(s.slot())));
        return slots;
    }

    private static byte[] digest(byte[] pepper, Ticket ticket) {
        return Digest.hmac(pepper, ticket.hex().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Declares a batch void, of which no card was used: its tickets are deleted. Whoever exchanges one in the same moment
     * wins, and the batch stays.
     */
    void declareVoid(Id deck, int number) {
        transactions.run(() -> {
            decks.lock(deck);
            TicketStore.Batch batch = tickets.batches(deck).stream()
                    .filter(b -> b.number() == number && !b.voided())
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
            if (batch.cards() < CardPlan.SMALLEST) {
                throw ProblemException.invalid(Fault.of("batch", "ticket.cards.void-small"));
            }
            requireTraceable(deck);
            tickets.deleteUnused(deck, number);
            if (tickets.count(deck, number) > 0) {
                throw ProblemException.invalid(Fault.of("batch", "ticket.cards.void-used"));
            }
            tickets.voidBatch(deck, number);
        });
        LOG.info("deck {}: batch {} declared void", deck, number);
    }
}
