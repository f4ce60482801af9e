package org.zhisheng.server.result;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.survey.Reconciliation;

/**
 * What happens together with the close of a survey: a port for features that stand on results, such as the bulletin, which
 * publishes the proof. Called within the closing transaction, after the release was stored and the responses rebuilt: what
 * it throws undoes the close, which is then tried again.
 */
public interface ClosingListener {
    /**
     * A survey is being closed.
     *
     * @param result what is released
     * @param reconciliation what the issuer counted; null in poster mode
     */
    void closed(PublishedResult result, @Nullable Reconciliation reconciliation);
}
