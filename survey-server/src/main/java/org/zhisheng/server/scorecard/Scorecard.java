package org.zhisheng.server.scorecard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.kernel.Id;

/**
 * The assessment of one round by one version of a scheme.
 *
 * @param fingerprint SHA-256 of the signed-off text; null while open
 */
public record Scorecard(
        Id id,
        Id round,
        Id organization,
        int year,
        SchemeId scheme,
        @Nullable String fingerprint,
        @Nullable String signedBy,
        @Nullable Instant signedAt) {
    static Scorecard of(ScorecardStore.Row row) {
        return new Scorecard(
                row.id(),
                row.round(),
                row.organization(),
                row.forYear(),
                new SchemeId(row.scheme(), row.schemeVersion()),
                row.fingerprint(),
                row.signedBy(),
                row.signedAt());
    }

    /** Whether it was signed off, so that nothing of it changes any more. */
    public boolean isSigned() {
        return fingerprint != null;
    }
}
