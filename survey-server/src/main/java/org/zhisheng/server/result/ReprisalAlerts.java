package org.zhisheng.server.result;

import jakarta.inject.Singleton;
import org.zhisheng.server.kernel.Id;

/** Whether the answers of a closed survey hint at a reprisal against representatives: one bit, never a count. */
@Singleton
public final class ReprisalAlerts {
    private final RestrictedStore store;

    ReprisalAlerts(RestrictedStore store) {
        this.store = store;
    }

    /** Whether the alert was raised; false also where it could not be, so that false says nothing. */
    public boolean isRaised(Id survey) {
        return store.isRaised(survey);
    }
}
