package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer counted of a survey until issuing stopped: the collector publishes it beside what was cast, so that
 * anyone can see whether more answered than could.
 *
 * @param strata the counts of each stratum, in the frame's order
 * @param withoutScript credentials that the issuer made itself for phones without script, in all strata together
 */
@Serdeable
public record Reconciliation(List<Counts> strata, int withoutScript) {
    public Reconciliation {
        strata = List.copyOf(strata);
    }

    /**
     * Counts of one stratum.
     *
     * @param stratum its code
     * @param headcount covered workers
     * @param printed cards printed, voided ones included
     * @param voided cards of voided batches
     * @param returned unused slips as two people counted them; null where nobody counted
     * @param issued credentials signed
     */
    @Serdeable
    public record Counts(
            String stratum,
            int headcount,
            int printed,
            int voided,
            @Nullable Integer returned,
            int issued) {}
}
