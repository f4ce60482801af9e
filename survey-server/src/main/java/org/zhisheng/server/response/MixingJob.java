package org.zhisheng.server.response;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.platform.BackgroundJob;

/** Mixes once a minute. Each collector does: the survey's row lets one at a time. */
@BackgroundJob
@Singleton
final class MixingJob {
    private static final Logger LOG = LoggerFactory.getLogger(MixingJob.class);

    private final Mixer mixer;

    MixingJob(Mixer mixer) {
        this.mixer = mixer;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "30s")
    void mix() {
        try {
            mixer.mixAll();
        } catch (RuntimeException e) {
            // Only the kind of failure: its message might quote a row.
            LOG.error("responses could not be mixed: {}", e.getClass().getSimpleName());
        }
    }
}
