package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.platform.StartupNotice;
import org.zhisheng.server.response.Phone;

/**
 * The main job, from the link that the terminal shows to the downloaded report, in a real browser: an officer launches a
 * survey of two workshops (30 and 20 workers), three workers answer on phones, one of them without script, nineteen more
 * answer through the same form, the officer closes and reads.
 *
 * <p>What must come out was computed by hand. First workshop, 12 answers: aware 9; satisfied 8, with points 100, 7 × 80,
 * 4 × 40. Second, 10 answers: aware 5; satisfied 4, with points 100, 80, 2 × 80, 3 × 60, 3 × 40. So 知晓率 = (30·9/12 +
 * 20·5/10)/50 = 65.0 %, 满意率 = (30·8/12 + 20·4/10)/50 = 56.0 %, 满意度 = (30·820/12 + 20·640/10)/50 = 66.6, response rate
 * 22/50 = 44.0 %. Neither workshop is of one mind where the whole is not: then the release gate would merge them.
 */
@Tag("browser")
@MicronautTest(transactional = false)
@Property(
        name = "datasources.default.url",
        value = "jdbc:h2:mem:mainjob;DB_CLOSE_DELAY=-1;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE")
@Property(name = "zhisheng.url", value = MainJobTest.PUBLIC)
final class MainJobTest {
    static final String PUBLIC = "https://voice.example.org";
    private static final Path SHOTS = Path.of("target", "screenshots", "main-job");

    @Inject
    EmbeddedServer server;

    @Inject
    List<StartupNotice> notices;

