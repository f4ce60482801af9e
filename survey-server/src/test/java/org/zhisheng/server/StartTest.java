package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Messages;

/** What keeps the server from starting is told in one sentence; what was kept is there again. */
@Tag("server")
final class StartTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartFindsWhatTheFirstKept() throws Exception {
        try (ApplicationContext first = start(freePort())) {
            first.getBean(Organizations.class).addRoot(OrganizationFacts.enterprise("沂水食品厂工会"));
        }
        try (ApplicationContext second = start(freePort())) {
            assertTrue(second.getBean(Organizations.class).all().stream()
                    .anyMatch(o -> o.name().equals("沂水食品厂工会")));
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertFails("startup.port-taken", taken.getLocalPort());
        }
    }

    @Test
    void aFolderOfANewerVersionIsRefused() throws Exception {
        start(freePort()).close();
        pretendNewer();
        assertFails("startup.data.newer", freePort());
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        start(freePort()).close();
        Path database = folder.resolve("zhisheng.mv.db");
        try (FileChannel other = FileChannel.open(database, StandardOpenOption.WRITE)) {
            other.lock();
            assertFails("startup.data.in-use", freePort());
        }
    }

    @Test
    void aDamagedDatabaseIsRefused() throws Exception {
        Files.writeString(folder.resolve("zhisheng.mv.db"), "no database".repeat(1000));
        assertFails("startup.data.broken", freePort());
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path place : new Path[] {file, file.resolve("data")}) {
            StartFailure failure = assertThrows(StartFailure.class, () -> DataFolder.prepare(place));
            assertEquals("startup.data.file", failure.key());
        }
    }

    @Test
    void aFailureIsOneSentenceInEachLanguage() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StartFailure.failed("startup.port-taken", 8080)
                .print(new Messages(), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertEquals(
                "端口 8080 已被占用：请用 --port 换一个。%nPort 8080 is taken: choose another with --port.%n".formatted(),
                bytes.toString(StandardCharsets.UTF_8));
    }

    private void assertFails(String key, int port) {
        StartFailure failure = assertThrows(StartFailure.class, () -> start(port));
        assertEquals(key, failure.key());
        assertEquals(StartFailure.FAILED, failure.status());
    }

    private ApplicationContext start(int port) throws StartFailure {
        return Application.start(new Settings(port, folder, "https://survey.example.org", false, "all", null, null));
    }

    /** Leaves the note of a migration that this version does not have. */
    private void pretendNewer() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("zhisheng")
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "zhisheng", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO flyway_schema_history SELECT installed_rank + 1000, '99999', description, type,"
                            + " script, checksum, installed_by, installed_on, execution_time, success"
                            + " FROM flyway_schema_history WHERE version = '10'");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
