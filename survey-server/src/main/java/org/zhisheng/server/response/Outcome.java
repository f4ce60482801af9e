package org.zhisheng.server.response;

/** What became of a cast. */
enum Outcome {
    /** It is counted, durably. */
    COUNTED,
    /** It had been counted before: the same cast, sent again because its answer was lost. */
    ALREADY_COUNTED,
    /** It is not counted: the survey has not begun. */
    TOO_EARLY,
    /** It is not counted: the survey is over. */
    TOO_LATE
}
