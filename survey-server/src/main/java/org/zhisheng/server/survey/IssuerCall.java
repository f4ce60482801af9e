package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/** What a collector asks of an issuer on another host: the calls of {@link Issuer} as they travel. */
public final class IssuerCall {
    /** Beginning of the addresses, each call's name follows. */
    public static final String PATH = "/issuer/";

    private IssuerCall() {}

    /** {@code prepare}, answered with an {@link Admission}. */
    @Serdeable
    public record Prepare(Id survey, Id round, Frame frame) {}

    /**
     * {@code open}.
     *
     * @param manifest the manifest's exact bytes in Base64
     * @param fingerprint SHA-256 of them, 64 hexadecimal digits
     * @param closes first moment at which nothing is issued any more
     */
    @Serdeable
    public record Open(String manifest, String fingerprint, Instant closes) {}

    /** {@code correct}. */
    @Serdeable
    public record Correct(Id survey, String stratum, int headcount) {}

    /**
     * {@code extend}, {@code close} (answered with a {@link Reconciliation}) and {@code cancel}.
     *
     * @param closes the new closing time of {@code extend}; null in the others
     */
    @Serdeable
    public record Move(Id survey, @Nullable Instant closes) {}
}
