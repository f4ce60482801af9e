package org.zhisheng.server.result;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.response.Halting;
import org.zhisheng.server.survey.Reconciliation;

/** A place to be killed at the very end of the closing transaction. */
@Singleton
@Requires(property = "zhisheng.test.halting")
final class HaltingListener implements ClosingListener {
    @Override
    public void closed(PublishedResult result, @Nullable Reconciliation reconciliation) {
        Halting.at("before-commit");
    }
}
