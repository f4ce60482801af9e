package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;

/** Freezes and signs manifests: the moment of launch. What may be launched at all is checked before. */
@Singleton
public final class Freezer {
    private final SurveyStore store;
    private final Signer signer;
    private final Json json;
    private final SecureRandom random;
    private final Clock clock;

    Freezer(SurveyStore store, Signer signer, Json json, SecureRandom random, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /** A short code that no survey has. */
    public String freeCode() {
        String code = SurveyCode.random(random);
        while (store.existsByCode(code)) {
            code = SurveyCode.random(random);
        }
        return code;
    }

    private static @Nullable Id deck(Manifest manifest) {
        return manifest.admission() == null ? null : manifest.admission().deck();
    }

    /**
     * Launches the draft with the manifest's survey id.
     *
     * @param manifest what is frozen
     * @param by name of the officer
     */
    public void freeze(Manifest manifest, String by) {
        byte[] bytes = json.write(manifest);
        Seal seal = signer.seal(bytes);
        store.locked(manifest.survey(), row -> {
            Lifecycle.require(row.state(), SurveyAction.LAUNCH);
            store.launch(
                    manifest.survey(),
                    manifest.code(),
                    new String(bytes, StandardCharsets.UTF_8),
                    seal.fingerprint(),
                    seal.signature(),
                    seal.signer(),
                    manifest.opens(),
                    manifest.closes(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    by,
                    deck(manifest));
            return manifest;
        });
    }
}
