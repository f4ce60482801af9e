package org.zhisheng.server.credential;

import java.io.Serial;

/**
 * An input was refused. It carries the check that failed and nothing else: no cause, no stack, no byte of the input, so
 * that logging it or showing it tells nobody more than the constant words.
 */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.words(), null, false, false);
        this.refusal = refusal;
    }

    /** The check that failed. */
    public Refusal refusal() {
        return refusal;
    }
}