    @Test
    void aUnionLaunchesASurveyWorkersAnswerAndTheReportIsDownloaded() throws Exception {
        try (Chromium chromium = new Chromium();
                BrowserContext office = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(base())
                                .setLocale("zh-CN")
                                .setViewportSize(1440, 900))) {
            Page page = office.newPage();
            signIn(page);
            newRound(page);
            launch(page);
            String survey = page.url().replaceAll(".*/surveys/([0-9a-f]{32}).*", "$1");
            List<String> addresses = posters(page, survey);

            answerOnThePhone(chromium, addresses.get(0));
            answerOnThePhone(chromium, addresses.get(1));
            answerWithoutScript(chromium, addresses.get(1));
            answerOften(addresses.get(0), 7, "KNOW", "SATISFIED");
            answerOften(addresses.get(0), 1, "KNOW", "DISSATISFIED");
            answerOften(addresses.get(0), 3, "HEARD_ONLY", "DISSATISFIED");
            answerOften(addresses.get(1), 2, "KNOW", "SATISFIED");
            answerOften(addresses.get(1), 1, "KNOW", "NEUTRAL");
            answerOften(addresses.get(1), 2, "HEARD_ONLY", "NEUTRAL");
            answerOften(addresses.get(1), 3, "HEARD_ONLY", "DISSATISFIED");

            page.navigate("/console/surveys/" + survey + "/result");
            page.click("main form button");
            page.waitForSelector(".figures");
            shot(page, "result");
            assertFigures(page);
            assertDownloads(page, survey);
        }
    }

    private void signIn(Page page) {
        String link = notices.stream()
                .flatMap(n -> n.lines(URI.create(base())).stream())
                .filter(line -> line.contains("/sign-in#"))
                .findFirst()
                .orElseThrow()
                .strip();
        page.navigate(link);
        page.click("main form button");
        page.fill("[name=name]", "沂河纺织有限公司工会");
        page.selectOption("[name=kind]", "ENTERPRISE");
        page.fill("[name=displayName]", "王秀英");
        page.fill("[name=userName]", "wang");
        page.fill("[name=password]", "mountains are calm");
        page.click("main form button");
        page.waitForURL("**/console");
        shot(page, "home");
    }

    private static void newRound(Page page) {
        page.navigate("/console/rounds/new");
        page.click("details summary");
        page.check("[name=contractTopics][value=T01]");
        page.check("[name=contractTopics][value=T05]");
        page.fill("[name=signedOn]", "2026-03-01");
        page.fill("[name=inForceSince]", "2026-03-10");
        page.fill("[name=inForceUntil]", "2036-03-09");
        page.click("main form button.btn-primary");
        page.waitForURL("**/surveys/new*");
    }

    private static void launch(Page page) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHas(page.locator("[value=post-evaluation]")))
                .click();
        Locator cells = page.locator("main table input");
        String[] frame = {"一车间", "正式工", "30", "二车间", "正式工", "20"};
        for (int i = 0; i < frame.length; i++) {
            cells.nth(3 + i).fill(frame[i]);
        }
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHas(page.locator("[value=POSTER]")))
                .click();
        shot(page, "draft");
        page.click("button[value=check]");
        page.waitForURL("**/check*");
        shot(page, "check");
        page.click("main form button.btn-primary");
        page.waitForURL("**launched*");
        shot(page, "survey");
    }

    /** The addresses that the posters carry: read from the screen, and the same from the printed page. */
    private List<String> posters(Page page, String survey) throws Exception {
        page.navigate("/console/surveys/" + survey + "/poster");
        shot(page, "posters");
        List<String> onScreen = new ArrayList<>();
        for (Locator image : page.locator(".poster img").all()) {
            onScreen.add(decode(ImageIO.read(new ByteArrayInputStream(image.screenshot()))));
        }
        byte[] pdf = page.request()
                .get("/console/surveys/" + survey + "/poster/all.pdf")
                .body();
        List<String> onPaper = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int sheet = 0; sheet < document.getNumberOfPages(); sheet++) {
                onPaper.add(decode(new PDFRenderer(document).renderImageWithDPI(sheet, 120)));
            }
        }
        assertEquals(onScreen, onPaper);
        assertTrue(onScreen.get(1).matches(PUBLIC + "/s/[a-z0-9]{7}/02#\\.[0-9a-f]{20}"), onScreen::toString);
        return onScreen;
    }

    /** Answers every question with its first option, one a step. */
    private void answerOnThePhone(Chromium chromium, String address) {
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate(here(address));
            phone.next();
            while (!phone.step().equals("review")) {
                phone.answer();
                phone.next();
            }
            phone.next();
            phone.awaitThanks();
            phone.assertCalm();
        }
    }

    private void answerWithoutScript(Chromium chromium, String address) {
        try (Phone phone = new Phone(chromium, base(), 360, false)) {
            phone.page.navigate(here(address));
            answers("KNOW", "SATISFIED").forEach((item, option) -> {
                Locator choice = phone.page
                        .locator("label.o")
                        .filter(new Locator.FilterOptions()
                                .setHas(phone.page.locator("[name='" + item + "'][value='" + option + "']")));
                choice.click();
            });
            phone.page.click(".go.nojs");
            phone.awaitThanks();
        }
    }

    /** So many more workers, alike, through the form that the page posts. */
    private void answerOften(String address, int times, String awareness, String bargaining) throws Exception {
        for (int i = 0; i < times; i++) {
            post(address, answers(awareness, bargaining));
        }
    }

    private void post(String address, Map<String, String> answers) throws Exception {
        String path = URI.create(address).getPath();
        String code = path.substring(0, path.lastIndexOf('/'));
        Map<String, String> form = new LinkedHashMap<>(answers);
        form.put("id", Id.random(new java.security.SecureRandom()).toString());
        form.put("stratum", path.substring(path.lastIndexOf('/') + 1));
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base() + code + "/answers"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(303, response.statusCode(), response::body);
    }

    private static Map<String, String> answers(String awareness, String bargaining) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("POST-A0", "YES");
        answers.put("POST-A1", awareness);
        answers.put("POST-A3", "YES");
        answers.put("POST-B1", "SURVEY");
        for (String item : List.of("POST-C0", "POST-E1", "POST-G1", "POST-H01", "POST-H05", "POST-K1", "POST-O2")) {
            answers.put(item, "SATISFIED");
        }
        answers.put("POST-O1", bargaining);
        return answers;
    }

    private static void assertFigures(Page page) {
        assertEquals("50", page.innerText(".facts dd >> nth=0"));
        assertEquals("22", page.innerText(".facts dd >> nth=1"));
        assertEquals("44.0%", page.innerText(".facts dd >> nth=2").replaceAll("\\s", ""));
        assertEquals("65.0%", page.innerText(".figure-value >> nth=0").replaceAll("\\s", ""));
        Locator bargaining = page.locator("tr[data-name='集体协商工作']");
        assertEquals("56.0", bargaining.getAttribute("data-value"));
        // From thirty answers on, the dissatisfied have a column before it.
        assertEquals("66.6", bargaining.locator("td").nth(3).innerText());
    }

    private static void assertDownloads(Page page, String survey) throws Exception {
        byte[] pdf =
                page.request().get("/console/surveys/" + survey + "/result.pdf").body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("沂河纺织有限公司工会"), text);
            assertTrue(text.contains("65.0") && text.contains("56.0") && text.contains("66.6"), text);
        }
        String csv =
                page.request().get("/console/surveys/" + survey + "/result.csv").text();
        String aware =
                csv.lines().filter(l -> l.contains(",aware,")).findFirst().orElseThrow();
        assertTrue(aware.contains(",0.65,") || aware.contains(",0.650000000000000"), aware);
    }

    private static String decode(BufferedImage image) throws Exception {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }

    private String here(String address) {
        return address.replace(PUBLIC, base());
    }

    private String base() {
        return "http://localhost:" + server.getPort();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
    }
}
