package org.zhisheng.server.response;

/** What became of a cast. Whoever sent it is thanked either way. */
public enum Outcome {
    /** It is counted, durably. */
    COUNTED,
    /** It had been counted before: the same cast, sent again because its answer was lost. */
    ALREADY_COUNTED
}
