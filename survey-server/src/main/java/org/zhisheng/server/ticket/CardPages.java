package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.survey.Stratum;

/** What the pages of decks show. */
@Singleton
final class CardPages {
    private final DeckReader reader;
    private final CardAccess access;
    private final CardSheets sheets;
    private final Printings printings;
    private final Slips slips;
    private final Messages messages;

    CardPages(
            DeckReader reader,
            CardAccess access,
            CardSheets sheets,
            Printings printings,
            Slips slips,
            Messages messages) {
        this.reader = reader;
        this.access = access;
        this.sheets = sheets;
        this.printings = printings;
        this.slips = slips;
        this.messages = messages;
    }

    /** The decks that the person may print. */
    Map<String, Object> list(Actor actor) {
        return Map.of(
                "decks",
                reader.all().stream()
                        .filter(deck -> access.may(actor, deck))
                        .map(deck -> Map.of(
                                "id", deck.id().toString(),
                                "name", deck.founder().roundName(),
                                "organization", deck.founder().organizationName(),
                                "open", !deck.surveys().isEmpty()))
                        .toList());
    }

    /** The page of a deck. */
    Map<String, Object> deck(Deck deck, Language language, List<Fault> faults) {
        CardPlan plan = reader.plan(deck);
        Map<String, Object> model = new HashMap<>();
        model.put("id", deck.id().toString());
        model.put("self", "/console/cards/" + deck.id());
        model.put("organization", deck.founder().organizationName());
        model.put("round", deck.founder().roundName());
        model.put("byRoster", deck.isByRoster());
        model.put("open", !deck.surveys().isEmpty());
        model.put("words", sheets.checkWords(deck));
        model.put("wanted", plan.wanted());
        model.put("made", plan.made());
        model.put("missing", plan.missing());
        model.put("batchSize", CardPlan.BATCH);
        model.put("strata", strata(deck, plan, language));
        model.put("batches", plan.batches().stream().map(b -> batch(plan, b)).toList());
        model.put("added", plan.frame().strata().stream().anyMatch(plan::isAdded));
        model.put("short", plan.wanted() > plan.made());
        model.put("excess", plan.frame().strata().stream().anyMatch(s -> plan.excess(s) > 0));
        model.put("faults", faults);
        Optional<Printing.Seen> printing = printings.seen(deck.id());
        model.put("printing", printing.map(Printing.Seen::number).orElse(0));
        model.put("broken", printing.map(seen -> broken(seen, plan)).orElse(List.of()));
        return model;
    }

    /** Batches of a download that broke off and are still in force. */
    private static List<Integer> broken(Printing.Seen printing, CardPlan plan) {
        return printing.state() != Printing.State.BROKEN
                ? List.of()
                : plan.batches().stream()
                        .filter(batch -> !batch.voided())
                        .map(TicketStore.Batch::number)
                        .filter(printing.batches()::contains)
                        .toList();
    }

    private static Map<String, Object> batch(CardPlan plan, TicketStore.Batch batch) {
        return Map.of(
                "number", batch.number(),
                "stratum",
                        plan.frame()
                                .stratum(batch.stratum())
                                .map(Stratum::label)
                                .orElse(batch.stratum()),
                "cards", batch.cards(),
                "voided", batch.voided());
    }

    private List<Map<String, Object>> strata(Deck deck, CardPlan plan, Language language) {
        Map<String, Integer> agreed = slips.agreed(deck.id());
        Map<String, Integer> counters = slips.counters(deck.id());
        return plan.frame().strata().stream()
                .map(s -> Map.<String, Object>of(
                        "code", s.code(),
                        "label", s.label(),
                        "launched",
                                plan.frozen()
                                        .stratum(s.code())
                                        .map(Stratum::headcount)
                                        .orElse(s.headcount()),
                        "headcount", s.headcount(),
                        "wanted", CardPlan.wanted(s),
                        "made", plan.made(s),
                        "excess", plan.excess(s),
                        "slips", said(agreed.get(s.code()), counters.getOrDefault(s.code(), 0), language)))
                .toList();
    }

    /** What is known of the slips, without telling the second person what the first one found. */
    private String said(@Nullable Integer agreed, int counters, Language language) {
        if (agreed != null) {
            return messages.say(language, "ticket.cards.slips-agreed", List.of(agreed));
        }
        return messages.say(
                language,
                switch (counters) {
                    case 0 -> "ticket.cards.slips-none";
                    case 1 -> "ticket.cards.slips-one";
                    default -> "ticket.cards.slips-differ";
                });
    }
}
