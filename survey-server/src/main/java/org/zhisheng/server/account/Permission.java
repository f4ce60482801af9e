package org.zhisheng.server.account;

/** One thing that a person may be allowed to do at an organization. */
public enum Permission {
    SEE_ORGANIZATION,
    EDIT_ORGANIZATIONS,
    INVITE_ACCOUNTS,
    SEE_ROUNDS,
    EDIT_ROUNDS,
    PREPARE_SURVEY,
    LAUNCH_SURVEY,
    CLOSE_SURVEY,
    AMEND_FRAME,
    PRINT_POSTERS,
    SEE_PARTICIPATION,
    READ_RELEASE,
    /** Looks at comments one by one, apart from every other answer, and releases them redacted. */
    REDACT_COMMENTS,
    READ_RESTRICTED_RELEASE,
    /** The same for comments that only the worker-side team reads. */
    REDACT_RESTRICTED_COMMENTS,
    /** Learns that answers hint at a reprisal, and nothing else of them. */
    READ_REPRISAL_ALERT,
    SEE_SCORECARDS,
    ENTER_FACTS,
    EVALUATE,
    EDIT_SCHEMES
}
