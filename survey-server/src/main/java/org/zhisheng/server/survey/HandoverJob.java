package org.zhisheng.server.survey;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.zhisheng.server.platform.BackgroundJob;
import org.zhisheng.server.platform.RoleConfig;

/** Tries again what an issuer that could not be reached did not take. */
@BackgroundJob
@Singleton
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
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
