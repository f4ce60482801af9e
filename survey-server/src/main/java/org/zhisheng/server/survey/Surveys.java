package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
    private final SurveyStore store;
    private final FieldedReader reader;
    private final Clock clock;

    Surveys(SurveyStore store, FieldedReader reader, Clock clock) {
        this.store = store;
        this.reader = reader;
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
     * lets pass only while answers are taken. Otherwise the problem {@code survey-not-open} or {@code survey-closed}.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void lockOpen(Id id) {
        SurveyStore.Locked row =
                store.lockWithinTransaction(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        switch (row.state()) {
            case DRAFT -> throw ProblemException.of(Problem.SURVEY_NOT_OPEN);
            case LAUNCHED -> requireBetween(row.opens(), row.closes());
            case CLOSED, CANCELLED -> throw ProblemException.of(Problem.SURVEY_CLOSED);
        }
    }

    private void requireBetween(@Nullable Instant opens, @Nullable Instant closes) {
        Instant now = clock.instant();
        if (opens == null || now.isBefore(opens)) {
            throw ProblemException.of(Problem.SURVEY_NOT_OPEN);
        }
        if (closes == null || !now.isBefore(closes)) {
            throw ProblemException.of(Problem.SURVEY_CLOSED);
        }
    }

    /** The launched surveys whose closing time has come. */
    public List<Id> due() {
        return store.findByStateAndClosesLessThanEquals(SurveyState.LAUNCHED, clock.instant()).stream()
                .map(SurveyStore.Row::id)
                .toList();
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

    /** Gives up the survey, draft or launched: nothing of it is ever released. */
    public void cancel(Id id, String by) {
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
     * people were told the later one.
     */
    public void extend(Id id, Instant closes, String reason, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.locked(id, row -> {
            Lifecycle.require(row.state(), SurveyAction.EXTEND);
            Instant before = Objects.requireNonNull(row.closes(), "a launched survey has a closing time");
            if (!closes.isAfter(before)) {
                throw ProblemException.invalid(Fault.of("closes", "survey.extend.not-later"));
            }
            store.addExtension(id, store.countExtensions(id) + 1, before, closes, reason, by, now);
            store.moveClosing(id, closes);
            return id;
        });
    }

    /** Corrects the headcount of a stratum, which is printed wherever the survey's results are. */
    public void amend(Id id, String stratum, int headcount, String reason, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.locked(id, row -> {
            Lifecycle.require(row.state(), SurveyAction.AMEND);
            int before = get(id).frame()
                    .stratum(stratum)
                    .orElseThrow(() -> ProblemException.invalid(Fault.of("stratum", "survey.amend.stratum")))
                    .headcount();
            if (headcount < 1 || headcount > Frame.MAX_HEADCOUNT || headcount == before) {
                throw ProblemException.invalid(Fault.of("headcount", "survey.amend.headcount", Frame.MAX_HEADCOUNT));
            }
            store.addAmendment(id, store.countAmendments(id) + 1, stratum, before, headcount, reason, by, now);
            return id;
        });
    }
}
