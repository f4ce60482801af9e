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
    READ_RESTRICTED_RELEASE,
    SEE_SCORECARDS,
    ENTER_FACTS,
    EVALUATE,
    EDIT_SCHEMES
}
