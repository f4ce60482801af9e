package org.zhisheng.server.survey;

import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * The life of a survey as a transition table: what may be done in which state, and where it leads. Headcounts are not
 * amended after the close, because closing releases in the same step: a correction afterwards would be a second release
 * from the same answers, from whose difference a hidden group could be solved.
 */
public final class Lifecycle {
    private static final Map<SurveyState, Map<SurveyAction, SurveyState>> TABLE = Map.of(
            SurveyState.DRAFT,
                    Map.of(
                            SurveyAction.EDIT, SurveyState.DRAFT,
                            SurveyAction.LAUNCH, SurveyState.LAUNCHED,
                            SurveyAction.CANCEL, SurveyState.CANCELLED),
            SurveyState.LAUNCHED,
                    Map.of(
                            SurveyAction.EXTEND, SurveyState.LAUNCHED,
                            SurveyAction.AMEND, SurveyState.LAUNCHED,
                            SurveyAction.CLOSE, SurveyState.CLOSED,
                            SurveyAction.CANCEL, SurveyState.CANCELLED),
            SurveyState.CLOSED, Map.of(),
            SurveyState.CANCELLED, Map.of());

    private Lifecycle() {}

    /** Where the action leads from the state; empty where it may not be done. */
    public static Optional<SurveyState> after(SurveyState state, SurveyAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
    }

    /** Where the action leads, or the problem {@code wrong-state}. */
    static SurveyState require(SurveyState state, SurveyAction action) {
        return after(state, action).orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
    }
}
