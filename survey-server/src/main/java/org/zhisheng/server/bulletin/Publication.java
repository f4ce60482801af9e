package org.zhisheng.server.bulletin;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Mode;

/**
 * What is published at the close of a survey, beside its tables. Its bytes are stored as they were signed and never change.
 *
 * @param format version of this record's layout
 * @param survey the survey
 * @param code the short code in addresses
 * @param manifest fingerprint of the survey's manifest, 64 hexadecimal digits
 * @param mode how workers were admitted
 * @param closedAt when the survey was closed
 * @param responses responses counted, valid or not
 * @param strata counts of each stratum in the manifest's order; empty in poster mode, where strata may be small and nobody
 *     counts cards
 * @param withoutScript credentials that the issuer made itself, for phones without script and typed codes; null in poster
 *     mode
 * @param amendments headcounts that were corrected after the launch
 * @param leaves leaves under the root: two a response, one of them for its restricted items; none where there were too few
 *     responses in all to keep anything but their number
 * @param root root of the {@linkplain MerkleTree tree} over the responses, 64 hexadecimal digits
 * @param release fingerprint of the released tables, 64 hexadecimal digits
 * @param forgottenBy by when the responses are destroyed; the certificate says when they were
 * @param tags what marks each response as counted, 64 hexadecimal digits each, sorted: a receipt is the beginning of one
 */
@Serdeable
public record Publication(
        int format,
        Id survey,
        String code,
        String manifest,
        Mode mode,
        Instant closedAt,
        int responses,
        List<StratumCounts> strata,
        @Nullable Integer withoutScript,
        List<HeadcountChange> amendments,
        int leaves,
        String root,
        String release,
        Instant forgottenBy,
        List<String> tags) {
    /** The layout that this version writes. */
    static final int FORMAT = 1;

    public Publication {
        strata = List.copyOf(strata);
        amendments = List.copyOf(amendments);
        tags = List.copyOf(tags);
    }

    /** Whether a document that was read from elsewhere is a publication of this layout, with nothing missing. */
    boolean isComplete() {
        return format == FORMAT
                && Stream.of(survey, code, manifest, mode, closedAt, root, release, forgottenBy)
                        .allMatch(Objects::nonNull);
    }

    /**
     * Counts of one stratum.
     *
     * @param stratum its code
     * @param headcount covered workers, corrections included
     * @param printed cards printed, voided ones included
     * @param voided cards of voided batches
     * @param returned unused slips as two people counted them; null where nobody counted
     * @param issued credentials signed
     * @param cast responses counted; null where there were too few in all to keep anything but their number
     */
    @Serdeable
    public record StratumCounts(
            String stratum,
            int headcount,
            int printed,
            int voided,
            @Nullable Integer returned,
            int issued,
            @Nullable Integer cast) {}

    /**
     * A corrected headcount.
     *
     * @param stratum code of the stratum
     * @param from headcount before
     * @param to headcount after
     */
    @Serdeable
    public record HeadcountChange(String stratum, int from, int to) {}
}
