package org.zhisheng.server.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A MySQL server of its own, with a binary log, whose data folder can be stolen while it runs. */
final class PrivateMySql implements AutoCloseable {
    private static final Path SCRIPT = Path.of("../deploy/mysql/mysql.sh");
    private static final int CANNOT_BE_HAD = 69;

    private final String name;
    private final Map<String, String> variables;

    private PrivateMySql(String name, Map<String, String> variables) {
        this.name = name;
        this.variables = variables;
    }

    /**
     * Starts a server; empty where this machine cannot have one, which is printed.
     *
     * @param purpose names it, together with this process, so that other runs of the tests have their own
     * @param number its number among replicas
     */
    static Optional<PrivateMySql> start(String purpose, int number) throws IOException, InterruptedException {
        String name = purpose + "-" + ProcessHandle.current().pid();
        String options = "--log-bin=binlog --relay-log=relay --gtid-mode=ON --enforce-gtid-consistency=ON --server-id="
                + number + " --innodb-redo-log-capacity=8M --innodb-buffer-pool-size=64M";
        Process process = script(name, options, "start");
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status == CANNOT_BE_HAD) {
            System.out.println("‣ no MySQL on this machine: the attack on its files is not run");
            return Optional.empty();
        }
        if (status != 0) {
            throw new IllegalStateException("mysql.sh ended with " + status);
        }
        Map<String, String> variables = new HashMap<>();
        printed.lines()
                .map(line -> line.split("=", 2))
                .forEach(part -> variables.put(part[0], part[1].substring(1, part[1].length() - 1)));
        PrivateMySql server = new PrivateMySql(name, variables);
        Runtime.getRuntime().addShutdownHook(new Thread(server::leaveNothing, "stop " + name));
        return Optional.of(server);
    }

    /** Makes this server the replica of another: what is written there arrives here by its binary log. */
    void follow(PrivateMySql source) throws SQLException {
        String schema = source.schema();
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            // The accounts that both servers made for themselves would collide.
            statement.execute("RESET BINARY LOGS AND GTIDS");
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema);
            statement.execute("RESET BINARY LOGS AND GTIDS");
            statement.execute("CHANGE REPLICATION SOURCE TO SOURCE_HOST='127.0.0.1', SOURCE_PORT=" + source.port()
                    + ", SOURCE_USER='" + source.user() + "', SOURCE_PASSWORD='" + source.password()
                    + "', SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1");
            statement.execute("START REPLICA");
        }
    }

    /** Waits until everything that the source has committed has arrived. */
    void catchUp(PrivateMySql source) throws SQLException {
        try (Connection there = source.connect();
                Statement asked = there.createStatement();
                ResultSet done = asked.executeQuery("SELECT @@global.gtid_executed");
                Connection here = connect();
                Statement waiting = here.createStatement()) {
            done.next();
            String sets = done.getString(1).replace("\n", "");
            try (ResultSet row = waiting.executeQuery("SELECT WAIT_FOR_EXECUTED_GTID_SET('" + sets + "', 60)")) {
                row.next();
                if (row.getInt(1) != 0) {
                    throw new IllegalStateException("the replica did not catch up within a minute");
                }
            }
        }
    }

    String schema() {
        return url().replaceFirst(".*/(\\w+)\\?.*", "$1");
    }

    private String port() {
        return url().replaceFirst(".*:(\\d+)/.*", "$1");
    }

    private static Process script(String name, String options, String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", SCRIPT.toString(), command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ZHISHENG_MYSQL_NAME", name);
        builder.environment().put("ZHISHENG_MYSQL_OPTIONS", options);
        return builder.start();
    }

    String url() {
        return variable("URL");
    }

    String user() {
        return variable("USER");
    }

    String password() {
        return variable("PASSWORD");
    }

    private String variable(String what) {
        return Optional.ofNullable(variables.get("ZHISHENG_TEST_DATABASE_" + what))
                .orElseThrow();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /**
     * Takes everything, after the tables' pages were written out, which would happen by itself sooner or later: the data
     * folder with redo, undo and binary logs, the error log beside it, and a dump.
     */
    void steal(Path into, String schema, List<String> tables) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> named = tables.stream().map(t -> schema + "." + t).toList();
            statement.execute("FLUSH ENGINE LOGS");
            statement.execute("FLUSH TABLES " + String.join(", ", named) + " FOR EXPORT");
            copy(folder(statement), into);
            Dump.write(connection, named, "", into);
            statement.execute("UNLOCK TABLES");
        }
    }

    /** Where everything of this server lies, after what it holds in memory was written out. */
    Path settled() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH LOGS");
            statement.execute("FLUSH TABLES");
            statement.execute("SET GLOBAL innodb_max_dirty_pages_pct = 0");
            awaitClean(statement);
            return folder(statement);
        }
    }

    private static void awaitClean(Statement statement) throws SQLException {
        for (int tries = 0; tries < 600; tries++) {
            try (ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'")) {
                row.next();
                if (row.getInt(2) == 0) {
                    return;
                }
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the server did not write out its pages");
    }

    /** The folder of data, configuration and log. */
    private static Path folder(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@datadir")) {
            row.next();
            return Path.of(row.getString(1)).getParent();
        }
    }

    /** System tables hold nothing of ours and are left. The server goes on: what it removes meanwhile is missed. */
    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = from.relativize(file);
                if (!name.startsWith("data/sys") && !name.startsWith("data/mysql") && !name.endsWith("mysql.ibd")) {
                    Path copy = into.resolve(name.toString().replaceFirst("test_[0-9a-f]+", "schema"));
                    Files.createDirectories(copy.getParent());
                    try {
                        Files.copy(file, copy);
                    } catch (NoSuchFileException e) {
                        System.out.println("gone before it was stolen: " + name);
                    }
                }
            }
        }
    }

    /** Where the tests are broken off. */
    private void leaveNothing() {
        try {
            close();
        } catch (IOException | InterruptedException e) {
            System.err.println("MySQL " + name + " may still run: " + e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        script(name, "", "stop").waitFor();
    }
}
