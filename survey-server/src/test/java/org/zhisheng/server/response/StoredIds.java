package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;

/** Opens stored responses together with the ids of their rows: what somebody knows who has the keys of the moment. */
@Singleton
public final class StoredIds {
    private final ResponseStore store;
    private final Sealing sealing;
    private final Mixer mixer;
    private final Json json;

    StoredIds(ResponseStore store, Sealing sealing, Mixer mixer, Json json) {
        this.store = store;
        this.sealing = sealing;
        this.mixer = mixer;
        this.json = json;
    }

    /** A readable row. */
    public record Found(Id id, @Nullable String stratum, AnswerSheet answers) {}

    /** A readable free text. */
    public record Text(Id id, String words) {}

    /** Mixes what can be mixed, as the job does every minute. */
    public void mix(Manifest survey) {
        mixer.mix(survey);
    }

    /** What is staged, without free texts and restricted answers, as {@link #read} gives it later. */
    public List<Found> staged(Manifest survey) {
        Sealer sealer = sealing.reading(survey, Table.STAGED, Phase.STAGING);
        Parts parts = new Parts(survey);
        List<Found> found = new ArrayList<>();
        store.forEachStaged(survey.survey(), row -> {
            AnswerSheet sheet = json.read(sealer.open(row.sealed()), AnswerSheet.class);
            found.add(new Found(row.id(), row.stratum(), parts.open(sheet)));
        });
        return found;
    }

    /** The readable texts: mixed ones while the survey runs, final ones afterwards. */
    public List<Text> texts(Manifest survey, boolean closed) {
        Sealer sealer = sealing.reading(survey, Table.TEXT, closed ? Phase.FINAL : Phase.MIXED);
        List<Text> found = new ArrayList<>();
        store.forEachWords(
                survey.survey(),
                row -> found.add(new Text(row.id(), new String(sealer.open(row.sealed()), StandardCharsets.UTF_8))));
        return found;
    }

    /** The readable rows: mixed ones while the survey runs, final ones afterwards. */
    public List<Found> read(Manifest survey, boolean closed) {
        Sealer sealer = sealing.reading(survey, Table.RESPONSE, closed ? Phase.FINAL : Phase.MIXED);
        List<Found> found = new ArrayList<>();
        store.forEach(survey.survey(), row -> {
            Leaf leaf = json.read(sealer.open(row.sealed()), Leaf.class);
            found.add(new Found(row.id(), leaf.stratum(), leaf.open()));
        });
        return found;
    }
}
