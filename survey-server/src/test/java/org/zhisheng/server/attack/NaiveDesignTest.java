package org.zhisheng.server.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the attacker sees: against designs that look careful (random keys, no times, plain tables), it pairs nearly
 * everybody.
 */
@Tag("simulation")
final class NaiveDesignTest {
    private static final int WORKERS = 60;
    private static final int KEY = 16;

    private static @Nullable PrivateMySql mysql;

    @BeforeAll
    static void start() throws Exception {
        mysql = PrivateMySql.start("naive", 11).orElse(null);
        Assumptions.assumeTrue(mysql != null, "this machine cannot have MySQL");
    }

    @AfterAll
    static void stop() throws Exception {
        if (mysql != null) {
            mysql.close();
        }
    }

    /** The ticket is marked and the ballot inserted in one transaction: InnoDB's hidden transaction id pairs them. */
    @Test
    void oneTransactionForTicketAndBallotTellsAll(@TempDir Path loot) throws Exception {
        Suspicion suspicion = attack("one_transaction", true, loot);
        assertTrue(suspicion.probability() < 0.002, () -> suspicion.worst(5).toString());
        assertTrue(
                suspicion.bestShare(WORKERS / 2) > 0.95,
                () -> suspicion.worst(5).toString());
    }

    /** Two transactions, and nothing mixes: the order of arrival pairs them. */
    @Test
    void theOrderOfArrivalTellsAll(@TempDir Path loot) throws Exception {
        Suspicion suspicion = attack("two_transactions", false, loot);
        assertTrue(suspicion.probability() < 0.002, () -> suspicion.worst(5).toString());
        assertTrue(
                suspicion.bestShare(WORKERS / 2) > 0.95,
                () -> suspicion.worst(5).toString());
    }

    private static Suspicion attack(String name, boolean together, Path folder) throws SQLException, IOException {
        PrivateMySql server = Objects.requireNonNull(mysql);
        Random random = new Random(3);
        List<Handle> handles = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            handles.add(new Handle(worker, "all", key(random)));
            targets.add(new Target(worker, "all", key(random)));
        }
        String tickets = name + "_ticket";
        String ballots = name + "_ballot";
        try (Connection connection = server.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + tickets + " (id BINARY(16) PRIMARY KEY, used INT)");
                statement.execute("CREATE TABLE " + ballots + " (id BINARY(16) PRIMARY KEY, answers VARCHAR(200))");
            }
            connection.setAutoCommit(false);
            List<Handle> printed = new ArrayList<>(handles);
            Collections.shuffle(printed, random);
            for (Handle handle : printed) {
                run(connection, "INSERT INTO " + tickets + " VALUES (?, 0)", handle.key());
            }
            connection.commit();
            for (int worker = 0; worker < WORKERS; worker++) {
                run(
                        connection,
                        "UPDATE " + tickets + " SET used = 1 WHERE id = ?",
                        handles.get(worker).key());
                if (!together) {
                    connection.commit();
                }
                run(
                        connection,
                        "INSERT INTO " + ballots + " VALUES (?, 'satisfied')",
                        targets.get(worker).key());
                connection.commit();
            }
        }
        server.steal(folder, server.schema(), List.of(tickets, ballots));
        List<Key> keys = Stream.concat(
                        handles.stream().map(Handle::key), targets.stream().map(Target::key))
                .toList();
        Suspicion suspicion = new Suspicion();
        suspicion.add(new Loot(folder).traces(keys), new Clue("tickets", handles, targets));
        suspicion.worst(1).forEach(line -> System.out.println("‣ a design known to be weak, " + name + ": " + line));
        return suspicion;
    }

    private static void run(Connection connection, String sql, Key key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, key.bytes());
            statement.executeUpdate();
        }
    }

    private static Key key(Random random) {
        byte[] bytes = new byte[KEY];
        random.nextBytes(bytes);
        return new Key(bytes);
    }
}
