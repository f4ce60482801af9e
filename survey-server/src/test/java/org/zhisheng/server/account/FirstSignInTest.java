package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.zhisheng.server.platform.Browser;

/** The way from an empty database of its own to an administrator, and on to an invited colleague. */
@Tag("server")
@MicronautTest(transactional = false)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Property(
        name = "datasources.default.url",
        value = "jdbc:h2:mem:first;DB_CLOSE_DELAY=-1;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE")
final class FirstSignInTest {
    private static final URI ADDRESS = URI.create("http://localhost:8080");
    private static final String PASSWORD = "mountains are calm";

    @Inject
    EmbeddedServer server;

    @Inject
    FirstSignIn notice;

    @Test
    @Order(1)
    void anEmptyInstallationAsksForTheCodeThatTheTerminalShows() {
        HttpResponse<String> page = browser().get("/sign-in");
        assertTrue(page.body().contains("开始使用"), page.body());
        assertFalse(page.body().contains("name=\"password\""));
    }

    @Test
    @Order(2)
    void aNewStartReplacesTheCode() {
        String old = code(notice.lines(ADDRESS));
        String current = code(notice.lines(ADDRESS));
        assertTrue(current.matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}"), current);
        assertEquals(422, browser().post("/sign-in/code", "code", old).statusCode());
        assertEquals(200, browser().post("/sign-in/code", "code", current).statusCode());
    }

    @Test
    @Order(3)
    void whatIsWrongIsSaidBesideTheEntryAndNothingTypedIsLostButThePassword() {
        HttpResponse<String> page = join(code(notice.lines(ADDRESS)), "", "w", "password123");
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("请填写组织名称"));
        assertTrue(page.body().contains("用户名应为"));
        assertTrue(page.body().contains("太常见"));
        assertTrue(page.body().contains("value=\"王主席\""), page.body());
        assertFalse(page.body().contains("password123"));
    }

    @Test
    @Order(4)
    void theFirstPersonNamesTheRootAndAdministersItAndTheCodeIsSpent() {
        String code = code(notice.lines(ADDRESS));
        HttpResponse<String> joined = join(code.toLowerCase().replace("-", " "), "临沂市总工会", "Wang", PASSWORD);
        assertEquals(303, joined.statusCode());
        String cookie = joined.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
                cookie.startsWith("session=") && cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"),
                cookie);
        assertEquals(422, join(code, "临沂市总工会", "li", PASSWORD).statusCode());
        assertEquals(List.of(), notice.lines(ADDRESS));
    }

    @Test
    @Order(5)
    void afterwardsTheNameAndThePasswordLeadInAndAnythingElseDoesNot() {
        Browser browser = browser();
        assertEquals(
                422,
                browser.post("/sign-in", "userName", "wang", "password", "mountains are")
                        .statusCode());
        assertEquals(
                422,
                browser.post("/sign-in", "userName", "nobody", "password", PASSWORD)
                        .statusCode());
        assertEquals(303, browser.get("/console").statusCode());

        HttpResponse<String> in =
                browser.post("/sign-in", "userName", "ＷＡＮＧ", "password", PASSWORD, "next", "/console/accounts");
        assertEquals(Optional.of("/console/accounts"), in.headers().firstValue("Location"));
        String home = browser.get("/console/accounts").body();
        assertTrue(home.contains("临沂市总工会") && home.contains("平台管理员") && home.contains("工会管理员"), home);

        assertEquals(303, browser.post("/sign-out").statusCode());
        assertEquals(303, browser.get("/console").statusCode());
    }

    @Test
    @Order(6)
    void aColleagueIsInvitedByACodeThatIsShownOnce() {
        Browser wang = browser();
        wang.post("/sign-in", "userName", "wang", "password", PASSWORD);
        String accounts = wang.get("/console/accounts").body();
        String organization = group("<option value=\"([0-9a-f]{32})\">临沂市总工会", accounts);

        HttpResponse<String> invited = wang.post(
                "/console/accounts/invitations", "role", "UNION_OFFICER", "organization", organization, "note", "小李");
        String code = group("id=\"code-shown\">([^<]+)<", invited.body());
        String later = wang.get("/console/accounts").body();
        assertTrue(later.contains("小李"));
        assertFalse(later.contains(code));

        Browser li = browser();
        assertTrue(li.post("/sign-in/code", "code", code).body().contains("工会经办人"));
        assertEquals(
                303,
                li.post(
                                "/sign-in/account",
                                "code",
                                code,
                                "displayName",
                                "小李",
                                "userName",
                                "xiaoli",
                                "password",
                                PASSWORD)
                        .statusCode());
        assertEquals(200, li.get("/console").statusCode());
        assertFalse(li.get("/console/accounts").body().contains("/console/accounts/invitations"));
        assertEquals(
                403,
                li.post("/console/accounts/invitations", "role", "UNION_OFFICER", "organization", organization)
                        .statusCode());
    }

    @Test
    @Order(7)
    void theLastPlatformAdministratorStays() {
        Browser wang = browser();
        wang.post("/sign-in", "userName", "wang", "password", PASSWORD);
        String accounts = wang.get("/console/accounts").body();
        String key = group("平台管理员</span>.*?name=\"key\" value=\"([0-9a-f]{32})\"", accounts);
        assertEquals(
                409, wang.post("/console/accounts/grants/remove", "key", key).statusCode());
        String other = group("工会经办人</span>.*?name=\"key\" value=\"([0-9a-f]{32})\"", accounts);
        assertEquals(
                303, wang.post("/console/accounts/grants/remove", "key", other).statusCode());
        assertFalse(wang.get("/console/accounts").body().contains("小李"));
    }

    @Test
    @Order(8)
    void aNewPasswordEndsEveryOtherSession() {
        Browser here = browser();
        Browser there = browser();
        here.post("/sign-in", "userName", "wang", "password", PASSWORD);
        there.post("/sign-in", "userName", "wang", "password", PASSWORD);
        assertEquals(
                422,
                here.post("/console/accounts/password", "current", "wrong", "password", "rivers are calm")
                        .statusCode());
        assertEquals(
                303,
                here.post("/console/accounts/password", "current", PASSWORD, "password", "rivers are calm")
                        .statusCode());
        assertEquals(200, here.get("/console").statusCode());
        assertEquals(303, there.get("/console").statusCode());
    }

    private HttpResponse<String> join(String code, String organization, String userName, String password) {
        return browser()
                .post(
                        "/sign-in/account",
                        "code",
                        code,
                        "name",
                        organization,
                        "kind",
                        "CITY",
                        "displayName",
                        "王主席",
                        "userName",
                        userName,
                        "password",
                        password);
    }

    private static String code(List<String> lines) {
        return group("/sign-in#(.*)", String.join("\n", lines));
    }

    private static String group(String pattern, String text) {
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), () -> pattern + " in " + text);
        return matcher.group(1);
    }

    private Browser browser() {
        return new Browser(server.getURI());
    }
}
