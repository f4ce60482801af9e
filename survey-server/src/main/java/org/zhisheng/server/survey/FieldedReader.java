package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;

/** Makes {@link Fielded} surveys of rows. Manifests never change, so the latest used are kept read. */
@Singleton
final class FieldedReader {
    private static final int KEPT = 256;

    private final SurveyStore store;
    private final Questionnaires questionnaires;
    private final Json json;
    private final Map<Id, Manifest> manifests = Collections.synchronizedMap(new Latest());

    FieldedReader(SurveyStore store, Questionnaires questionnaires, Json json) {
        this.store = store;
        this.questionnaires = questionnaires;
        this.json = json;
    }

    /** The launched survey of the row; empty where the row was never launched. */
    Optional<Fielded> read(SurveyStore.Row row) {
        String frozen = row.manifest();
        if (frozen == null) {
            return Optional.empty();
        }
        Manifest manifest = manifests.computeIfAbsent(row.id(), id -> manifest(frozen, set(row.fingerprint())));
        return Optional.of(new Fielded(
                row.id(),
                manifest,
                set(row.fingerprint()),
                set(row.signature()),
                set(row.signer()),
                row.state(),
                set(row.closes()),
                set(row.launchedAt()),
                set(row.launchedBy()),
                row.endedAt(),
                store.extensions(row.id()).stream()
                        .map(SurveyStore.ExtensionRow::extension)
                        .toList(),
                store.amendments(row.id()).stream()
                        .map(SurveyStore.AmendmentRow::amendment)
                        .toList()));
    }

    /** Where the row's survey stands. */
    SurveySummary summary(SurveyStore.Row row) {
        return new SurveySummary(
                row.id(), row.round(), row.state(), title(row), row.opens(), row.closes(), row.endedAt());
    }

    private @Nullable Text title(SurveyStore.Row row) {
        Optional<Fielded> fielded = read(row);
        if (fielded.isPresent()) {
            return fielded.get().manifest().title();
        }
        SurveyDraft draft = json.read(row.draft().getBytes(StandardCharsets.UTF_8), SurveyDraft.class);
        return questionnaires.all().stream()
                .filter(q -> q.id().equals(draft.questionnaire()))
                .map(Questionnaire::title)
                .findFirst()
                .orElse(null);
    }

    /** A manifest that was changed in the database is used for nothing. */
    private Manifest manifest(String frozen, String fingerprint) {
        byte[] bytes = frozen.getBytes(StandardCharsets.UTF_8);
        if (!Signer.fingerprint(bytes).equals(fingerprint)) {
            throw new IllegalStateException("a stored manifest is not the one that was signed: " + fingerprint);
        }
        return json.read(bytes, Manifest.class);
    }

    private static <T> T set(@Nullable T value) {
        return Objects.requireNonNull(value, "a launched survey's row is complete");
    }

    private static final class Latest extends LinkedHashMap<Id, Manifest> {
        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Manifest> eldest) {
            return size() > KEPT;
        }
    }
}
