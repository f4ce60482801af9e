package org.zhisheng.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@Tag("server")
@MicronautTest
final class OpenApiTest {
    @Inject
    EmbeddedServer server;

    /** Signed documents of a closed survey, beneath the address that workers know. */
    private static final Set<String> PUBLISHED =
            Set.of("/s/{code}/publication", "/s/{code}/release", "/s/{code}/certificate.json");

    @Test
    void theDescriptionIsServedAndHoldsTheJsonInterfaceOnly() {
        Browser browser = new Browser(server.getURI());
        HttpResponse<String> there = browser.get("/openapi/");
        assertEquals(Optional.of("/openapi/zhisheng.yml"), there.headers().firstValue("Location"));
        HttpResponse<String> document = browser.get("/openapi/zhisheng.yml");
        assertEquals(200, document.statusCode());

        Map<String, Map<String, Object>> read = new Yaml().load(document.body());
        assertTrue(read.get("info").get("title").toString().contains("Zhisheng"));
        assertTrue(
                read.get("paths").keySet().stream()
                        .allMatch(path -> path.startsWith("/api/")
                                || path.equals("/cast")
                                || path.equals("/issue")
                                || PUBLISHED.contains(path)),
                read.get("paths")::toString);
        assertTrue(read.get("paths").containsKey("/cast"));
        assertTrue(read.get("paths").containsKey("/api/surveys/{code}"));
    }

    @Test
    void measurementsAreNotServedUnlessSwitchedOn() {
        Browser browser = new Browser(server.getURI());
        for (String path : new String[] {"/metrics", "/prometheus", "/env", "/beans", "/loggers"}) {
            assertEquals(404, browser.get(path).statusCode(), path);
        }
        assertEquals(200, browser.get("/health").statusCode());
    }
}
