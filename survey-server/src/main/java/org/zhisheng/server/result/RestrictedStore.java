package org.zhisheng.server.result;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseText;
import org.zhisheng.server.kernel.Id;

/** Rows of {@code restricted_release} and {@code reprisal_alert}: written once, never changed. */
@Singleton
class RestrictedStore {
    private final JdbcOperations jdbc;

    RestrictedStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void save(Id survey, Release release) {
        String sql = "INSERT INTO restricted_release (survey, content, fingerprint) VALUES (?, ?, ?)";
        jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, survey.bytes());
            statement.setString(2, release.text());
            statement.setString(3, release.fingerprint());
            return statement.executeUpdate();
        });
    }

    @Transactional
    void raise(Id survey) {
        jdbc.prepareStatement("INSERT INTO reprisal_alert (survey) VALUES (?)", statement -> {
            statement.setBytes(1, survey.bytes());
            return statement.executeUpdate();
        });
    }

    @ReadOnly
    Optional<Release> find(Id survey) {
        String sql = "SELECT content, fingerprint FROM restricted_release WHERE survey = ?";
        List<Release> found = jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, survey.bytes());
            List<Release> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(ReleaseText.read(row.getString(1), row.getString(2)));
                }
            }
            return rows;
        });
        return found.stream().findFirst();
    }

    @ReadOnly
    boolean isRaised(Id survey) {
        return jdbc.prepareStatement("SELECT 1 FROM reprisal_alert WHERE survey = ?", statement -> {
            statement.setBytes(1, survey.bytes());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }
}
