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
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.Surveys;

/** Closes surveys and hands out what was released: the one way from responses to a reader. */
@Singleton
public final class Results {
    private final Surveys surveys;
    private final Responses responses;
    private final ReleaseStore store;
    private final Json json;
    private final Transactions transactions;

    Results(Surveys surveys, Responses responses, ReleaseStore store, Json json, Transactions transactions) {
        this.surveys = surveys;
        this.responses = responses;
        this.store = store;
        this.json = json;
        this.transactions = transactions;
    }

    /**
     * Closes a survey, estimates its declared tables, lets them through the gate and stores what passed, all in one
     * transaction: a survey is never closed without its release.
     *
     * @param by name of the officer, or null where the closing time came
     */
    public PublishedResult close(Id survey, @Nullable String by) {
        return transactions.write(() -> closeNow(survey, by));
    }

    private PublishedResult closeNow(Id survey, @Nullable String by) {
        Fielded closed = surveys.close(survey, by);
        Manifest manifest = closed.manifest();
        Frame frame = closed.frame();
        Tally tally = new Tally(manifest, frame);
        responses.forEach(survey, response -> tally.add(response.stratum(), response.answers()));
        Protection protection = protection(manifest, frame, tally);
        Estimation estimation =
                protection.detail() == Detail.COUNT_ONLY ? null : new Estimation(manifest, frame, tally, protection);
        Release release = ReleaseGate.release(
                protection,
                estimation == null ? counts(manifest, frame, tally) : estimation.headlines(),
                ReleaseTerms.Kind.FIRST);
        Coverage coverage = coverage(closed, tally, estimation == null ? List.of() : estimation.merged());
        store.save(new ReleaseStore.Row(
                survey,
                release.text(),
                release.fingerprint(),
                new String(json.write(coverage), StandardCharsets.UTF_8)));
        return new PublishedResult(closed, coverage, release);
    }

    /** The released result of a survey; empty while it is not closed. */
    public Optional<PublishedResult> find(Id survey) {
        return store.findBySurvey(survey)
                .map(row -> new PublishedResult(
                        surveys.get(survey),
                        json.read(row.coverage().getBytes(StandardCharsets.UTF_8), Coverage.class),
                        ReleaseText.read(row.content(), row.fingerprint())));
    }

    private static Protection protection(Manifest manifest, Frame frame, Tally tally) {
        List<String> left = tally.overAnswered();
        Counting counting = new Counting(manifest, frame, tally.data().without(left), left);
        return Protector.protect(
                counting.frame(),
                counting.demographics(),
                new ReleaseRule(manifest.rules().minimumGroup()));
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
