package org.zhisheng.server.ticket;

/** Where the issuing for a survey stands. */
enum AdmittedState {
    /** Keys are made; the manifest is not here yet. */
    PREPARED,
    /** The manifest is here: credentials are issued between the survey's opening and closing time. */
    OPEN,
    /** Over: keys are destroyed and tickets deleted, what was counted is kept. */
    CLOSED,
    /** Given up: keys are destroyed and tickets deleted. */
    CANCELLED
}
