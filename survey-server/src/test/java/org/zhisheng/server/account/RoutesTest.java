package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.platform.Browser;

/** No route is open to everybody but those that were meant to be. */
@Tag("server")
@MicronautTest
final class RoutesTest {
    private static final Set<String> PUBLIC = Set.of(
            "/",
            "/c/{code}",
            "/cast",
            "/health",
            "/issue",
            "/issue/form",
            "/openapi",
            "/problems/{code}",
            "/sign-in",
            "/sign-in/account",
            "/sign-in/code");

    @Inject
    Router router;

    @Inject
    EmbeddedServer server;

    @Test
    void theOpenRoutesAreThoseOfWorkersAndThoseThatLeadIn() {
        Set<String> open = templates().stream()
                .filter(PublicRoutes::contains)
                .filter(template -> !template.startsWith("/s/") && !template.startsWith("/api/surveys/{code}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(PUBLIC), open);
        assertTrue(templates().size() > open.size(), "there are others");
    }

    @Test
    void everyOtherRouteDemandsSignIn() {
        Browser browser = new Browser(server.getURI()).with("Accept", "*/*");
        router.uriRoutes()
                .filter(route ->
                        !PublicRoutes.contains(route.getUriMatchTemplate().toString()))
                .forEach(route -> assertDemandsSignIn(browser, route));
    }

    private static void assertDemandsSignIn(Browser browser, UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate()
                .toString()
                .replaceAll("\\{\\?[^}]*}", "")
                .replaceAll("\\{[^}]*}", "0".repeat(32));
        HttpResponse<String> answer =
                route.getHttpMethod() == HttpMethod.GET || route.getHttpMethod() == HttpMethod.HEAD
                        ? browser.get(path)
                        : browser.send(route.getHttpMethodName(), path, contentType(route), "");
        String what = route.getHttpMethodName() + " " + path;
        assertEquals(401, answer.statusCode(), what);
    }

    private static String contentType(UriRouteInfo<?, ?> route) {
        return route.getConsumes().isEmpty()
                ? "application/json"
                : route.getConsumes().getFirst().toString();
    }

    private Set<String> templates() {
        return router.uriRoutes()
                .map(route -> route.getUriMatchTemplate().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
