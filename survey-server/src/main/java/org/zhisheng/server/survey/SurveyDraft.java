package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;

/**
 * Everything typed while a survey is prepared, kept as it was typed: what is unreadable is told and stays for mending.
 *
 * @param questionnaire id of the questionnaire; empty until chosen
 * @param length {@code core} or {@code full}
 * @param ownDemographics whether the demographics were chosen by hand rather than left to the questionnaire
 * @param demographics codes of the demographics chosen by hand
 * @param frame the frame as text: a header row, then one row a cell, columns parted by tabs
 * @param sumRepeated whether rows that name the same cell are added up, which is done only after telling
 * @param opens opening time as typed, China time: {@code 2026-11-10T08:00}; empty for "at launch"
 * @param closes closing time as typed, China time
 * @param poster how the stratum becomes known in poster mode
 * @param mode how it is known who may answer; drafts from before there was a choice are posters
 */
@Serdeable
public record SurveyDraft(
        String questionnaire,
        String length,
        boolean ownDemographics,
        List<String> demographics,
        String frame,
        boolean sumRepeated,
        String opens,
        String closes,
        PosterKind poster,
        Mode mode) {
    /** A core survey without questionnaire, frame or times. */
    public static final SurveyDraft EMPTY =
            new SurveyDraft("", "core", false, List.of(), "", false, "", "", PosterKind.ONE_A_STRATUM, Mode.POSTER);

    public SurveyDraft {
        mode = Objects.requireNonNullElse(mode, Mode.POSTER);
        demographics = List.copyOf(demographics);
    }

    /** The same with another questionnaire. */
    public SurveyDraft withQuestionnaire(String other) {
        return new SurveyDraft(
                other, length, ownDemographics, demographics, frame, sumRepeated, opens, closes, poster, mode);
    }

    /** The same with another frame. */
    public SurveyDraft withFrame(String other) {
        return new SurveyDraft(
                questionnaire, length, ownDemographics, demographics, other, sumRepeated, opens, closes, poster, mode);
    }

    /** The same with other times. */
    public SurveyDraft withTimes(String newOpens, String newCloses) {
        return new SurveyDraft(
                questionnaire,
                length,
                ownDemographics,
                demographics,
                frame,
                sumRepeated,
                newOpens,
                newCloses,
                poster,
                mode);
    }

    /** The same in another mode. */
    public SurveyDraft withMode(Mode other) {
        return new SurveyDraft(
                questionnaire, length, ownDemographics, demographics, frame, sumRepeated, opens, closes, poster, other);
    }
}
