package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.List;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.response.ResponseStore.SpentException;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Surveys;

/** Takes casts: each is counted once, and durably, before anybody is thanked. */
@Singleton
final class Collector {
    private final ResponseStore store;
    private final SealedRows rows;
    private final Surveys surveys;
    private final Transactions transactions;

    Collector(ResponseStore store, SealedRows rows, Surveys surveys, Transactions transactions) {
        this.store = store;
        this.rows = rows;
        this.surveys = surveys;
        this.transactions = transactions;
    }

    /**
     * Counts the casts of a survey in one transaction that holds the survey's row, so that it cannot close in between.
     * Where one of them had been counted before, they are taken one by one. Tags are sorted, so that two batches never
     * wait for each other.
     *
     * @return what became of each cast, in their order
     */
    List<Outcome> collect(Manifest manifest, List<Cast> casts) {
        try {
            write(manifest, casts);
            return casts.stream().map(c -> Outcome.COUNTED).toList();
        } catch (SpentException e) {
            return casts.stream().map(c -> collectOne(manifest, c)).toList();
        } catch (ProblemException e) {
            Outcome refusal = refusal(e);
            return casts.stream().map(c -> unlessCounted(manifest, c, refusal)).toList();
        }
    }

    private Outcome collectOne(Manifest manifest, Cast cast) {
        try {
            write(manifest, List.of(cast));
            return Outcome.COUNTED;
        } catch (SpentException e) {
            return Outcome.ALREADY_COUNTED;
        } catch (ProblemException e) {
            return unlessCounted(manifest, cast, refusal(e));
        }
    }

    private static Outcome refusal(ProblemException e) {
        return switch (e.problem()) {
            case Problem.SURVEY_NOT_OPEN -> Outcome.TOO_EARLY;
            case Problem.SURVEY_CLOSED -> Outcome.TOO_LATE;
            default -> throw e;
        };
    }

    /** After the close, a cast whose first answer was lost is still told that it counts; a new one is refused. */
    private Outcome unlessCounted(Manifest manifest, Cast cast, Outcome refusal) {
        return store.isSpent(manifest.survey(), cast.tag()) ? Outcome.ALREADY_COUNTED : refusal;
    }

    private void write(Manifest manifest, List<Cast> casts) {
        List<Tag> tags = casts.stream().map(Cast::tag).sorted().toList();
        transactions.run(() -> {
            surveys.lockOpen(manifest.survey());
            store.spend(manifest.survey(), tags);
            rows.stage(manifest, casts);
        });
    }
}
