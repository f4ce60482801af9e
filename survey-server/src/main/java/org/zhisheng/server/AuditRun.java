package org.zhisheng.server;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.zhisheng.server.bulletin.Audit;
import org.zhisheng.server.bulletin.Finding;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.RoleConfig;

/**
 * An audit on a collector's data: the server's beans without its HTTP, its jobs and its migrations, so that looking changes
 * nothing. The embedded database lets in one process at a time: the server must be stopped; a MySQL need not be.
 */
final class AuditRun {
    private AuditRun() {}

    static List<Finding> of(VerifyOptions options) throws StartFailure {
        String code = Objects.requireNonNull(options.audit());
        if (!hasData(options.data())) {
            throw StartFailure.wrongUse("bulletin.verify.no-thing", options.data());
        }
        // The database keeps times without a zone: they are UTC, as where they were written.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try (ApplicationContext context = context(options)) {
            return context.getBean(Audit.class).of(code, options.asked());
        } catch (ProblemException e) {
            throw StartFailure.failed("bulletin.verify.no-survey", code, options.data());
        } catch (RuntimeException e) {
            // Only the kind of failure: its message might quote a row.
            throw StartFailure.failed(
                    "bulletin.verify.no-database", options.data(), e.getClass().getSimpleName());
        }
    }

    /** Opened without a file, the embedded database would make an empty one. */
    private static boolean hasData(Path folder) {
        return Files.isDirectory(folder)
                && (Files.exists(folder.resolve("zhisheng.mv.db")) || System.getenv("ZHISHENG_DATABASE_URL") != null);
    }

    private static ApplicationContext context(VerifyOptions options) throws StartFailure {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Application.class)
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "zhisheng.data",
                        options.data().toString(),
                        "zhisheng.jobs",
                        false,
                        "flyway.datasources.default.enabled",
                        false))
                .build();
        try {
            return context.start();
        } catch (RuntimeException e) {
            context.close();
            throw new Diagnosis(new Settings(1, options.data(), null, false, RoleConfig.ALL, null, null)).of(e);
        }
    }
}
