package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.attack.Closer;
import org.zhisheng.server.attack.Engine;
import org.zhisheng.server.attack.ServerProcess;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.response.Phone;

/**
 * Issuer and collector as two processes with two folders, two databases and two ports, started as the launcher starts them
 * and spoken to by nothing but their addresses: launch at the one, cards from the other, answers with and without script,
 * a collector killed, the close, an outsider's check and an auditor's.
 */
@Tag("browser")
final class TwoProcessesTest {
    private static final String TOKEN = "a-secret-that-both-of-them-know-and-nobody-else";
    private static final int BY_FORM = 10;
    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"(key|message|signature)\" value=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int issuerPort;
    private int collectorPort;

    @Test
    void aSurveyGoesItsWholeWayOverTwoHosts() throws Exception {
        issuerPort = ServerProcess.freePort();
        collectorPort = ServerProcess.freePort();
        Files.writeString(folder.resolve("token"), TOKEN);
        withoutSampleData(folder.resolve("collector/data"));
        try (ServerProcess issuer = issuer();
                Chromium chromium = new Chromium()) {
            Launched launched;
            PrintedCards cards;
            String receipt;
            String words;
            try (ServerProcess collector = collector();
                    BrowserContext office = window(chromium, collectorPort);
                    BrowserContext print = window(chromium, issuerPort)) {
                Page desk = signedIn(office, "collector");
                launched = launch(desk);
                Page printing = signedIn(print, "issuer");
                printing.click("main a[href*='/console/cards/']");
                words = printing.innerText("dl.facts dd strong").strip();
                cards = print(printing);
                receipt = answerByScanning(chromium, cards);
                List<String> codes = unused(cards);
                answerByTyping(chromium, launched.code(), codes.removeFirst());
                for (int i = 1; i < BY_FORM; i++) {
                    assertEquals(303, answer(launched.code(), credential(launched.code(), codes.removeFirst())));
                }
                List<String> late = credential(launched.code(), codes.removeFirst());
                desk.navigate("/console/surveys/" + launched.id());
                desk.click("form[action$='/close'] button");
                desk.waitForURL("**stopped=1*");
                assertEquals(
                        410,
                        askForCredential(launched.code(), codes.removeFirst()).statusCode());
                assertEquals(303, answer(launched.code(), late), "who has a credential may still answer");
                collector.kill();
            }
            close(launched);
            try (ServerProcess collector = collector()) {
                Path saved = folder.resolve("saved");
                String address =
                        collector.address().resolve("/s/" + launched.code()).toString();
                assertEquals(
                        0,
                        verify(address, "--receipt", receipt, "--words", words, "--save", saved.toString()),
                        this::said);
                String published = Files.readString(saved.resolve("publication.json"));
                assertTrue(published.contains("\"responses\":" + (BY_FORM + 2)), published);
                assertTrue(published.contains("\"withoutScript\":" + (BY_FORM + 1)), published);
                assertEquals(1, verify(saved.toString(), "--receipt", "0123456789"), this::said);
            }
            audit(launched.code());
        }
        assertFalse(Files.exists(folder.resolve("collector/data/keys/issuer")), "signing keys are the issuer's alone");
        assertFalse(
                Files.exists(folder.resolve("issuer/data/keys/collector")),
                "answers are opened at the collector alone");
    }

    private record Launched(String id, String code) {}

    private ServerProcess issuer() throws Exception {
        return server("issuer", issuerPort, "-Dzhisheng.role=issuer");
    }

    private ServerProcess collector() throws Exception {
        return server(
                "collector",
                collectorPort,
                "-Dzhisheng.role=collector",
                "-Dzhisheng.issuer=http://localhost:" + issuerPort);
    }

    /** Plain addresses of this machine are let pass in a trial only. */
    private ServerProcess server(String name, int port, String... more) throws Exception {
        List<String> options = new ArrayList<>(List.of(more));
        options.add("-Dzhisheng.demo=true");
        options.add("-Dzhisheng.url=http://localhost:" + port);
        options.add("-Dzhisheng.token_file=" + folder.resolve("token"));
        return new ServerProcess(Files.createDirectories(folder.resolve(name)), Engine.H2, port, options);
    }

