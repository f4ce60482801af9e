package org.zhisheng.server.result;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.server.kernel.Id;

/**
 * What the worker-side team alone reads of a survey: bottom lines and tactics, protected like everything else and stored
 * apart from it. One page shows it to that role; nothing exports it.
 */
@Singleton
public final class RestrictedResults {
    private final RestrictedStore store;

    RestrictedResults(RestrictedStore store) {
        this.store = store;
    }

    /** The protected tables; empty where the survey asked no such item, is not closed, or got too few answers. */
    public Optional<Release> find(Id survey) {
        return store.find(survey);
    }
}
