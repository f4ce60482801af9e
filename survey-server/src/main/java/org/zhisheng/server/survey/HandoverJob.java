package org.zhisheng.server.survey;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.zhisheng.server.platform.BackgroundJob;

/** Tries again what an issuer that could not be reached did not take. */
@BackgroundJob
@Singleton
final class HandoverJob {
    private final Handover handover;

    HandoverJob(Handover handover) {
        this.handover = handover;
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "15s")
    void run() {
        handover.attemptAll();
    }
}
