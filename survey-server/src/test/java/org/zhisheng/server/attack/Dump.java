package org.zhisheng.server.attack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dump as administrators make it: the rows of each table in the order in which the database hands them out. */
final class Dump {
    private Dump() {}

    /** Writes a file a table. */
    static void write(Connection connection, List<String> tables, String order, Path folder)
            throws SQLException, IOException {
        Path dumps = Files.createDirectories(folder.resolve("dump"));
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table + order);
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(dumps.resolve(table + ".sql")))) {
                while (row.next()) {
                    write(row, out);
                }
            }
        }
    }

    private static void write(ResultSet row, OutputStream out) throws SQLException, IOException {
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            out.write(
                    value instanceof byte[] bytes
                            ? bytes
                            : String.valueOf(value).getBytes(StandardCharsets.UTF_8));
            out.write(',');
        }
        out.write('\n');
    }

    /**
     * In the order of H2's hidden row numbers, out of a copy, since opening a file changes it. The numbers themselves, which
     * count what was ever inserted into a table, are what is given back: for each value of bytes its row's.
     */
    static List<Trace> ofH2(Path file, List<String> tables, Path folder) throws SQLException, IOException {
        Path copy = Files.createTempDirectory("dump");
        Files.copy(file, copy.resolve("copy.mv.db"));
        String url = "jdbc:h2:file:" + copy.resolve("copy")
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;TRACE_LEVEL_FILE=0";
        List<Trace> numbers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "zhisheng", "")) {
            write(connection, tables, " ORDER BY _ROWID_", folder);
            for (String table : tables) {
                numbers.add(numbers(connection, table));
            }
        } finally {
            Loot.delete(copy);
        }
        return numbers;
    }

    private static Trace numbers(Connection connection, String table) throws SQLException {
        Map<Key, long[]> seen = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT _ROWID_, t.* FROM " + table + " t")) {
            while (row.next()) {
                for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                    if (row.getObject(column) instanceof byte[] bytes) {
                        seen.put(new Key(bytes), new long[] {row.getLong(1)});
                    }
                }
            }
        }
        return new Trace(table + " row numbers", seen);
    }
}
