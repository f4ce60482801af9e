package org.zhisheng.server.result;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.BackgroundJob;
import org.zhisheng.server.survey.Surveys;

/**
 * Closes surveys whose time has come. Several nodes may try at once: the survey's row is locked while it closes, and who
 * comes second finds it closed.
 */
@BackgroundJob
@Singleton
final class ClosingJob {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingJob.class);

    private final Surveys surveys;
    private final Results results;

    ClosingJob(Surveys surveys, Results results) {
        this.surveys = surveys;
        this.results = results;
    }

    @Scheduled(fixedDelay = "30s", initialDelay = "10s")
    void closeDue() {
        for (Id survey : surveys.due()) {
            try {
                results.close(survey, null);
            } catch (ProblemException e) {
                LOG.debug(
                        "survey {} was closed elsewhere: {}",
                        survey,
                        e.problem().code());
            } catch (RuntimeException e) {
                // Only the kind of failure: its message might quote a row.
                LOG.error(
                        "survey {} could not be closed: {}",
                        survey,
                        e.getClass().getSimpleName());
            }
        }
    }
}
