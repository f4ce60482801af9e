package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Surveys;

/**
 * Mixes staged responses: of at least ten of one stratum, nobody can tell afterwards which came from which row. Who knows
 * the order of arrival then guesses as well as by drawing lots among them. Fewer wait for the close.
 */
@Singleton
final class Mixer {
    /** Responses of one stratum that are mixed at least. */
    static final int BATCH = 10;

    private final ResponseStore store;
    private final SealedRows rows;
    private final Surveys surveys;
    private final Transactions transactions;
    private final SecureRandom random;

    Mixer(ResponseStore store, SealedRows rows, Surveys surveys, Transactions transactions, SecureRandom random) {
        this.store = store;
        this.rows = rows;
        this.surveys = surveys;
        this.transactions = transactions;
        this.random = random;
    }

    /** Mixes whatever can be; surveys that take no answers any more are left to their close. */
    void mixAll() {
        for (Id survey : store.surveysStaging(BATCH)) {
            try {
                mix(surveys.get(survey).manifest());
            } catch (ProblemException e) {
                // Closed since, or about to be.
            }
        }
    }

    /**
     * Mixes the staged responses of each stratum that has enough, in one transaction that holds the survey's row: several
     * collectors do it one after the other, and nobody casts meanwhile.
     *
     * @return how many were mixed
     * @throws ProblemException where the survey takes no answers at the moment
     */
    int mix(Manifest manifest) {
        return transactions.write(() -> {
            surveys.lockOpen(manifest.survey());
            Map<@Nullable String, List<Staged>> strata = new HashMap<>();
            rows.forEachStaged(
                    manifest,
                    (id, response) -> strata.computeIfAbsent(response.stratum(), s -> new ArrayList<>())
                            .add(new Staged(id, response)));
            strata.values().removeIf(staged -> staged.size() < BATCH);
            return move(manifest, strata.values().stream().flatMap(List::stream).toList());
        });
    }

    private int move(Manifest manifest, List<Staged> staged) {
        List<Response> responses =
                new ArrayList<>(staged.stream().map(Staged::response).toList());
        List<Said> texts = new ArrayList<>();
        Parts parts = new Parts(manifest);
        responses.forEach(response -> texts.addAll(parts.texts(response.answers())));
        Collections.shuffle(responses, random);
        Collections.shuffle(texts, random);
        rows.insert(manifest, Phase.MIXED, responses);
        rows.insertTexts(manifest, Phase.MIXED, texts);
        int deleted =
                store.unstage(manifest.survey(), staged.stream().map(Staged::id).toList());
        if (deleted != responses.size()) {
            throw new IllegalStateException("mixing wrote " + responses.size() + " rows and deleted " + deleted);
        }
        return deleted;
    }

    private record Staged(Id id, Response response) {}
}
