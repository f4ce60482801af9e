package org.zhisheng.server.survey;

import java.util.Locale;

/** Where a survey stands. */
public enum SurveyState {
    /** Being prepared: everything may still change. */
    DRAFT,
    /** Frozen and signed; answers are taken between its opening and its closing time. */
    LAUNCHED,
    /** Over: no answer is taken any more. */
    CLOSED,
    /** Given up before its close; nothing of it is ever released. */
    CANCELLED;

    /** Key of its name in the messages. */
    public String key() {
        return "survey.state." + name().toLowerCase(Locale.ROOT);
    }
}
