package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final CollectorKeys keys;
    private final Surveys surveys;
    private final Transactions transactions;
    private final SecureRandom random;

    Mixer(
            ResponseStore store,
            SealedRows rows,
            CollectorKeys keys,
            Surveys surveys,
            Transactions transactions,
            SecureRandom random) {
        this.store = store;
        this.rows = rows;
        this.keys = keys;
        this.surveys = surveys;
        this.transactions = transactions;
        this.random = random;
    }

    /**
     * Mixes whatever can be, and destroys staging keys that open nothing any more; surveys that take no answers any more are
     * left to their close.
     */
    void mixAll() {
        Set<Id> due = new TreeSet<>(store.surveysStaging(BATCH));
        due.addAll(keys.surveysRenewed(Phase.STAGING));
        for (Id survey : due) {
            try {
                mix(surveys.get(survey).manifest());
            } catch (ProblemException e) {
                // Closed since, or about to be; or another database's that shares the key folder.
            }
        }
    }

    /**
     * Mixes the staged responses of each stratum that has enough, in one transaction that holds the survey's row: several
     * collectors do it one after the other, and nobody casts meanwhile. What is left is sealed under a new staging key, so
     * that whoever steals the key later opens nothing of what was mixed before.
     *
     * @return how many were mixed
     * @throws ProblemException where the survey takes no answers at the moment
     */
    int mix(Manifest manifest) {
        return transactions.write(() -> {
            surveys.lockOpen(manifest.survey());
            Map<@Nullable String, List<Staged>> strata = new HashMap<>();
            rows.sweepStaged(
                    manifest,
                    (id, response) -> strata.computeIfAbsent(response.stratum(), s -> new ArrayList<>())
                            .add(new Staged(id, response)));
            List<Staged> moved = strata.values().stream()
                    .filter(staged -> staged.size() >= BATCH)
                    .flatMap(List::stream)
                    .toList();
            if (!moved.isEmpty()) {
                rows.renewStaging(manifest, left(strata.values()));
                move(manifest, moved);
            }
            return moved.size();
        });
    }

    private static Map<Id, Response> left(Collection<List<Staged>> strata) {
        Map<Id, Response> left = new TreeMap<>();
        strata.stream()
                .filter(staged -> staged.size() < BATCH)
                .flatMap(List::stream)
                .forEach(staged -> left.put(staged.id(), staged.response()));
        return left;
    }

    private void move(Manifest manifest, List<Staged> staged) {
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
    }

    private record Staged(Id id, Response response) {}
}
