package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** The surveys that were launched: finding them, and moving them along their lifecycle. */
@Singleton
public final class Surveys {
    /**
     * How long answers with a credential are taken after issuing stopped: who got one in the last minute has time to
     * answer. Without credentials there is nothing to wait for.
     */
    public static final Duration CASTING_GRACE = Duration.ofMinutes(10);

    private final SurveyStore store;
    private final FieldedReader reader;
    private final Issuer issuer;
    private final Clock clock;

    Surveys(SurveyStore store, FieldedReader reader, Issuer issuer, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * The launched (or since closed or cancelled) survey. The problem {@code not-found} where there is none, and
     * {@code wrong-state} where it was not launched.
     */
    public Fielded get(Id id) {
        return find(id).orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
    }

    /** The survey where it was launched; empty for a draft. The problem {@code not-found} where there is none. */
    public Optional<Fielded> find(Id id) {
        SurveyStore.Row row = store.findById(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return reader.read(row);
    }

    /** The launched survey with the short code, however it was typed; {@code not-found} where there is none. */
    public Fielded byCode(String code) {
        return store.findByCode(SurveyCode.meant(code))
                .flatMap(reader::read)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /**
     * The surveys that a deck of cards serves, in the order of their closing, and where two close together, of their
     * slots.
     *
     * @param founderCode short code of the survey whose manifest stands on the cards
     */
    public List<Fielded> ofDeck(String founderCode) {
        Id founder = byCode(founderCode).id();
        return store.findByDeck(founder).stream()
                .flatMap(row -> reader.read(row).stream())
                .sorted(Comparator.comparing(Fielded::closes).thenComparing(Surveys::slot))
                .toList();
    }

    private static int slot(Fielded ofDeck) {
        return Objects.requireNonNull(ofDeck.manifest().admission(), "a deck admits to it")
                .slot();
    }

    /** Where a survey stands, launched or not; {@code not-found} where there is none. */
    public SurveySummary summary(Id id) {
        return store.findById(id).map(reader::summary).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** The surveys of the rounds: open ones first, by closing time, then drafts, then what is over, the latest first. */
    public List<SurveySummary> of(Collection<Id> rounds) {
        return rounds.isEmpty()
                ? List.of()
                : store.findByRoundIn(rounds).stream()
                        .map(reader::summary)
                        .sorted()
                        .toList();
    }

    /** The exact bytes of the manifest as they were signed. */
    public byte[] manifestBytes(Id id) {
        return store.findById(id)
                .flatMap(row -> Optional.ofNullable(row.manifest()))
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /**
     * Locks the survey's row in the caller's write transaction, so that it cannot close until that is committed, and
     * lets pass only while answers are taken: until the closing time, with a credential {@link #CASTING_GRACE} longer.
     * Otherwise the problem {@code survey-not-open} or {@code survey-closed}.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void lockOpen(Id id) {
        SurveyStore.Locked row =
                store.lockWithinTransaction(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        switch (row.state()) {
            case DRAFT -> throw ProblemException.of(Problem.SURVEY_NOT_OPEN);
            case LAUNCHED -> requireBetween(row.opens(), row.closes(), row.grace());
            case CLOSED, CANCELLED -> throw ProblemException.of(Problem.SURVEY_CLOSED);
        }
    }

    private void requireBetween(@Nullable Instant opens, @Nullable Instant closes, Duration grace) {
        Instant now = clock.instant();
        if (opens == null || now.isBefore(opens)) {
            throw ProblemException.of(Problem.SURVEY_NOT_OPEN);
        }
        if (closes == null || !now.isBefore(closes.plus(grace))) {
            throw ProblemException.of(Problem.SURVEY_CLOSED);
        }
    }

    /** The launched surveys that take no more answers: those whose closing time, and the grace after it, has come. */
    public List<Id> due() {
        return store.findByStateAndClosesLessThanEquals(SurveyState.LAUNCHED, clock.instant()).stream()
                .filter(row -> row.deck() == null || isPast(row.closes(), CASTING_GRACE))
                .map(SurveyStore.Row::id)
                .toList();
    }

    private boolean isPast(@Nullable Instant closes, Duration grace) {
        return closes != null && !clock.instant().isBefore(closes.plus(grace));
    }

    /**
     * Stops issuing credentials at once: the closing time becomes now, and the survey closes by itself when those that were
     * issued had their {@link #CASTING_GRACE}. Nothing happens where the closing time has come already.
     *
     * @param by name of the officer
     */
    public void stop(Id id, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        issuer.extend(id, now);
        store.locked(id, row -> {
            Lifecycle.require(row.state(), SurveyAction.CLOSE);
            if (row.closes() != null && now.isBefore(row.closes())) {
                store.stop(id, now, by);
            }
            return id;
        });
    }

    /**
     * Takes no more answers. Only the state changes: estimating and releasing is up to the caller.
     *
     * @param by name of the officer, or null where the closing time came
     */
    public Fielded close(Id id, @Nullable String by) {
        end(id, SurveyAction.CLOSE, by);
        return get(id);
    }

    /** Gives up the survey, draft or launched: nothing of it is ever released, and nobody is admitted any more. */
    public void cancel(Id id, String by) {
        Lifecycle.require(summary(id).state(), SurveyAction.CANCEL);
        if (isAdmitting(id)) {
            issuer.cancel(id);
        }
        end(id, SurveyAction.CANCEL, by);
    }

    private void end(Id id, SurveyAction action, @Nullable String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.locked(id, row -> {
            store.end(id, Lifecycle.require(row.state(), action), now, by);
            return id;
        });
    }

    /**
     * Moves the closing time later, which is printed wherever the survey's results are. An earlier time is refused:
     * people were told the later one. The issuer is told first: issuing longer than answers are taken harms nobody, the
     * other way round would.
     */
    public void extend(Id id, Instant closes, String reason, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (isAdmitting(id)) {
            requireLater(store.findById(id).map(SurveyStore.Row::closes).orElse(null), closes);
            issuer.extend(id, closes);
        }
        store.locked(id, row -> {
            Lifecycle.require(row.state(), SurveyAction.EXTEND);
            Instant before = Objects.requireNonNull(row.closes(), "a launched survey has a closing time");
            requireLater(before, closes);
            store.addExtension(id, store.countExtensions(id) + 1, before, closes, reason, by, now);
            store.moveClosing(id, closes);
            return id;
        });
    }

    private static void requireLater(@Nullable Instant before, Instant closes) {
        if (before != null && !closes.isAfter(before)) {
            throw ProblemException.invalid(Fault.of("closes", "survey.extend.not-later"));
        }
    }

    private boolean isAdmitting(Id id) {
        return find(id).map(Fielded::manifest)
                .map(Manifest::mode)
                .filter(Mode::isAdmitting)
                .isPresent();
    }

    /**
     * Corrects the headcount of a stratum, which is printed wherever the survey's results are. The issuer is told first, as
     * of an extension: were it told afterwards and not reached, the cards would never be made.
     */
    public void amend(Id id, String stratum, int headcount, String reason, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (isAdmitting(id)) {
            Lifecycle.require(summary(id).state(), SurveyAction.AMEND);
            requireAnother(id, stratum, headcount);
            issuer.correct(id, stratum, headcount);
        }
        store.locked(id, row -> {
            Lifecycle.require(row.state(), SurveyAction.AMEND);
            int before = requireAnother(id, stratum, headcount);
            store.addAmendment(id, store.countAmendments(id) + 1, stratum, before, headcount, reason, by, now);
            return id;
        });
    }

    /** The headcount before, where the new one may take its place. */
    private int requireAnother(Id id, String stratum, int headcount) {
        int before = get(id).frame()
                .stratum(stratum)
                .orElseThrow(() -> ProblemException.invalid(Fault.of("stratum", "survey.amend.stratum")))
                .headcount();
        if (headcount < 1 || headcount > Frame.MAX_HEADCOUNT || headcount == before) {
            throw ProblemException.invalid(Fault.of("headcount", "survey.amend.headcount", Frame.MAX_HEADCOUNT));
        }
        return before;
    }
}
