package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No table of answers has a column that could tell who, when, from where or in which order. */
@Tag("store")
@MicronautTest(transactional = false)
final class ResponseSchemaTest {
    /** Types that hold nothing but codes, random keys and documents: no time, no number, nothing that counts. */
    private static final Set<Integer> HARMLESS =
            Set.of(Types.BINARY, Types.VARBINARY, Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB);

    private static final List<String> TELLING = List.of(
            "time",
            "date",
            "_at",
            "created",
            "updated",
            "seq",
            "number",
            "counter",
            "position",
            "version",
            "ip",
            "addr",
            "host",
            "agent",
            "device",
            "browser",
            "session",
            "cookie",
            "user",
            "account",
            "lang",
            "duration",
            "referrer");

    private DataSource source;

    @Inject
    void use(DataSource managed) {
        source = DelegatingDataSource.unwrapDataSource(managed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spent_tag", "staged_response", "response", "response_text"})
    void aTableOfAnswersTellsNothing(String table) throws SQLException {
        assertFalse(columns(table).isEmpty(), "there is no table " + table);
        assertEquals(Set.of(), telling(table));
    }

    @Test
    void thereAreNoOtherTablesOfAnswers() throws SQLException {
        assertEquals(
                Set.of("spent_tag", "staged_response", "response", "response_text"),
                tables("%response%", "%spent%", "%staged%", "%cast%", "%answer%"));
    }

    @Test
    void noTableOfAnswersRefersToAnother() throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet keys =
                        connection.getMetaData().getImportedKeys(connection.getCatalog(), null, "response_text")) {
            assertFalse(keys.next());
        }
    }

    /** The test sees: a table as other survey software has it is found telling in every column. */
    @Test
    void aTableAsOthersHaveItIsFoundTelling() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE response_counterexample (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                    + " submitted TIMESTAMP(3) NULL, remote_addr VARCHAR(45), user_agent VARCHAR(200), score INT,"
                    + " language VARCHAR(8), answers LONGTEXT)");
            try {
                assertEquals(
                        Set.of("id", "submitted", "remote_addr", "user_agent", "score", "language"),
                        telling("response_counterexample"));
            } finally {
                statement.execute("DROP TABLE response_counterexample");
            }
        }
    }

    private Set<String> telling(String table) throws SQLException {
        Set<String> telling = new TreeSet<>();
        for (Column column : columns(table)) {
            if (!HARMLESS.contains(column.type())
                    || column.counts()
                    || TELLING.stream().anyMatch(column.name()::contains)) {
                telling.add(column.name());
            }
        }
        return telling;
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet row = connection.getMetaData().getColumns(connection.getCatalog(), null, table, "%")) {
            while (row.next()) {
                columns.add(new Column(
                        row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        row.getInt("DATA_TYPE"),
                        row.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
        return columns;
    }

    private Set<String> tables(String... patterns) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();
            for (String pattern : patterns) {
                try (ResultSet row =
                        meta.getTables(connection.getCatalog(), null, pattern, new String[] {"TABLE", "BASE TABLE"})) {
                    while (row.next()) {
                        tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        assertTrue(tables.size() > 1);
        return tables;
    }

    private record Column(String name, int type, boolean counts) {}
}
