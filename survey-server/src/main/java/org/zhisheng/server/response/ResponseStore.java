package org.zhisheng.server.response;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * Rows of {@code spent_tag}, {@code response} and {@code response_text}. Whatever the database complains about, its
 * message stays here: it may hold what a worker wrote.
 */
@Singleton
class ResponseStore {
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcOperations jdbc;

    ResponseStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A response as it is stored. */
    record Row(Id id, @Nullable String stratum, String answers) {}

    /** A free text as it is stored. */
    record Words(Id id, String item, String words) {}

    /** Some of the tags were spent before, or stand twice among them. Nothing of the batch was written. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("a tag was spent before", null, false, false);
        }
    }

    /**
     * Writes the tags within the transaction under way.
     *
     * @throws SpentException where one was spent before; the transaction must then be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void spend(Id survey, List<Id> tags) {
        batch("INSERT INTO spent_tag (survey, tag) VALUES (?, ?)", tags, (row, tag) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, tag.bytes());
        });
    }

    /** Writes responses within the transaction under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Id survey, List<Row> responses) {
        batch("INSERT INTO response (survey, id, stratum, answers) VALUES (?, ?, ?, ?)", responses, (row, response) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, response.id().bytes());
            row.setString(3, response.stratum());
            row.setString(4, response.answers());
        });
    }

    /** Writes free texts within the transaction under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void insertWords(Id survey, List<Words> texts) {
        batch("INSERT INTO response_text (survey, id, item, words) VALUES (?, ?, ?, ?)", texts, (row, text) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, text.id().bytes());
            row.setString(3, text.item());
            row.setString(4, text.words());
        });
    }

    /** Whether the tag was spent. */
    @ReadOnly
    boolean isSpent(Id survey, Id tag) {
        return read("SELECT 1 FROM spent_tag WHERE survey = ? AND tag = ?", statement -> {
            statement.setBytes(1, survey.bytes());
            statement.setBytes(2, tag.bytes());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Counts of responses by stratum; those without one under the empty code. */
    @ReadOnly
    Map<String, Integer> countByStratum(Id survey) {
        return counts("SELECT COALESCE(stratum, ''), COUNT(*) FROM response WHERE survey = ? GROUP BY stratum", survey);
    }

    /** Counts of free texts by item. */
    @ReadOnly
    Map<String, Integer> countWords(Id survey) {
        return counts("SELECT item, COUNT(*) FROM response_text WHERE survey = ? GROUP BY item", survey);
    }

    /** Hands each response's stratum and answers to the reader, in the order of their random keys. */
    @ReadOnly
    void forEach(Id survey, BiConsumer<@Nullable String, byte[]> reader) {
        read("SELECT stratum, answers FROM response WHERE survey = ? ORDER BY id", statement -> {
            statement.setFetchSize(streaming(statement));
            statement.setBytes(1, survey.bytes());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.accept(row.getString(1), row.getString(2).getBytes(StandardCharsets.UTF_8));
                }
            }
            return true;
        });
    }

    /** Connector/J streams row by row on this odd size only; other drivers refuse it. */
    private static int streaming(PreparedStatement statement) throws SQLException {
        String product = statement.getConnection().getMetaData().getDatabaseProductName();
        return product.equals("MySQL") ? Integer.MIN_VALUE : ROWS_AT_ONCE;
    }

    private Map<String, Integer> counts(String sql, Id survey) {
        return read(sql, statement -> {
            statement.setBytes(1, survey.bytes());
            Map<String, Integer> counts = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getInt(2));
                }
            }
            return counts;
        });
    }

    private <T> void batch(String sql, List<T> values, Binding<T> binding) {
        if (values.isEmpty()) {
            return;
        }
        read(sql, statement -> {
            for (T value : values) {
                binding.bind(statement, value);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private <R> R read(String sql, PreparedStatementCallback<R> work) {
        return jdbc.prepareStatement(sql, statement -> {
            try {
                return work.call(statement);
            } catch (SQLException e) {
                throw wordless(e);
            }
        });
    }

    /** The fault without the database's message, which may quote the row. State 23 is a constraint: a key that is there. */
    private static RuntimeException wordless(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith("23")
                ? new SpentException()
                : new IllegalStateException("the database refused with SQL state " + state);
    }

    private interface Binding<T> {
        void bind(PreparedStatement row, T value) throws SQLException;
    }
}
