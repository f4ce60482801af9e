package org.zhisheng.server.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where a database keeps everything, and how its operator backs it up. */
sealed interface Disk {
    /** Everything that the database has written, at rest. */
    Path settled() throws SQLException;

    /** Backs up every table by the means of the database; the server is stopped. */
    void backUp(Path into) throws SQLException, IOException;

    /** The embedded database in a data folder. */
    record Embedded(Path data) implements Disk {
        @Override
        public Path settled() {
            return data;
        }

        @Override
        public void backUp(Path into) throws SQLException, IOException {
            String url = "jdbc:h2:file:" + data.resolve("zhisheng")
                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE";
            Files.createDirectories(into);
            try (Connection connection = DriverManager.getConnection(url, "zhisheng", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("SCRIPT TO '" + into.resolve("script.sql") + "'");
            }
        }
    }

    /** A MySQL server of its own. */
    record Server(PrivateMySql server) implements Disk {
        @Override
        public Path settled() throws SQLException {
            return server.settled();
        }

        @Override
        public void backUp(Path into) throws SQLException, IOException {
            try (Connection connection = server.connect();
                    Statement statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("SHOW TABLES")) {
                    while (found.next()) {
                        tables.add(found.getString(1));
                    }
                }
                Dump.write(connection, tables, "", into);
            }
        }
    }
}
