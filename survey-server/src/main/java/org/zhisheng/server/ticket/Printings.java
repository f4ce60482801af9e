package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Stratum;

/** Prints what is missing of a deck, and remembers how far each deck's latest printing came, until the process ends. */
@Singleton
final class Printings {
    private final CardSheets sheets;
    private final Cards cards;
    private final Map<Id, Printing> latest = new ConcurrentHashMap<>();

    Printings(CardSheets sheets, Cards cards) {
        this.sheets = sheets;
        this.cards = cards;
    }

    /** How far the deck's latest printing is. */
    Optional<Printing.Seen> seen(Id deck) {
        return Optional.ofNullable(latest.get(deck)).map(Printing::seen);
    }

    /** Begins a printing; who closes its files before the last of them was taken has broken it off. */
    CardFiles start(Deck deck, CardPlan plan) {
        List<Stratum> strata = plan.runs().stream()
                .map(Run::stratum)
                .distinct()
                .flatMap(code -> plan.frame().stratum(code).stream())
                .toList();
        CardPress press = sheets.press(deck, strata);
        Printing printing = Objects.requireNonNull(latest.compute(
                deck.id(),
                (id, before) -> new Printing(before == null ? 1 : before.seen().number() + 1, plan.missing())));
        return new CardFiles(deck.id(), plan, cards, press, printing);
    }
}
