package org.zhisheng.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator who switches measurements on gets to see: the machine and the database, no request. */
@Tag("server")
@MicronautTest
@Property(name = "endpoints.prometheus.enabled", value = "true")
@Property(name = "endpoints.prometheus.sensitive", value = "false")
final class MeasurementsTest {
    @Inject
    EmbeddedServer server;

    @Test
    void theMachineAndTheDatabaseAreMeasuredAndNoRequestIs() {
        Browser browser = new Browser(server.getURI()).with("Accept", "*/*");
        browser.get("/s/ABCDEF");
        browser.get("/problems/not-found");
        HttpResponse<String> measured = browser.get("/prometheus");
        assertEquals(200, measured.statusCode());
        assertTrue(measured.body().contains("jvm_memory_used_bytes"), measured.body());
        assertTrue(measured.body().contains("hikaricp_connections"), measured.body());
        assertFalse(measured.body().contains("http_server_requests"), measured.body());
        assertFalse(measured.body().contains("uri="), measured.body());
    }
}
