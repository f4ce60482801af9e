package org.zhisheng.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhisheng.server.kernel.Problem;

@Tag("store")
@MicronautTest
@Property(name = "spec.name", value = "ProblemsTest")
final class ProblemsTest {
    @Inject
    EmbeddedServer server;

    @ParameterizedTest
    @CsvSource({
        "/s/failing/problem, 410, survey-closed",
        "/s/failing/invalid, 422, invalid-input",
        "/s/failing/unexpected, 500, unexpected",
        "/no/such/page, 404, not-found",
        "/s/failing/deep/json, 405, method-not-allowed",
        "/s/failing/number/xyz?count=1, 404, not-found",
        "/s/failing/number/00112233445566778899aabbccddeeff?count=x, 400, malformed-request",
        "/s/failing/number/00112233445566778899aabbccddeeff, 400, malformed-request",
    })
    void everyErrorIsAProblemDocumentForProgramsAndAPageForPeople(String path, int status, String code) {
        HttpResponse<String> document =
                browser().with("Accept", "application/json").get(path);
        assertEquals(status, document.statusCode());
        assertEquals(Optional.of("application/problem+json"), document.headers().firstValue("Content-Type"));
        assertTrue(document.body().contains("\"type\":\"/problems/" + code + "\""), document.body());

        HttpResponse<String> page = browser().with("Accept-Language", "en").get(path);
        assertEquals(status, page.statusCode());
        assertEquals(Optional.of("text/html;charset=UTF-8"), page.headers().firstValue("Content-Type"));
        assertTrue(page.body().contains("<html lang=\"en\">"), page.body());
        assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    }

    @Test
    void whatIsSentWronglyIsSaidAsSuch() {
        Browser browser = browser().with("Accept", "application/json");
        assertEquals(
                400,
                browser.send("POST", "/s/failing/deep/json", "application/json", "{")
                        .statusCode());
        assertEquals(
                415,
                browser.send("POST", "/s/failing/deep/json", "text/csv", "a,b").statusCode());
        String large = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";
        HttpResponse<String> refused = browser.send("POST", "/s/failing/deep/json", "application/json", large);
        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("/problems/too-large"), refused.body());
    }

    @Test
    void noMessageOfAnExceptionIsShown() {
        HttpResponse<String> page = browser().get("/s/failing/unexpected");
        assertFalse(page.body().contains("zhangsan"));
        assertTrue(page.body().contains("出了点问题"), page.body());
    }

    @Test
    void noMessageOfAnExceptionIsLogged() {
        var failure =
                new IllegalStateException(FailingController.SECRET, new RuntimeException(FailingController.SECRET));
        String described = UnexpectedHandler.describe(failure);
        assertFalse(described.contains("zhangsan"));
        assertTrue(described.contains("IllegalStateException at org.zhisheng.server.platform.ProblemsTest"), described);
        assertTrue(described.contains("caused by java.lang.RuntimeException"), described);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemTypeIsExplainedInBothLanguages(Problem problem) {
        for (String lang : new String[] {"zh-CN", "en"}) {
            HttpResponse<String> page = browser().get("/problems/" + problem.code() + "?lang=" + lang);
            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains("[problem."), page.body());
        }
    }

    @Test
    void everyResponseIsGuardedByHeaders() {
        HttpResponse<String> page = browser().get("/");
        assertEquals(200, page.statusCode());
        assertEquals(Optional.of("no-store"), page.headers().firstValue("Cache-Control"));
        assertEquals(Optional.of("no-referrer"), page.headers().firstValue("Referrer-Policy"));
        assertEquals(Optional.of("nosniff"), page.headers().firstValue("X-Content-Type-Options"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(Optional.empty(), page.headers().firstValue("Server"));
        assertEquals(Optional.empty(), page.headers().firstValue("Date"));
        assertEquals(Optional.empty(), page.headers().firstValue("Strict-Transport-Security"));
    }

    @Test
    void assetsMayBeKeptForAYearWhenTheirAddressNamesTheirContent() {
        String page = browser().get("/").body();
        AtomicReference<String> style = new AtomicReference<>();
        java.util.regex.Pattern.compile("/assets/console\\.css\\?v&#x3D;[0-9a-f]+")
                .matcher(page)
                .results()
                .forEach(r -> style.set(r.group().replace("&#x3D;", "=")));
        HttpResponse<String> asset = browser().get(style.get());
        assertEquals(200, asset.statusCode());
        assertTrue(asset.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(
                Optional.of("no-cache"),
                browser().get("/assets/console.css").headers().firstValue("Cache-Control"));
        assertEquals(
                200,
                browser()
                        .get("/webjars/tabler__core/1.4.0/dist/css/tabler.min.css")
                        .statusCode());
    }

    @Test
    void aPageOfAnotherSiteCannotPostInSomebodysName() {
        String host = server.getURI().getAuthority();
        assertEquals(
                403,
                browser()
                        .with("Origin", "https://evil.example")
                        .post("/sign-in")
                        .statusCode());
        assertEquals(403, browser().with("Origin", "null").post("/sign-in").statusCode());
        assertEquals(
                403,
                browser().with("Sec-Fetch-Site", "cross-site").post("/sign-in").statusCode());
        assertEquals(
                403,
                browser().with("Sec-Fetch-Site", "same-site").post("/sign-in").statusCode());
        assertFalse(browser().with("Origin", "http://" + host).post("/sign-in").statusCode() == 403);
        assertFalse(
                browser().with("Sec-Fetch-Site", "same-origin").post("/sign-in").statusCode() == 403);
    }

    private Browser browser() {
        return new Browser(server.getURI());
    }
}
