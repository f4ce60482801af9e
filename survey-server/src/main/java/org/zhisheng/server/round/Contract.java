package org.zhisheng.server.round;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of the contract that came out of a round. All are null until known.
 *
 * @param signedOn when it was signed
 * @param inForceSince its first day
 * @param inForceUntil its last day
 */
public record Contract(
        @Nullable LocalDate signedOn,
        @Nullable LocalDate inForceSince,
        @Nullable LocalDate inForceUntil) {
    /** No contract yet. */
    public static final Contract NONE = new Contract(null, null, null);
}
