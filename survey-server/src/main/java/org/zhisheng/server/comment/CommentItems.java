package org.zhisheng.server.comment;

import java.util.List;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.SurveyState;

/** Which items of a survey people comment on, and under which rule these comments are released. */
final class CommentItems {
    private CommentItems() {}

    /** The items that are answered in words, for an audience. */
    static List<Item> of(Fielded survey, Audience audience) {
        return survey.manifest().items().stream()
                .filter(item -> item.kind() == ItemKind.TEXT && item.audience() == audience)
                .toList();
    }

    /** The item of the code; the problem {@code not-found} where it is none that is answered in words. */
    static Item item(Fielded survey, String code) {
        return survey.manifest()
                .item(code)
                .filter(item -> item.kind() == ItemKind.TEXT)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /**
     * Fewest comments that are shown; the problem {@code wrong-state} where the survey is not closed or its manifest
     * declared no comments.
     */
    static int minimum(Fielded survey) {
        Integer minimum = survey.manifest().rules().minimumComments();
        if (survey.state() != SurveyState.CLOSED || minimum == null) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        return minimum;
    }
}
