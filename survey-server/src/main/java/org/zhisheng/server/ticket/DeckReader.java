package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Manifest;

/** Reads decks with the manifests of their surveys. */
@Singleton
final class DeckReader {
    private final DeckStore decks;
    private final AdmittedStore admitted;
    private final TicketStore tickets;
    private final Json json;

    DeckReader(DeckStore decks, AdmittedStore admitted, TicketStore tickets, Json json) {
        this.decks = decks;
        this.admitted = admitted;
        this.tickets = tickets;
        this.json = json;
    }

    /** The deck; {@code not-found} where there is none whose founder was launched. */
    Deck get(Id id) {
        return decks.findById(id).flatMap(this::read).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** All decks whose founder was launched. */
    List<Deck> all() {
        return decks.findByCodeIsNotNull().stream()
                .flatMap(row -> read(row).stream())
                .toList();
    }

    /** How many cards the deck should have and has. */
    CardPlan plan(Deck deck) {
        return new CardPlan(deck.latest().frame(), tickets.batches(deck.id()));
    }

    private Optional<Deck> read(DeckStore.Row row) {
        String fingerprint = row.fingerprint();
        Optional<Manifest> founder = admitted.findById(row.id()).flatMap(this::manifest);
        if (fingerprint == null || founder.isEmpty()) {
            return Optional.empty();
        }
        List<Manifest> open = admitted.findByDeck(row.id()).stream()
                .filter(s -> s.state() == AdmittedState.OPEN)
                .flatMap(s -> manifest(s).stream())
                .toList();
        return Optional.of(new Deck(row.id(), fingerprint, founder.get(), open));
    }

    private Optional<Manifest> manifest(AdmittedStore.Row row) {
        return Optional.ofNullable(row.manifest())
                .map(text -> json.read(text.getBytes(StandardCharsets.UTF_8), Manifest.class));
    }
}
