package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;

/**
 * Hands manifests over to the issuer, which issues nothing before. A launch is committed first, so that no credential is
 * ever issued for a survey that was not launched; an issuer that cannot be reached then is tried again.
 */
@Singleton
final class Handover {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final SurveyStore store;
    private final FieldedReader reader;
    private final Issuer issuer;

    Handover(SurveyStore store, FieldedReader reader, Issuer issuer) {
        this.store = store;
        this.reader = reader;
        this.issuer = issuer;
    }

    /** Hands over the manifests that the issuer does not have yet. */
    void attemptAll() {
        store.findByStateAndDeckIsNotNullAndHandedOverFalse(SurveyState.LAUNCHED)
                .forEach(row -> attempt(row.id()));
    }

    /** Hands over the manifest of a launched survey; where that fails, it is left for the next time. */
    void attempt(Id survey) {
        try {
            store.findById(survey).ifPresent(this::handOver);
        } catch (RuntimeException e) {
            // Only the kind of failure: its message may quote what was sent.
            LOG.warn(
                    "the issuer did not take the manifest of survey {}, it is tried again: {}",
                    survey,
                    e.getClass().getSimpleName());
        }
    }

    private void handOver(SurveyStore.Row row) {
        Fielded fielded = reader.read(row).orElseThrow();
        String manifest = row.manifest() == null ? "" : row.manifest();
        issuer.open(fielded, manifest.getBytes(StandardCharsets.UTF_8));
        store.handedOver(row.id());
    }
}
