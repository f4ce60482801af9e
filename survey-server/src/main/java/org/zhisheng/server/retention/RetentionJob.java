package org.zhisheng.server.retention;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.BackgroundJob;

/**
 * Forgets what is due. Hourly rather than daily, so that the certificate of the close's keys does not wait for a night; several
 * nodes may run it at once, since every step may be repeated.
 */
@BackgroundJob
@Singleton
final class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Retention retention;

    RetentionJob(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1m")
    void forgetDue() {
        for (Id survey : retention.pending()) {
            try {
                retention.forget(survey);
            } catch (RuntimeException e) {
                // Only the kind of failure: its message might quote a row.
                LOG.error(
                        "survey {} could not be forgotten: {}",
                        survey,
                        e.getClass().getSimpleName());
            }
        }
    }
}
