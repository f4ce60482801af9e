package org.zhisheng.server.result;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.disclosure.Detail;
import org.zhisheng.analytics.disclosure.Headlines;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.Protector;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseGate;
import org.zhisheng.analytics.disclosure.ReleaseRule;
import org.zhisheng.analytics.disclosure.ReleaseTerms;
import org.zhisheng.analytics.disclosure.ReleaseText;
import org.zhisheng.analytics.planning.CoverageGrade;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Reconciliation;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/** Closes surveys and hands out what was released: the one way from responses to a reader. */
@Singleton
public final class Results {
    private final Surveys surveys;
    private final Responses responses;
    private final ReleaseStore store;
    private final RestrictedStore restricted;
    private final Json json;
    private final Transactions transactions;
    private final @Nullable Issuer issuer;
    private final List<ClosingListener> listeners;

    Results(
            Surveys surveys,
            Responses responses,
            ReleaseStore store,
            RestrictedStore restricted,
            Json json,
            Transactions transactions,
            @Nullable Issuer issuer,
            List<ClosingListener> listeners) {
        this.surveys = surveys;
        this.responses = responses;
        this.store = store;
        this.restricted = restricted;
        this.json = json;
        this.transactions = transactions;
        this.issuer = issuer;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Closes a survey: first the issuer stops and tells what it counted, where credentials were issued; then the responses
     * are rebuilt, the declared tables estimated, let through the gate and stored, all in one transaction: a survey is
     * never closed without its release. At last the keys of before the close are destroyed.
     *
     * @param by name of the officer, or null where the closing time came
     */
    public PublishedResult close(Id survey, @Nullable String by) {
        Reconciliation reconciliation = reconcile(survey);
        PublishedResult result = transactions.write(() -> closeNow(survey, by, reconciliation));
        responses.destroyKeys(survey);
        return result;
    }

    /** Outside the collector's transaction: the issuer may be another process, and what it does may be repeated. */
    private @Nullable Reconciliation reconcile(Id survey) {
        Fielded fielded = surveys.get(survey);
        if (!fielded.manifest().mode().isAdmitting() || fielded.state() != SurveyState.LAUNCHED) {
            return null;
        }
        if (issuer == null) {
            throw new IllegalStateException("a survey with credentials cannot be closed where no issuer is known");
        }
        return issuer.close(survey);
    }

    private PublishedResult closeNow(Id survey, @Nullable String by, @Nullable Reconciliation reconciliation) {
        Fielded closed = surveys.close(survey, by);
        int received = responses.settle(survey);
        PublishedResult result = publish(closed, received);
        listeners.forEach(listener -> listener.closed(result, reconciliation));
        return result;
    }

    private PublishedResult publish(Fielded closed, int received) {
        Assessment assessed = assess(closed, received);
        PublishedResult result = assessed.result();
        store.save(new ReleaseStore.Row(
                closed.id(),
                result.release().text(),
                result.release().fingerprint(),
                new String(json.write(result.coverage()), StandardCharsets.UTF_8)));
        if (assessed.restricted() != null) {
            restricted.save(closed.id(), assessed.restricted());
        }
        if (assessed.reprisal()) {
            restricted.raise(closed.id());
        }
        return result;
    }

    /**
     * All that comes of a survey's responses.
     *
     * @param restricted the tables for the worker-side team; null where the survey declared none or got too few answers
     * @param reprisal whether the alert is raised
     */
    private record Assessment(
            PublishedResult result, @Nullable Release restricted, boolean reprisal) {}

    private Assessment assess(Fielded closed, int received) {
        Manifest manifest = closed.manifest();
        Frame frame = closed.frame();
        Tally tally = new Tally(manifest, frame);
        boolean read = received >= manifest.rules().minimumGroup();
        if (read) {
            responses.forEach(closed.id(), response -> tally.add(response.stratum(), response.answers()));
        } else {
            tally.addUnread(received);
        }
        Protection protection = protection(manifest, frame, tally, read);
        Estimation estimation =
                protection.detail() == Detail.COUNT_ONLY ? null : new Estimation(manifest, frame, tally, protection);
        Release release = ReleaseGate.release(
                Counting.part(protection, manifest, Audience.EVERYONE),
                estimation == null ? counts(manifest, frame, tally) : estimation.headlines(Audience.EVERYONE),
                ReleaseTerms.Kind.FIRST);
        Coverage coverage = coverage(closed, tally, estimation == null ? List.of() : estimation.merged());
        return new Assessment(
                new PublishedResult(closed, coverage, release),
                estimation == null ? null : restricted(manifest, protection, estimation),
                tally.raisesReprisalAlert());
    }

    /** Items for the worker-side team pass the same gate, on the same groups and blocks, and are stored apart. */
    private static @Nullable Release restricted(Manifest manifest, Protection protection, Estimation estimation) {
        return Counting.declared(manifest, Audience.WORKER_SIDE).isEmpty()
                ? null
                : ReleaseGate.release(
                        Counting.part(protection, manifest, Audience.WORKER_SIDE),
                        estimation.headlines(Audience.WORKER_SIDE),
                        ReleaseTerms.Kind.FIRST);
    }

    /**
     * Estimates and protects the tables of a closed survey once more from its responses, for an auditor who compares them
     * with what is out. Nothing is stored.
     *
     * @throws IllegalStateException where the responses cannot be opened any more
     */
    public Release recompute(Id survey) {
        return assess(surveys.get(survey), responses.count(survey)).result().release();
    }

    /** The released tables as text, as they are stored, unread: who checks them wants to see also what was altered. */
    public Optional<String> storedText(Id survey) {
        return store.findBySurvey(survey).map(ReleaseStore.Row::content);
    }

    /** The released result of a survey; empty while it is not closed. */
    public Optional<PublishedResult> find(Id survey) {
        return store.findBySurvey(survey)
                .map(row -> new PublishedResult(
                        surveys.get(survey),
                        json.read(row.coverage().getBytes(StandardCharsets.UTF_8), Coverage.class),
                        ReleaseText.read(row.content(), row.fingerprint())));
    }

    private static Protection protection(Manifest manifest, Frame frame, Tally tally, boolean read) {
        ReleaseRule rule = new ReleaseRule(manifest.rules().minimumGroup());
        if (!read) {
            return Protector.protect(Counting.unread(frame), List.of(), rule);
        }
        List<String> left = tally.overAnswered();
        Counting counting = new Counting(manifest, frame, tally.data().without(left), left);
        return Protector.protect(counting.frame(), counting.demographics(), rule);
    }

    /** Under the threshold nothing is estimated at all: the gate gets the counts alone. */
    private static Headlines counts(Manifest manifest, Frame frame, Tally tally) {
        return new Headlines(
                frame.headcount(), tally.valid(), manifest.rules().confidenceLevel(), List.of(), List.of(), List.of());
    }

    private static Coverage coverage(Fielded closed, Tally tally, List<String> merged) {
        Frame frame = closed.frame();
        return new Coverage(
                frame,
                tally.received(),
                tally.incomplete(),
                tally.withoutStratum(),
                tally.overAnswered().stream()
                        .map(code -> frame.stratum(code).map(Stratum::label).orElse(code))
                        .toList(),
                merged,
                grade(closed.manifest(), frame, tally).name(),
                Objects.requireNonNullElse(closed.endedAt(), Instant.EPOCH),
                closed.extensions(),
                closed.amendments());
    }

    /** More answers than workers in all earn no rating, as no rate could be given. */
    private static CoverageGrade grade(Manifest manifest, Frame frame, Tally tally) {
        return tally.valid() > frame.headcount()
                ? CoverageGrade.NONE
                : CoverageRating.of(
                                manifest.organizationName(),
                                tally.valid(),
                                frame.headcount(),
                                manifest.mode() == Mode.POSTER ? FieldingMode.POSTER : FieldingMode.TICKETS)
                        .grade();
    }
}