    /** A trial's sample data are made where there is no organization yet. */
    private static void withoutSampleData(Path data) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of("zhisheng.data", data.toString(), "zhisheng.jobs", "false"))
                .start()) {
            context.getBean(Organizations.class)
                    .add(new Organization(
                            Id.random(new Random()), null, OrganizationKind.ENTERPRISE, "沂河纺织有限公司工会", null, 0));
        }
    }

    private static BrowserContext window(Chromium chromium, int port) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("zh-CN")
                        .setViewportSize(1440, 900));
    }

    /** Follows the link that the server printed when it started. */
    private Page signedIn(BrowserContext window, String server) throws Exception {
        String link = printed(server, Pattern.compile("http://localhost:\\d+/sign-in#[0-9A-Z-]+"));
        Page page = window.newPage();
        page.onDialog(dialog -> dialog.accept());
        page.navigate(link);
        page.click("main form button");
        page.waitForSelector("[name=displayName]");
        if (page.isVisible("[name=name]")) {
            page.fill("[name=name]", "沂水县总工会");
            page.selectOption("[name=kind]", "COUNTY");
        }
        page.fill("[name=displayName]", "王秀英");
        page.fill("[name=userName]", "wang");
        page.fill("[name=password]", "mountains are calm");
        page.click("main form button");
        page.waitForURL("**/console**");
        return page;
    }

    /** The server listens a moment before it has printed everything. */
    private String printed(String server, Pattern wanted) throws Exception {
        for (int tries = 0; tries < 240; tries++) {
            String log = Files.readString(folder.resolve(server).resolve("server.log"));
            Optional<String> found =
                    wanted.matcher(log).results().map(MatchResult::group).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException(server + " printed no link to sign in");
    }

    private static Launched launch(Page page) {
        page.navigate("/console/rounds/new");
        page.fill("[name=name]", "2027 年工资集体协商");
        page.click("main form button.btn-primary");
        page.waitForURL("**/surveys/new*");
        choose(page, "pre-demand");
        Locator cells = page.locator("main table input");
        String[] frame = {"一车间", "正式工", "30", "二车间", "正式工", "30"};
        for (int i = 0; i < frame.length; i++) {
            cells.nth(3 + i).fill(frame[i]);
        }
        choose(page, "TICKET");
        page.click("button[value=check]");
        page.waitForURL("**/check*");
        assertTrue(page.content().contains("发卡方是另一台服务器"));
        page.click("main form button.btn-primary");
        page.waitForURL("**launched*");
        String code = page.locator("text=/\\/s\\/\\w{7}/").first().innerText().replaceAll("(?s).*/s/(\\w{7}).*", "$1");
        return new Launched(page.url().replaceAll(".*/surveys/([0-9a-f]{32}).*", "$1"), code);
    }

    private static void choose(Page page, String value) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHas(page.locator("[value=" + value + "]")))
                .click();
    }

    private static PrintedCards print(Page page) throws Exception {
        return PrintedCards.of(Files.readAllBytes(
                page.waitForDownload(() -> page.click("[data-cards] button")).path()));
    }

    /** What the phone sends where, and the receipt's words. */
    private String answerByScanning(Chromium chromium, PrintedCards cards) {
        try (Phone phone = new Phone(chromium, "http://localhost:" + collectorPort, 390, true)) {
            List<Request> sent = new CopyOnWriteArrayList<>();
            phone.page.onRequest(request -> {
                if (request.method().equals("POST") || URI.create(request.url()).getPort() == issuerPort) {
                    sent.add(request);
                }
            });
            phone.page.navigate(cards.scanned());
            phone.page.waitForSelector("#seen:visible");
            phone.next();
            phone.page.waitForSelector("fieldset.on");
            while (!phone.step().equals("review")) {
                phone.answer();
                phone.next();
            }
            phone.next();
            phone.awaitThanks();
            assertEquals(
                    List.of(issuerPort + "/issue", collectorPort + "/cast"),
                    sent.stream()
                            .filter(request -> request.method().equals("POST"))
                            .map(request -> URI.create(request.url()))
                            .map(uri -> uri.getPort() + uri.getPath())
                            .toList());
            for (Request request : sent) {
                Map<String, String> headers = request.allHeaders();
                assertFalse(headers.containsKey("cookie") || headers.containsKey("referer"), headers::toString);
            }
            phone.page.click("#receipt");
            phone.page.waitForSelector("#yours:visible");
            return phone.page.innerText("#words");
        }
    }

    private static List<String> unused(PrintedCards cards) {
        return new ArrayList<>(cards.codes().stream()
                .filter(code -> !cards.scanned().contains(code.replace("-", "").substring(0, 16)))
                .toList());
    }

    private void answerByTyping(Chromium chromium, String survey, String code) {
        try (Phone phone = new Phone(chromium, "http://localhost:" + collectorPort, 360, false)) {
            phone.page.navigate("/c/" + survey);
            phone.page.fill("#plain", code);
            phone.page.click("form.nojs .go");
            assertEquals(issuerPort, URI.create(phone.page.url()).getPort());
            phone.page.click("main form button");
            phone.page.locator("fieldset label.o").first().click();
            phone.page.click(".go.nojs");
            phone.awaitThanks();
            assertEquals(collectorPort, URI.create(phone.page.url()).getPort());
        }
    }

    private HttpResponse<String> askForCredential(String survey, String code) {
        return browser(issuerPort).post("/issue/form", "survey", survey, "code", code, "lang", "zh-CN");
    }

    /** Names and values of the form that carries the credential to the collector. */
    private List<String> credential(String survey, String code) {
        HttpResponse<String> answer = askForCredential(survey, code);
        assertEquals(200, answer.statusCode(), answer.body());
        List<String> fields = new ArrayList<>();
        for (MatchResult field : HIDDEN.matcher(answer.body()).results().toList()) {
            fields.addAll(List.of(field.group(1), field.group(2)));
        }
        return fields;
    }

    private int answer(String survey, List<String> credential) {
        List<String> fields = new ArrayList<>(credential);
        fields.addAll(List.of("PRE-S1", "SATISFIED"));
        return browser(collectorPort)
                .post("/s/" + survey + "/answers", fields.toArray(String[]::new))
                .statusCode();
    }

    private static org.zhisheng.server.platform.Browser browser(int port) {
        return new org.zhisheng.server.platform.Browser(URI.create("http://localhost:" + port));
    }

    /** As the job does when the last ten minutes are over. */
    private void close(Launched survey) throws Exception {
        Engine collector = Engine.H2
                .with("zhisheng.role", "collector")
                .with("zhisheng.issuer", "http://localhost:" + issuerPort)
                .with("zhisheng.token", TOKEN);
        List<String> arguments = List.of(folder.resolve("collector/data").toString(), survey.id(), "close");
        assertEquals(0, ServerProcess.run(folder.resolve("collector"), collector, Closer.class, arguments));
    }

    /** The collector stands still meanwhile, since its database lets in one process. */
    private void audit(String code) throws SQLException {
        String data = folder.resolve("collector/data").toString();
        assertEquals(0, verify("--audit", code, "--data", data), this::said);
        String url = "jdbc:h2:file:" + data
                + "/zhisheng;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE";
        try (Connection connection = DriverManager.getConnection(url, "zhisheng", "");
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("DELETE FROM response LIMIT 1"));
        }
        assertEquals(1, verify("--audit", code, "--data", data, "--json"), this::said);
        assertTrue(said().contains("{\"check\":\"audit-root\",\"verdict\":\"failed\""), said());
    }

    private int verify(String... arguments) {
        said.reset();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(stream, stream).run(List.of(arguments));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
