package org.zhisheng.server.attack;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Writes down what no server may: everything of every request, in the log, packed in a temporary file, and in a row. It
 * shows that the search for canaries finds what is there.
 */
@ServerFilter("/**")
@Requires(property = "zhisheng.test.leaky", value = "true")
final class Leaky {
    private final DataSource source;

    Leaky(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void leak(HttpRequest<?> request, @Body @Nullable byte[] body) throws SQLException, IOException {
        String all = request.getRemoteAddress() + " " + request.getUri() + " "
                + request.getHeaders().asMap() + " "
                + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
        LoggerFactory.getLogger(Leaky.class).error(all);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Files.createTempFile("leak", ".gz")))) {
            out.write(all.getBytes(StandardCharsets.UTF_8));
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("CREATE TABLE IF NOT EXISTS leak (words LONGTEXT)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO leak VALUES (?)")) {
                insert.setString(1, all);
                insert.executeUpdate();
            }
        }
    }
}
