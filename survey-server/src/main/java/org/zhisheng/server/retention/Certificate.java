package org.zhisheng.server.retention;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * What was destroyed of a survey, and when. The server certifies its own deed: it proves what was said when, not that nobody
 * had copied anything before.
 *
 * @param format version of this record's layout
 * @param survey the survey
 * @param code the short code in addresses
 * @param manifest fingerprint of the survey's manifest, 64 hexadecimal digits
 * @param publication fingerprint of its publication, 64 hexadecimal digits
 * @param closedAt when the survey was closed
 * @param forgottenBy by when everything listed is destroyed
 * @param steps what is destroyed, in the order in which it happens
 * @param complete whether all of it was
 */
@Serdeable
public record Certificate(
        int format,
        Id survey,
        String code,
        String manifest,
        String publication,
        Instant closedAt,
        Instant forgottenBy,
        List<Step> steps,
        boolean complete) {
    /** The layout that this version writes. */
    static final int FORMAT = 1;

    public Certificate {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param what {@code signing-keys}, {@code collecting-keys}, {@code tally} (sealed, not destroyed), {@code responses}
     * @param at when it was done; null while it was not
     */
    @Serdeable
    public record Step(String what, @Nullable Instant at) {}
}
