package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Frame;
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

    /**
     * How many cards the deck should have and has. A card serves every open survey of the deck, so that of headcounts that
     * differ the lowest holds: more cards would be more than one of the surveys allows.
     */
    CardPlan plan(Deck deck) {
        List<Manifest> surveys = deck.surveys().isEmpty() ? List.of(deck.founder()) : deck.surveys();
        List<Frame> frozen = surveys.stream().map(Manifest::frame).toList();
        List<Frame> corrected = surveys.stream().map(this::corrected).toList();
        return new CardPlan(lowest(frozen), lowest(corrected), tickets.batches(deck.id()));
    }

    private static Frame lowest(List<Frame> frames) {
        Map<String, Integer> lowest = new HashMap<>();
        frames.forEach(frame -> frame.strata().forEach(s -> lowest.merge(s.code(), s.headcount(), Math::min)));
        return frames.getFirst().corrected(lowest);
    }

    /** The survey's frame with the corrections; empty without a manifest: nobody was admitted then. */
    Frame frame(AdmittedStore.Row row) {
        return manifest(row).map(this::corrected).orElse(new Frame(List.of(), List.of()));
    }

    private Frame corrected(Manifest manifest) {
        return manifest.frame()
                .corrected(admitted.corrections(manifest.survey()).stream()
                        .collect(Collectors.toMap(
                                AdmittedStore.Corrected::stratum, AdmittedStore.Corrected::headcount)));
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
