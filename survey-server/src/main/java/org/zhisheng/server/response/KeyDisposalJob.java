package org.zhisheng.server.response;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.platform.BackgroundJob;

/** Destroys the keys of surveys that are over, should the collector that closed them have stopped before it did. */
@BackgroundJob
@Singleton
final class KeyDisposalJob {
    private static final Logger LOG = LoggerFactory.getLogger(KeyDisposalJob.class);

    private final Settlement settlement;

    KeyDisposalJob(Settlement settlement) {
        this.settlement = settlement;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "20s")
    void destroy() {
        try {
            settlement.destroyDueKeys();
        } catch (RuntimeException e) {
            LOG.error(
                    "keys of surveys that are over could not be destroyed: {}",
                    e.getClass().getSimpleName());
        }
    }
}
