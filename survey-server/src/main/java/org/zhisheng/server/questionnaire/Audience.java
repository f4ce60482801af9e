package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;

/** Who may ever see what was answered to an item. Anything but {@link #EVERYONE} is stored and shown nowhere else. */
@Serdeable
public enum Audience {
    /** Whoever reads the survey's results. */
    EVERYONE,
    /** The worker-side team only: bottom lines and tactics (W3, F2, M4–M6, M9). */
    WORKER_SIDE,
    /** Nobody: it only alerts the higher union, which then looks into it (M8). */
    HIGHER_UNION_ALERT
}
