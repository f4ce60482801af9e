package org.zhisheng.server.bulletin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Signer;

/** The publications of closed surveys. */
@Singleton
public final class Publications {
    private final PublicationStore store;
    private final Signer signer;
    private final Json json;

    Publications(PublicationStore store, Signer signer, Json json) {
        this.store = store;
        this.signer = signer;
        this.json = json;
    }

    /** The publication of a survey; empty while it is not closed, and where it was closed before there were publications. */
    public Optional<Published> find(Id survey) {
        return store.findBySurvey(survey).map(row -> {
            byte[] bytes = row.content().getBytes(StandardCharsets.UTF_8);
            Seal seal = new Seal(row.fingerprint(), row.signature(), row.signer());
            return new Published(json.read(bytes, Publication.class), bytes, seal);
        });
    }

    /** Whether a survey has one. */
    public boolean exists(Id survey) {
        return store.existsBySurvey(survey);
    }

    /** Signs and stores, within the transaction under way. */
    void publish(Publication publication) {
        byte[] bytes = json.write(publication);
        Seal seal = signer.seal(bytes);
        store.save(new PublicationStore.Row(
                publication.survey(),
                new String(bytes, StandardCharsets.UTF_8),
                seal.fingerprint(),
                seal.signature(),
                seal.signer()));
    }
}
