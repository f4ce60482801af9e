package org.zhisheng.server.ticket;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Stratum;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Prints what is missing of a deck, and remembers how far each deck's latest printing came, until the process ends. */
@Singleton
final class Printings {
    private final CardSheets sheets;
    private final Cards cards;
    private final ExecutorService blocking;
    private final Map<Id, Printing> latest = new ConcurrentHashMap<>();

    Printings(CardSheets sheets, Cards cards, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sheets = sheets;
        this.cards = cards;
        this.blocking = blocking;
    }

    /** How far the deck's latest printing is. */
    Optional<Printing.Seen> seen(Id deck) {
        return Optional.ofNullable(latest.get(deck)).map(Printing::seen);
    }

    /** A few cards as one PDF. */
    byte[] pdf(Deck deck, CardPlan plan) {
        Printing printing = start(deck, plan);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (CardFiles files = files(deck, plan, printing)) {
            files.onePdf(pdf);
            printing.done();
        } finally {
            printing.broken();
        }
        return pdf.toByteArray();
    }

    /** Any number of cards as a ZIP that is made while it is read. */
    Publisher<byte[]> zip(Deck deck, CardPlan plan) {
        Printing printing = start(deck, plan);
        return Flux.<byte[], CardFiles>generate(
                        () -> files(deck, plan, printing),
                        (files, sink) -> {
                            if (files.hasNext()) {
                                sink.next(files.next());
                            } else {
                                printing.done();
                                sink.complete();
                            }
                            return files;
                        },
                        files -> {
                            // Not when the reader goes: the batch under way is still made then.
                            files.close();
                            printing.broken();
                        })
                .doOnError(failure -> printing.broken())
                // By a plain executor: one with futures interrupts its thread when the reader goes, and H2 then closes its file.
                .subscribeOn(Schedulers.fromExecutor(blocking::execute));
    }

    private Printing start(Deck deck, CardPlan plan) {
        return Objects.requireNonNull(latest.compute(
                deck.id(),
                (id, before) -> new Printing(before == null ? 1 : before.seen().number() + 1, plan.missing())));
    }

    private CardFiles files(Deck deck, CardPlan plan, Printing printing) {
        List<Stratum> strata = plan.runs().stream()
                .map(Run::stratum)
                .distinct()
                .flatMap(code -> plan.frame().stratum(code).stream())
                .toList();
        return new CardFiles(deck.id(), plan, cards, sheets.press(deck, strata), printing);
    }
}
