package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Everything typed while a survey is prepared, kept as it was typed: what is unreadable is told and stays for mending.
 *
 * @param questionnaire id of the questionnaire; empty until chosen
 * @param length {@code core} or {@code full}
 * @param demographics codes of the demographics to ask
 * @param frame the frame as text: a header row, then one row a cell, columns parted by tabs
 * @param sumRepeated whether rows that name the same cell are added up, which is done only after telling
 * @param opens opening time as typed, China time: {@code 2026-11-10T08:00}; empty for "at launch"
 * @param closes closing time as typed, China time
 * @param poster how the stratum becomes known
 */
@Serdeable
public record SurveyDraft(
        String questionnaire,
        String length,
        List<String> demographics,
        String frame,
        boolean sumRepeated,
        String opens,
        String closes,
        PosterKind poster) {
    public SurveyDraft {
        demographics = List.copyOf(demographics);
    }

    /** The same with another frame. */
    SurveyDraft withFrame(String other) {
        return new SurveyDraft(questionnaire, length, demographics, other, sumRepeated, opens, closes, poster);
    }
}
