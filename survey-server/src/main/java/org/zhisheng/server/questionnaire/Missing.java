package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;

/** Why an option that was chosen is no substantive answer. Blank and not asked are not options and so not here. */
@Serdeable
public enum Missing {
    /** 不了解 / 不清楚 / 不适用: the respondent could not judge. Out of the base of satisfaction, in that of awareness. */
    DONT_KNOW,
    /** 不愿回答: the respondent would rather not say. */
    REFUSED
}
