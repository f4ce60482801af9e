package org.zhisheng.server.retention;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.zhisheng.server.comment.Comments;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.survey.Surveys;

/**
 * Forgets what is due, step by step. Every step may be repeated and is noted after it was done, so that a crash between any
 * two of them loses nothing that must stay and keeps nothing that must go: the next run goes on.
 */
@Singleton
public final class Retention {
    private final ForgettingStore store;
    private final Responses responses;
    private final Comments comments;
    private final Archive archive;
    private final Certificates certificates;
    private final Surveys surveys;
    private final Transactions transactions;
    private final Clock clock;

    Retention(
            ForgettingStore store,
            Responses responses,
            Comments comments,
            Archive archive,
            Certificates certificates,
            Surveys surveys,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.responses = responses;
        this.comments = comments;
        this.archive = archive;
        this.certificates = certificates;
        this.surveys = surveys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The surveys of which something is still to be forgotten, now or later. */
    List<Id> pending() {
        return store.findByResponsesAtIsNull().stream()
                .map(ForgettingStore.Row::survey)
                .toList();
    }

    /** Takes every step of a survey that can be taken now, and certifies what was done. */
    void forget(Id survey) {
        ForgettingStore.Row row = store.findBySurvey(survey).orElseThrow();
        if (row.collectingKeysAt() == null) {
            responses.destroyKeys(survey);
            store.collectingKeys(survey, now());
        }
        if (!clock.instant().isBefore(row.dueAt())) {
            if (row.tallyAt() == null) {
                sealTally(survey);
            }
            comments.forgetDecisions(survey);
            responses.destroy(survey);
            store.responses(survey, now());
        }
        certificates.certify(survey);
    }

    /** The counts and the note that they are there are committed together: without the note nothing is destroyed. */
    private void sealTally(Id survey) {
        DeclaredCounts.Counter counter =
                new DeclaredCounts.Counter(surveys.get(survey).manifest());
        responses.forEach(survey, response -> counter.add(response.stratum(), response.answers()));
        transactions.run(() -> {
            archive.seal(survey, counter.counts());
            store.tally(survey, now());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
