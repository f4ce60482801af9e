package org.zhisheng.server.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * A survey that was launched: its frozen manifest and what happened to it since.
 *
 * @param id the survey
 * @param manifest what was frozen
 * @param fingerprint SHA-256 of the manifest's bytes, 64 hexadecimal digits
 * @param signature Ed25519 signature of the manifest's bytes, in Base64
 * @param signer public key that verifies it (X.509), in Base64
 * @param state {@code LAUNCHED}, {@code CLOSED} or {@code CANCELLED}
 * @param closes first moment at which no answer is taken any more, extensions included
 * @param launchedAt when it was launched
 * @param launchedBy name of the officer who launched it
 * @param endedAt when it was closed or cancelled; null before
 * @param extensions in the order they were made
 * @param amendments in the order they were made
 */
public record Fielded(
        Id id,
        Manifest manifest,
        String fingerprint,
        String signature,
        String signer,
        SurveyState state,
        Instant closes,
        Instant launchedAt,
        String launchedBy,
        @Nullable Instant endedAt,
        List<Extension> extensions,
        List<Amendment> amendments) {
    /** Check words shown beside and printed on posters: ten bits of the fingerprint each. */
    public static final int CHECK_WORDS = 4;

    public Fielded {
        extensions = List.copyOf(extensions);
        amendments = List.copyOf(amendments);
    }

    /** Whether somebody may start answering at the moment. */
    public boolean isOpen(Instant now) {
        return state == SurveyState.LAUNCHED && !now.isBefore(manifest.opens()) && now.isBefore(closes);
    }

    /** Whether only those may still answer who started before the closing time. */
    public boolean isClosing(Instant now) {
        return state == SurveyState.LAUNCHED && manifest.mode().isAdmitting() && !now.isBefore(closes);
    }

    /** The frame with the amended headcounts: what results are weighted to. */
    public Frame frame() {
        Map<String, Integer> amended = amendments.stream()
                .collect(Collectors.toMap(Amendment::stratum, Amendment::to, (earlier, later) -> later));
        return manifest.frame().corrected(amended);
    }

    /** The address that workers open, without a stratum. */
    public String address() {
        return manifest.address() + "/s/" + manifest.code();
    }
}
