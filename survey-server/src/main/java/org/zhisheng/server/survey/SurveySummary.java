package org.zhisheng.server.survey;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;

/**
 * A survey in a list.
 *
 * @param id the survey
 * @param round its round
 * @param state where it stands
 * @param title the questionnaire's title, or null while none is chosen
 * @param opens opening time, or null before launch
 * @param closes closing time, or null before launch
 * @param endedAt when it was closed or cancelled, or null before
 */
public record SurveySummary(
        Id id,
        Id round,
        SurveyState state,
        @Nullable Text title,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Instant endedAt)
        implements Comparable<SurveySummary> {
    private static final List<SurveyState> ORDER =
            List.of(SurveyState.LAUNCHED, SurveyState.DRAFT, SurveyState.CLOSED, SurveyState.CANCELLED);
    private static final Comparator<SurveySummary> LISTED = Comparator.comparing(
                    (SurveySummary s) -> ORDER.indexOf(s.state()))
            .thenComparing(SurveySummary::endedAt, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(SurveySummary::closes, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(SurveySummary::id);

    @Override
    public int compareTo(SurveySummary other) {
        return LISTED.compare(this, other);
    }
}
