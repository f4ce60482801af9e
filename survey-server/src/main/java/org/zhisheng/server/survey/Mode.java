package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;

/** How it is known who may answer, and how often. */
@Serdeable
public enum Mode {
    /** A QR on the wall: one answer a worker is asked for, not enforced, and said so wherever results are shown. */
    POSTER
}
