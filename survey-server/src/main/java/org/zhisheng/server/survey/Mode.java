package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;

/** How it is known who may answer, and how often. */
@Serdeable
public enum Mode {
    /** One card a worker and round, drawn from a box: one answer a worker, which nobody can trace. */
    TICKET,
    /** A link for each person of a roster: as tickets, and traceable where one host is issuer and collector both. */
    INVITATION,
    /** A QR on the wall: one answer a worker is asked for, not enforced, and said so wherever results are shown. */
    POSTER;

    /** Whether answers come with a credential. */
    public boolean isAdmitting() {
        return this != POSTER;
    }
}
