package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;

/** How a respondent's stratum becomes known in poster mode. */
@Serdeable
public enum PosterKind {
    /** One poster a stratum: the QR carries the stratum, nobody is asked. */
    ONE_A_STRATUM,
    /** One poster for all: the first question is made from the frame, with "rather not say". */
    ONE_FOR_ALL
}
