package org.zhisheng.server.ticket;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Printing cards and making links, declaring batches void, counting unused slips. */
@Hidden
@Controller("/console/cards")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CardController {
    private static final String ATTACHED = "attachment; filename=\"%s\"";

    private final DeckReader reader;
    private final CardAccess access;
    private final CardPages pages;
    private final Cards cards;
    private final Printings printings;
    private final Invitations invitations;
    private final Slips slips;
    private final ExecutorService blocking;

    CardController(
            DeckReader reader,
            CardAccess access,
            CardPages pages,
            Cards cards,
            Printings printings,
            Invitations invitations,
            Slips slips,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.reader = reader;
        this.access = access;
        this.pages = pages;
        this.cards = cards;
        this.printings = printings;
        this.invitations = invitations;
        this.slips = slips;
        this.blocking = blocking;
    }

    /**
     * How far the latest printing is.
     *
     * @param state {@code running}, {@code done} or {@code broken}; {@code none} where this process printed nothing
     * @param number which printing of the deck it is, from 1; 0 for none
     */
    @Serdeable
    record Progress(int made, int wanted, String state, int number) {}

    @Get
    @Produces(Pages.HTML)
    ModelAndView<Map<String, Object>> list(Actor actor) {
        return new ModelAndView<>("pages/ticket/decks", pages.list(actor));
    }

    @Get("/{id}")
    @Produces(Pages.HTML)
    ModelAndView<Map<String, Object>> deck(Actor actor, Language language, Id id) {
        return new ModelAndView<>("pages/ticket/cards", pages.deck(deck(actor, id), language, List.of()));
    }

    @Get("/{id}/progress")
    @Produces(MediaType.APPLICATION_JSON)
    Progress progress(Actor actor, Id id) {
        return printings
                .seen(deck(actor, id).id())
                .map(seen -> new Progress(
                        seen.made(), seen.wanted(), seen.state().name().toLowerCase(Locale.ROOT), seen.number()))
                .orElse(new Progress(0, 0, "none", 0));
    }

    /** Few cards come as one PDF, many as a ZIP that is made while it is downloaded. */
    @Post("/{id}/print")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.ALL)
    HttpResponse<?> print(Actor actor, Id id) {
        Deck deck = deck(actor, id);
        CardPlan plan = reader.plan(deck);
        if (deck.isByRoster() || deck.surveys().isEmpty() || plan.missing() == 0) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        String name = "cards-" + deck.founder().code();
        return plan.missing() <= CardPlan.BATCH
                ? file(pdf(deck, plan), MediaType.APPLICATION_PDF_TYPE, name + ".pdf")
                : file(zip(deck, plan), MediaType.of("application/zip"), name + ".zip");
    }

    private byte[] pdf(Deck deck, CardPlan plan) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (CardFiles files = printings.start(deck, plan)) {
            files.onePdf(pdf);
        }
        return pdf.toByteArray();
    }

    /** By a plain executor: one with futures interrupts its thread when the reader goes, and H2 then closes its file. */
    private Publisher<byte[]> zip(Deck deck, CardPlan plan) {
        return Flux.<byte[], CardFiles>generate(
                        () -> printings.start(deck, plan),
                        (files, sink) -> {
                            if (files.hasNext()) {
                                sink.next(files.next());
                            } else {
                                sink.complete();
                            }
                            return files;
                        },
                        CardFiles::close)
                .subscribeOn(Schedulers.fromExecutor(blocking::execute));
    }

    @Post("/{id}/links")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.ALL)
    HttpResponse<?> links(Actor actor, Language language, Id id, @Body Entries form) {
        Deck deck = deck(actor, id);
        if (!deck.isByRoster() || deck.surveys().isEmpty()) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        return mended(
                deck,
                language,
                () -> file(
                        invitations.make(deck, form.raw("roster"), language).getBytes(StandardCharsets.UTF_8),
                        MediaType.of("text/csv;charset=UTF-8"),
                        "links-" + deck.founder().code() + ".csv"));
    }

    /** Voids the batches that are named, one after the other. */
    @Post("/{id}/void")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    HttpResponse<?> declareVoid(Actor actor, Language language, Id id, @Body Entries form) {
        Deck deck = deck(actor, id);
        return mended(deck, language, () -> {
            form.all("batch").forEach(batch -> cards.declareVoid(deck.id(), number(batch)));
            return back(id);
        });
    }

    /** What this person counted, stratum by stratum; empty boxes are left as they are. */
    @Post("/{id}/slips")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    HttpResponse<?> count(Actor actor, Language language, Id id, @Body Entries form) {
        Deck deck = deck(actor, id);
        CardPlan plan = reader.plan(deck);
        return mended(deck, language, () -> {
            plan.frame().strata().stream()
                    .filter(s -> !form.text("slips-" + s.code()).isEmpty())
                    .forEach(s -> {
                        int counted = number(form.text("slips-" + s.code()));
                        if (counted < 0 || counted > plan.made(s)) {
                            throw ProblemException.invalid(Fault.of("slips", "ticket.cards.slips-wrong"));
                        }
                        slips.count(deck.id(), s.code(), actor.account(), counted);
                    });
            return back(id);
        });
    }

    private HttpResponse<?> mended(Deck deck, Language language, Supplier<HttpResponse<?>> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID_INPUT) {
                throw e;
            }
            return HttpResponse.unprocessableEntity()
                    .contentType(Pages.HTML)
                    .body(new ModelAndView<>("pages/ticket/cards", pages.deck(deck, language, e.faults())));
        }
    }

    private Deck deck(Actor actor, Id id) {
        Deck deck = reader.get(id);
        access.require(actor, deck);
        return deck;
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : -1;
    }

    private static HttpResponse<?> back(Id id) {
        return HttpResponse.seeOther(URI.create("/console/cards/" + id));
    }

    private static HttpResponse<?> file(Object body, MediaType type, String name) {
        return HttpResponse.ok(body)
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, String.format(Locale.ROOT, ATTACHED, name));
    }
}
