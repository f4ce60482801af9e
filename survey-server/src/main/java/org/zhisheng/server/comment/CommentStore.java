package org.zhisheng.server.comment;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.questionnaire.Audience;

/** Rows of {@code comment_decision} and {@code comment_release}. */
@Singleton
class CommentStore {
    private final JdbcOperations jdbc;

    CommentStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A release as it is stored. */
    record Released(String content, String fingerprint, String by, Instant at) {}

    /** Keeps one decision for texts, in place of an earlier one. */
    @Transactional
    void decide(Id survey, List<Id> texts, Decision decision) {
        String sql = "INSERT INTO comment_decision (survey, text, shown, hidden) VALUES (?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE shown = VALUES(shown), hidden = VALUES(hidden)";
        jdbc.prepareStatement(sql, statement -> {
            for (Id text : texts) {
                statement.setBytes(1, survey.bytes());
                statement.setBytes(2, text.bytes());
                statement.setBoolean(3, decision.shown());
                statement.setString(4, decision.written());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** The decisions by the texts' ids. */
    @ReadOnly
    Map<Id, Decision> decisions(Id survey) {
        return jdbc.prepareStatement("SELECT text, shown, hidden FROM comment_decision WHERE survey = ?", statement -> {
            statement.setBytes(1, survey.bytes());
            Map<Id, Decision> decisions = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    decisions.put(Id.of(row.getBytes(1)), Decision.read(row.getBoolean(2), row.getString(3)));
                }
            }
            return decisions;
        });
    }

    /** Forgets decisions that were carried out. */
    @Transactional
    void forget(Id survey, List<Id> texts) {
        jdbc.prepareStatement("DELETE FROM comment_decision WHERE survey = ? AND text = ?", statement -> {
            for (Id text : texts) {
                statement.setBytes(1, survey.bytes());
                statement.setBytes(2, text.bytes());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Forgets every decision of a survey, carried out or not: the texts that they are about are going. */
    @Transactional
    void forget(Id survey) {
        jdbc.prepareStatement("DELETE FROM comment_decision WHERE survey = ?", statement -> {
            statement.setBytes(1, survey.bytes());
            return statement.executeUpdate();
        });
    }

    /** Keeps a release for good. */
    @Transactional
    void release(Id survey, Audience audience, Released released) {
        String sql = "INSERT INTO comment_release (survey, audience, content, fingerprint, released_by, released_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, survey.bytes());
            statement.setString(2, audience.name());
            statement.setString(3, released.content());
            statement.setString(4, released.fingerprint());
            statement.setString(5, released.by());
            statement.setTimestamp(6, Timestamp.from(released.at()));
            return statement.executeUpdate();
        });
    }

    /** The release of a survey for an audience. */
    @ReadOnly
    Optional<Released> find(Id survey, Audience audience) {
        String sql = "SELECT content, fingerprint, released_by, released_at FROM comment_release"
                + " WHERE survey = ? AND audience = ?";
        List<Released> found = jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, survey.bytes());
            statement.setString(2, audience.name());
            List<Released> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Released(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant()));
                }
            }
            return rows;
        });
        return found.stream().findFirst();
    }
}
