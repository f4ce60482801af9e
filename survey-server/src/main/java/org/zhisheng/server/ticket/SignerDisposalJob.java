package org.zhisheng.server.ticket;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.platform.BackgroundJob;

/** Drops signers from this process's memory after another process on the same key folder has destroyed their keys. */
@BackgroundJob
@Singleton
final class SignerDisposalJob {
    private static final Logger LOG = LoggerFactory.getLogger(SignerDisposalJob.class);

    private final IssuerKeys keys;

    SignerDisposalJob(IssuerKeys keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "40s")
    void drop() {
        try {
            keys.forgetDestroyed();
        } catch (RuntimeException e) {
            LOG.error("destroyed signers could not be dropped: {}", e.getClass().getSimpleName());
        }
    }
}
