package org.zhisheng.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Tells from the exception that ended the start what whoever started the server can do about it. */
final class Diagnosis {
    private static final String DETAILS = "start-failure.txt";

    /** H2: the database file is locked by another process. */
    private static final int IN_USE = 90_020;

    /** H2: the file's format is of a version that this one cannot read; the file is damaged. */
    private static final Set<Integer> UNREADABLE = Set.of(90_048, 90_030);

    private final Settings settings;

    Diagnosis(Settings settings) {
        this.settings = settings;
    }

    StartFailure of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof SocketException) {
                return ofPort(cause);
            }
            if (cause instanceof FlywayValidateException invalid && isNewer(invalid)) {
                return StartFailure.failed("startup.data.newer", settings.data());
            }
        }
        for (Throwable cause : causes.reversed()) {
            if (cause instanceof SQLException sql) {
                return ofDatabase(sql, thrown);
            }
        }
        boolean migrating = causes.stream().anyMatch(FlywayException.class::isInstance);
        return withDetails(migrating ? "startup.migration" : "startup.unexpected", causes.getLast(), thrown);
    }

    private StartFailure ofPort(Throwable cause) {
        boolean refused = String.valueOf(cause.getMessage()).contains("Permission denied");
        return cause instanceof BindException || refused
                ? StartFailure.failed(refused ? "startup.port-refused" : "startup.port-taken", settings.port())
                : StartFailure.failed("startup.database", brief(cause));
    }

    /** Flyway names no type for it: the database has migrations that this version does not know. */
    private static boolean isNewer(FlywayValidateException invalid) {
        return String.valueOf(invalid.getMessage()).contains("applied migration not resolved locally");
    }

    private StartFailure ofDatabase(SQLException sql, Throwable thrown) {
        if (sql.getErrorCode() == IN_USE) {
            return StartFailure.failed("startup.data.in-use", settings.data());
        }
        if (UNREADABLE.contains(sql.getErrorCode())) {
            return StartFailure.failed("startup.data.broken", settings.data(), sql.getErrorCode());
        }
        boolean connecting = String.valueOf(sql.getSQLState()).matches("08.*|28.*|3D.*|42000");
        return connecting
                ? StartFailure.failed("startup.database", brief(sql))
                : withDetails("startup.migration", sql, thrown);
    }

    /** The stack trace goes to a file: it is for who mends the program, not for who started it. */
    private StartFailure withDetails(String key, Throwable cause, Throwable thrown) {
        Path file = settings.data().resolve(DETAILS);
        try (PrintWriter details = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            thrown.printStackTrace(details);
        } catch (IOException e) {
            return StartFailure.failed(key, brief(cause), brief(e));
        }
        return StartFailure.failed(key, brief(cause), file);
    }

    private static String brief(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + ": " + message.strip();
    }

    /** The exception and its causes, outermost first. */
    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable at = thrown; at != null && !causes.contains(at); at = at.getCause()) {
            causes.add(at);
        }
        return causes;
    }
}
