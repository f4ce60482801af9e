package org.zhisheng.server.response;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;

/**
 * Rows of {@code spent_tag}, {@code staged_response}, {@code response} and {@code response_text}. Whatever the database
 * complains about, its message stays here: it may hold a row.
 */
@Singleton
class ResponseStore {
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcOperations jdbc;

    ResponseStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A staged or mixed response as it is stored. */
    record Row(Id id, @Nullable String stratum, byte[] sealed) {}

    /** A free text as it is stored. */
    record Words(Id id, String item, byte[] sealed) {}

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
    void spend(Id survey, List<Tag> tags) {
        batch("INSERT INTO spent_tag (survey, tag) VALUES (?, ?)", tags, (row, tag) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, tag.bytes());
        });
    }

    /** Writes acknowledged casts within the transaction under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void stage(Id survey, List<Row> rows) {
        insert("INSERT INTO staged_response (survey, id, stratum, sealed) VALUES (?, ?, ?, ?)", survey, rows);
    }

    /** Writes mixed responses within the transaction under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Id survey, List<Row> rows) {
        insert("INSERT INTO response (survey, id, stratum, sealed) VALUES (?, ?, ?, ?)", survey, rows);
    }

    private void insert(String sql, Id survey, List<Row> rows) {
        batch(sql, rows, (row, response) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, response.id().bytes());
            row.setString(3, response.stratum());
            row.setBytes(4, response.sealed());
        });
    }

    /** Writes free texts within the transaction under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void insertWords(Id survey, List<Words> texts) {
        batch("INSERT INTO response_text (survey, id, item, sealed) VALUES (?, ?, ?, ?)", texts, (row, text) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, text.id().bytes());
            row.setString(3, text.item());
            row.setBytes(4, text.sealed());
        });
    }

    /** Writes what staged rows are sealed as anew, within the transaction under way; tells how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    int reseal(Id survey, Map<Id, byte[]> sealed) {
        return batch(
                "UPDATE staged_response SET sealed = ? WHERE survey = ? AND id = ?",
                List.copyOf(sealed.entrySet()),
                (row, one) -> {
                    row.setBytes(1, one.getValue());
                    row.setBytes(2, survey.bytes());
                    row.setBytes(3, one.getKey().bytes());
                });
    }

    /** Deletes staged rows within the transaction under way; tells how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    int unstage(Id survey, List<Id> ids) {
        return batch("DELETE FROM staged_response WHERE survey = ? AND id = ?", ids, (row, id) -> {
            row.setBytes(1, survey.bytes());
            row.setBytes(2, id.bytes());
        });
    }

    /** Deletes everything that was answered within the transaction under way; spent tags stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    int deleteAll(Id survey) {
        return delete("DELETE FROM staged_response WHERE survey = ?", survey)
                + delete("DELETE FROM response WHERE survey = ?", survey)
                + delete("DELETE FROM response_text WHERE survey = ?", survey);
    }

    private int delete(String sql, Id survey) {
        return work(sql, statement -> {
            statement.setBytes(1, survey.bytes());
            return statement.executeUpdate();
        });
    }

    /** Whether the tag was spent. */
    @ReadOnly
    boolean isSpent(Id survey, Tag tag) {
        return work("SELECT 1 FROM spent_tag WHERE survey = ? AND tag = ?", statement -> {
            statement.setBytes(1, survey.bytes());
            statement.setBytes(2, tag.bytes());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** The spent tags in their own order, which is none of time. */
    @ReadOnly
    List<Tag> tags(Id survey) {
        List<Tag> tags = new ArrayList<>();
        forEach(
                "SELECT tag FROM spent_tag WHERE survey = ? ORDER BY tag",
                survey,
                row -> tags.add(new Tag(HexFormat.of().formatHex(row.getBytes(1)))));
        return tags;
    }

    /** Counts of responses by stratum, mixed or not; those without a stratum under the empty code. */
    @ReadOnly
    Map<String, Integer> countByStratum(Id survey) {
        Map<String, Integer> counts = new TreeMap<>();
        work("""
                SELECT COALESCE(stratum, ''), COUNT(*) FROM (
                  SELECT stratum FROM staged_response WHERE survey = ?
                  UNION ALL
                  SELECT stratum FROM response WHERE survey = ?) counted
                GROUP BY stratum""", statement -> {
            statement.setBytes(1, survey.bytes());
            statement.setBytes(2, survey.bytes());
            return each(statement, row -> counts.put(row.getString(1), row.getInt(2)));
        });
        return counts;
    }

    /** Counts of free texts by item. */
    @ReadOnly
    Map<String, Integer> countWords(Id survey) {
        Map<String, Integer> counts = new TreeMap<>();
        forEach(
                "SELECT item, COUNT(*) FROM response_text WHERE survey = ? GROUP BY item",
                survey,
                row -> counts.put(row.getString(1), row.getInt(2)));
        return counts;
    }

    /** The surveys that have a stratum of which at least so many rows are staged. */
    @ReadOnly
    Set<Id> surveysStaging(int atLeast) {
        Set<Id> surveys = new TreeSet<>();
        work("SELECT survey FROM staged_response GROUP BY survey, stratum HAVING COUNT(*) >= ?", statement -> {
            statement.setInt(1, atLeast);
            return each(statement, row -> surveys.add(Id.of(row.getBytes(1))));
        });
        return surveys;
    }

    /** Hands out the staged rows of a survey. */
    @ReadOnly
    void forEachStaged(Id survey, Consumer<Row> reader) {
        forEach(
                "SELECT id, stratum, sealed FROM staged_response WHERE survey = ?",
                survey,
                row -> reader.accept(row(row)));
    }

    /** Hands out the responses of a survey, in the order of their random ids. */
    @ReadOnly
    void forEach(Id survey, Consumer<Row> reader) {
        forEach(
                "SELECT id, stratum, sealed FROM response WHERE survey = ? ORDER BY id",
                survey,
                row -> reader.accept(row(row)));
    }

    /** Hands out the free texts of a survey, in the order of their random ids. */
    @ReadOnly
    void forEachWords(Id survey, Consumer<Words> reader) {
        forEach(
                "SELECT id, item, sealed FROM response_text WHERE survey = ? ORDER BY id",
                survey,
                row -> reader.accept(new Words(Id.of(row.getBytes(1)), row.getString(2), row.getBytes(3))));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Id.of(row.getBytes(1)), row.getString(2), row.getBytes(3));
    }

    private void forEach(String sql, Id survey, Reading reading) {
        work(sql, statement -> {
            statement.setFetchSize(streaming(statement));
            statement.setBytes(1, survey.bytes());
            return each(statement, reading);
        });
    }

    /** Connector/J streams row by row on this odd size only; other drivers refuse it. */
    private static int streaming(PreparedStatement statement) throws SQLException {
        String product = statement.getConnection().getMetaData().getDatabaseProductName();
        return product.equals("MySQL") ? Integer.MIN_VALUE : ROWS_AT_ONCE;
    }

    private static boolean each(PreparedStatement statement, Reading reading) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reading.read(row);
            }
        }
        return true;
    }

    /** Runs the statement for each value and tells how many rows it changed, where the driver knows. */
    private <T> int batch(String sql, List<T> values, Binding<T> binding) {
        if (values.isEmpty()) {
            return 0;
        }
        int[] changed = work(sql, statement -> {
            for (T value : values) {
                binding.bind(statement, value);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        return IntStream.of(changed).sum();
    }

    private <R> R work(String sql, PreparedStatementCallback<R> work) {
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

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }
}
