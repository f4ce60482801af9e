package org.zhisheng.server.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.bulletin.Publisher;
import org.zhisheng.server.result.ClosingListener;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.survey.Reconciliation;

/** Notes at the close what is to be forgotten; the issuer has destroyed its signing keys when it tells its counts. */
@Singleton
final class Farewell implements ClosingListener {
    private final ForgettingStore store;

    Farewell(ForgettingStore store) {
        this.store = store;
    }

    @Override
    public void closed(PublishedResult result, @Nullable Reconciliation reconciliation) {
        Instant closed = result.coverage().closedAt();
        store.save(new ForgettingStore.Row(
                result.survey().id(),
                closed,
                closed.plus(Publisher.KEPT).minus(Publisher.EARLY),
                reconciliation == null ? null : closed,
                null,
                null,
                null));
    }
}
