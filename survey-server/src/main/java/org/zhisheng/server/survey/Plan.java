package org.zhisheng.server.survey;

import java.time.Instant;
import java.util.List;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.round.Round;

/**
 * A draft that could be read: what would be frozen if it were launched now.
 *
 * @param round the round
 * @param questionnaire the questionnaire, its latest version
 * @param length its length
 * @param demographics codes of the demographics that will be asked
 * @param items the items as they will be put to respondents
 * @param frame the strata; merged where each has a key
 * @param mode how it is known who may answer
 * @param poster how the stratum becomes known in poster mode
 * @param opens first moment at which answers are taken
 * @param closes first moment at which they no longer are
 * @param notices what reading did with what was typed, and what the officer should know
 */
record Plan(
        Round round,
        Questionnaire questionnaire,
        Length length,
        List<String> demographics,
        List<Item> items,
        Frame frame,
        Mode mode,
        PosterKind poster,
        Instant opens,
        Instant closes,
        List<Notice> notices) {
    Plan {
        demographics = List.copyOf(demographics);
        items = List.copyOf(items);
        notices = List.copyOf(notices);
    }
}
