package org.zhisheng.server.result;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.zhisheng.server.survey.Amendment;
import org.zhisheng.server.survey.Extension;
import org.zhisheng.server.survey.Frame;

/**
 * What a reader must know beside the figures: who was covered, who answered, and what was done to the frame.
 *
 * @param frame the frame with amended headcounts that the figures are weighted to
 * @param received answers received, valid or not
 * @param incomplete of them, with fewer than half of the items answered: kept out of every figure
 * @param withoutStratum valid ones that would rather not say their stratum: counted, but in no weighted figure
 * @param overAnswered names of strata with more answers than workers: they get no rate and enter no figure
 * @param merged strata that became one before weighting, in words
 * @param grade coverage grade A, B, C or NONE
 * @param closedAt when the survey was closed
 * @param extensions extensions of the closing time
 * @param amendments corrections of headcounts
 */
@Serdeable
public record Coverage(
        Frame frame,
        int received,
        int incomplete,
        int withoutStratum,
        List<String> overAnswered,
        List<String> merged,
        String grade,
        Instant closedAt,
        List<Extension> extensions,
        List<Amendment> amendments) {
    public Coverage {
        overAnswered = List.copyOf(overAnswered);
        merged = List.copyOf(merged);
        extensions = List.copyOf(extensions);
        amendments = List.copyOf(amendments);
    }

    /** Valid responses, those without a stratum included. */
    public int valid() {
        return received - incomplete;
    }
}
